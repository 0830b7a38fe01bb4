"""Checks: rules over a knowledge base on a given day, and what they find."""
