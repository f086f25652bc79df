"""The formats of an official document, by the ending of the file's name."""

from collections.abc import Callable

from dienhong.documents.html import to_html
from dienhong.documents.markdown import to_markdown
from dienhong.documents.official import OfficialDocument
from dienhong.documents.typesetting import to_pdf
from dienhong.documents.word import to_docx

FORMATS: dict[str, Callable[[OfficialDocument], bytes]] = {
    ".docx": to_docx,
    ".pdf": to_pdf,
    ".html": lambda document: to_html(document).encode(),
    ".md": lambda document: to_markdown(document).encode(),
}
