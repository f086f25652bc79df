"""Excel in the browser: the year's form, an upload looked at row by row and confirmed, and the year's export."""
