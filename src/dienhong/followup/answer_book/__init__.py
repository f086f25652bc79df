"""The workbook of what a body owes: downloaded, filled in by the body, looked at row by row, recorded."""
