"""Reading and checking a narrative report: text in, findings out. Pure: no database, no Django."""

from dienhong.checking.checker import check
from dienhong.checking.document import Document, Limits, Unreadable
from dienhong.checking.findings import Finding, Result
from dienhong.checking.readers import read_bytes, read_file

__all__ = ["Document", "Finding", "Limits", "Result", "Unreadable", "check", "read_bytes", "read_file"]
