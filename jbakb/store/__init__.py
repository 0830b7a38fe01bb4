"""Files: the only place that reads and writes the data of a knowledge base, and the only one that knows YAML."""
