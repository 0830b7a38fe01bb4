"""The MkDocs plugin: it only wires MkDocs' events to jbakb's own functions."""
