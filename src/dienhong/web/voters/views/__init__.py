"""Pages of petitions and rounds beside those of the register engine."""
