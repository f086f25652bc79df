"""Official documents as Word files."""

from dienhong.documents.word.package import to_docx

__all__ = ["to_docx"]
