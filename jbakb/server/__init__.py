"""The server: the built site and its search over HTTP; it keeps nothing but the index."""
