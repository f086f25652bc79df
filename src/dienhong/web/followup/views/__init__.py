"""The board, an undertaking, what may be done about it, a body's own desk, one paper for many."""
