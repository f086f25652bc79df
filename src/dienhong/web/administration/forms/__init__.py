"""Forms of administration: they check shape; what the law and the house allow is for the rules."""
