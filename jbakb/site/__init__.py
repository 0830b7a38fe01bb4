"""The generated part of the site, free of any generator: pages as values, links as text."""
