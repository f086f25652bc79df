"""Official documents as web pages."""

from dienhong.documents.html.page import to_article, to_html, to_parts

__all__ = ["to_article", "to_html", "to_parts"]
