"""Checks of a built site, with nothing but its files at hand."""
