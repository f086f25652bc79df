"""Pages of what belongs to a session, beside those of the register engine."""
