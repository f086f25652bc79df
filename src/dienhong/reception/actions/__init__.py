"""The verbs of reception: the only writers of what the engine does not write by itself."""
