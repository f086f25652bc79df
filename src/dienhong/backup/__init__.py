"""The whole installation in one file, and back: the same on both databases, so that one can move between them."""
