"""Text as Markdown that reads back as the same text: for data that a template puts into a report."""

import re

from dienhong.documents.blocks import printable

_MARKUP = re.compile(r"[\\`*_\[\]<>&|!~$^{}#@]")
# What means something only where a line begins: points, numbers, rules under headings.
_LINE_START = re.compile(r"^( *)([-+=:]|\d{1,9}[.)])", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """The text on one line, every character that Markdown could take for markup escaped, wherever it is put."""
    return start_escaped(escaped(text))


def escaped(text: str) -> str:
    """The text with what is markup anywhere in a line escaped."""
    return _MARKUP.sub(r"\\\g<0>", printable(text))


def start_escaped(markdown: str) -> str:
    """Markdown whose lines begin no list and no heading."""
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", markdown)
