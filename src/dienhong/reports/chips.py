"""Every expression of a text with what it comes to now: what an editor shows in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dienhong.documents.blocks import Heading, Paragraph, plain
from dienhong.documents.markdown import from_markdown
from dienhong.indicators.declaration import all_indicators
from dienhong.kernel.errors import Refused
from dienhong.reports.composing import Composer
from dienhong.reports.coverage import BELOW, OWN
from dienhong.reports.language import LIVE

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LINE = re.compile(r"^Dòng \d+: ")  # a chip stands on its line
_BLOCK_WORDS = {"if": "nếu", "elif": "hoặc nếu", "else": "nếu không thì", "endif": "hết điều kiện"}
TABLE = "bảng số liệu"
MOST_SHOWN = 80


@dataclass(frozen=True)
class Chip:
    """An expression as it is written, and what a reader sees there."""

    source: str
    words: str
    refused: bool = False


def chips_of(text: str, composer: Composer) -> list[Chip]:
    """One for every expression, in the order of the text, each different one once."""
    return [_chip(source, composer) for source in dict.fromkeys(_EXPRESSION.findall(text))]


def _chip(source: str, composer: Composer) -> Chip:
    if not source.startswith("{{"):
        words = source[2:-2].strip("-+ ").split()
        return Chip(source, _BLOCK_WORDS.get(words[0], "ghi chú") if words else "ghi chú")
    try:
        return Chip(source, _shown(LIVE.read(source, composer.vocabulary).write()))
    except Refused as refusal:
        sentence = _LINE.sub("", str(refusal))
        return Chip(source, sentence[:1].upper() + sentence[1:], refused=True)


def _shown(markdown: str) -> str:
    """The words of a short piece of Markdown; what is no line of text is told by what it is."""
    words = " ".join(
        plain(block.line) if isinstance(block, Heading | Paragraph) else TABLE
        for block in from_markdown(markdown)
    )
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN].rsplit(' ', 1)[0]}…"


@dataclass(frozen=True)
class Offer:
    """A figure that may be put into a text."""

    label: str
    source: str


def offers(*, several: bool) -> Iterator[tuple[str, list[Offer]]]:
    """The figures of the installation by register: of all councils, of this one, of those below."""
    groups: dict[str, list[Offer]] = {}
    for indicator in all_indicators():
        found = groups.setdefault(indicator.register.title, [])
        found.append(Offer(indicator.label, _so(indicator.code)))
        if several:
            found.append(Offer(f"{indicator.label} – Hội đồng này", _so(indicator.code, OWN)))
            found.append(Offer(f"{indicator.label} – cấp dưới", _so(indicator.code, BELOW)))
    yield from groups.items()


def _so(code: str, level: str = "") -> str:
    return f'{{{{ so("{code}", level="{level}") }}}}' if level else f'{{{{ so("{code}") }}}}'
