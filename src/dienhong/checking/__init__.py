"""Reading and checking a narrative report: text in, findings out. Pure: no database, no Django."""

from dienhong.checking.checker import check
from dienhong.checking.document import Document, Limits, Scanned, Unreadable
from dienhong.checking.findings import Finding, Result
from dienhong.checking.readers import read_bytes, read_file
from dienhong.checking.relations.records import Recorded

__all__ = [
    "Document",
    "Finding",
    "Limits",
    "Recorded",
    "Result",
    "Scanned",
    "Unreadable",
    "check",
    "read_bytes",
    "read_file",
]
