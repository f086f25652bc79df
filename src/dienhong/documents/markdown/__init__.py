"""Markdown in both directions, and data made safe for it."""

from dienhong.documents.markdown.escaping import escape_markdown
from dienhong.documents.markdown.reading import from_markdown
from dienhong.documents.markdown.writing import blocks_to_markdown, to_markdown

__all__ = ["blocks_to_markdown", "escape_markdown", "from_markdown", "to_markdown"]
