"""The relations that a report must keep; one module per kind, each a function of the reading."""
