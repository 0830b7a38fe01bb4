"""A process as a picture: its flow, where everything stands, and the picture as SVG, BPMN or PDF."""
