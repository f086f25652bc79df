"""Reports that are pictures of pages: their text is recognised outside the request (ADR 0011)."""
