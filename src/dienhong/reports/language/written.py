"""What may stand in the text of a report as it is, and how everything else is made data."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from dienhong.documents.markdown import escape_markdown
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


class Written(str):
    """Markdown that the house itself wrote. Any operation on it gives a plain string, which is data again."""

    __slots__ = ()


def escape(text: str) -> str:
    """Text that neither Markdown nor the language of figures takes for more than text, wherever it is put.

    Every brace is escaped by Markdown's own rules, and with the percent sign nothing is left that opens an expression.
    """
    return escape_markdown(text).replace("%", "\\%")


def unescape(text: str) -> str:
    """Text as typed, where it does not pass through Markdown."""
    return _ESCAPED.sub(r"\1", text)


def said(value: Any) -> str:
    """What an expression leaves in the text: Markdown of the house, a number or a day as officials write it, data."""
    if isinstance(value, Written) or value == "":
        return str(value)
    return escape(plain(value))


def plain(value: Any) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return format_count(value)
    return format_date(value) if isinstance(value, date) else str(value)
