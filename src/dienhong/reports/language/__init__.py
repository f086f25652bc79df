"""The language of figures inside a text: Markdown, and between {{ and }} what is worked out."""

from dienhong.reports.language.grammar import Call, Helper, Vocabulary
from dienhong.reports.language.texts import DRAFTING, LIVE, LiveText
from dienhong.reports.language.written import Written, escape, plain, unescape

__all__ = [
    "DRAFTING",
    "LIVE",
    "Call",
    "Helper",
    "LiveText",
    "Vocabulary",
    "Written",
    "escape",
    "plain",
    "unescape",
]
