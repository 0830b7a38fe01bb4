"""What changed between two states of a knowledge base, told in the words of those who read it."""
