"""The site, free of any generator: pages and links as text, made from one edition of a knowledge base."""
