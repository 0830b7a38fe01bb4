"""Law: reading citations (§) in German text, and checking them against the register of laws."""
