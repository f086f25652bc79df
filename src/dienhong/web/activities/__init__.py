"""Pages of other activities beside those of the register engine."""
