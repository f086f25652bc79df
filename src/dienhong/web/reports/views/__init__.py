"""Pages of reports that the engine does not have."""
