"""From a template to the sections of a report, and from sections with figures in them to text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dienhong.documents.blocks import Block
from dienhong.documents.markdown import from_markdown
from dienhong.kernel.errors import Refused
from dienhong.reports.addresses import Addressing, Nowhere
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Asked, Figures
from dienhong.reports.helpers import COUNTS, Source, asked_by, helpers_of
from dienhong.reports.kinds import Kind
from dienhong.reports.language import DRAFTING, LIVE, LiveText, Vocabulary
from dienhong.reports.sections import CLOSING, SectionText, sections_of
from dienhong.reports.words import words_of

_EMPTY_LINES = re.compile(r"\n{3,}")


def begin(kind: Kind, figures: Figures, template: str = "") -> tuple[SectionText, ...]:
    """The sections of a new report: names settled, sentences drafted from the data, figures left live."""
    return sections_of(drafted(figures, template or kind.template))


def subject_of(kind: Kind, figures: Figures) -> str:
    """What a new report of this kind is called."""
    return " ".join(drafted(figures, kind.subject).split())


def drafted(figures: Figures, source: str) -> str:
    """The text with everything settled that is settled when a report is begun."""
    counts = helpers_of(Source(figures, Nowhere()), COUNTS)
    text = DRAFTING.read(source, Vocabulary(counts, words_of(figures.coverage)))
    figures.prepare(one.code for one in asked_by(text.calls))
    used = dict(figures.used)
    written = _EMPTY_LINES.sub("\n\n", text.write())
    figures.used = used  # what was only asked about is no figure of the text
    return written


@dataclass(frozen=True)
class Composed:
    """A section with its figures worked out; ``refusal`` says why where that could not be."""

    source: SectionText
    markdown: str = ""
    refusal: Refused | None = None
    missing: tuple[Asked, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What prints; recipients and signature have their own place."""
        return () if self.source.key in CLOSING else from_markdown(self.markdown)


class Composer:
    """Works out the sections of one report for one reader, every figure once."""

    def __init__(self, coverage: Coverage, addresses: Addressing, figures: Figures | None = None) -> None:
        self.figures = figures or Figures(coverage)
        self.vocabulary = Vocabulary(helpers_of(Source(self.figures, addresses)), words_of(coverage))

    def compose(self, sections: Sequence[SectionText]) -> list[Composed]:
        """Every section; one that cannot be worked out says why and holds up no other."""
        read = [self._read(section) for section in sections]
        texts = [text for text in read if isinstance(text, LiveText)]
        self.figures.prepare(one.code for text in texts for one in asked_by(text.calls))
        return [
            self._written(section, text) if isinstance(text, LiveText) else Composed(section, refusal=text)
            for section, text in zip(sections, read, strict=True)
        ]

    def _read(self, section: SectionText) -> LiveText | Refused:
        try:
            return LIVE.read(section.text, self.vocabulary)
        except Refused as refusal:
            return refusal

    def _written(self, section: SectionText, text: LiveText) -> Composed:
        try:
            markdown = text.write()
        except Refused as refusal:
            return Composed(section, refusal=refusal)
        return Composed(section, markdown, missing=self._missing(text))

    def _missing(self, text: LiveText) -> tuple[Asked, ...]:
        """The figures of this text for which some council has said nothing."""
        used = self.figures.used
        return tuple(sorted((a for a in asked_by(text.calls) if a in used and used[a].missing), key=str))


def strict(composed: Sequence[Composed]) -> list[Composed]:
    """The same, or Refused with every section that could not be worked out by its name."""
    refused = [one for one in composed if one.refusal]
    if refused:
        told = " ".join(f"“{one.source.title}”: {one.refusal}" for one in refused)
        raise Refused.because("report.section", told)
    return list(composed)
