"""Changes: from what somebody wants to the new texts of files, planned before anything is written."""
