"""Pages of incoming reports that the engine does not have."""
