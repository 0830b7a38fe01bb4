"""Starting a knowledge base: the files that a region begins with."""
