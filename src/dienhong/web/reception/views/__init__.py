"""Pages of reception that the register engine does not give."""
