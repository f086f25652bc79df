"""The relations between figures that a report must keep; one module per kind, each a function of the reading."""
