"""From a template to the sections of a report, and from sections with figures in them to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from dienhong.documents.blocks import Block
from dienhong.documents.markdown import from_markdown
from dienhong.kernel.errors import Refused
from dienhong.reports.addresses import Addresses
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Asked, Figures
from dienhong.reports.helpers import Helpers, asked_by, helpers_of
from dienhong.reports.kinds import Drafting, Kind
from dienhong.reports.language import DRAFTING, LIVE, LiveText, Vocabulary, Written
from dienhong.reports.sections import CLOSING, SectionText, sections_of
from dienhong.reports.words import words_of

COUNTED = ("gia_tri", "dem_hoi_dong")
"""Helpers that a template may ask while a report is begun: plain numbers for its conditions."""


def begin(kind: Kind, figures: Figures, template: str = "") -> tuple[SectionText, ...]:
    """The sections of a new report: names settled, sentences drafted from the data, figures left live."""
    return sections_of(_drafted(kind, figures, template or kind.template))


def subject_of(kind: Kind, figures: Figures) -> str:
    """What a new report of this kind is called."""
    return " ".join(_drafted(kind, figures, kind.subject).split())


def _drafted(kind: Kind, figures: Figures, source: str) -> str:
    words = words_of(figures.coverage)
    helpers = helpers_of(Helpers(figures, Addresses(figures.coverage, None)))
    drafting = Drafting(figures.coverage, figures, words)
    drafts = {name: partial(_draft, draft, drafting) for name, draft in kind.drafts.items()}
    text = DRAFTING.read(source, Vocabulary({**{name: helpers[name] for name in COUNTED}, **drafts}, words))
    figures.prepare(asked_by(text.calls))
    return text.write()


def _draft(draft: Callable[[Drafting], str], drafting: Drafting) -> Written:
    return Written(draft(drafting))


@dataclass(frozen=True)
class Composed:
    """A section with its figures worked out; ``refusal`` says why where that could not be."""

    source: SectionText
    markdown: str = ""
    refusal: Refused | None = None
    missing: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What prints; recipients and signature have their own place."""
        return () if self.source.key in CLOSING else from_markdown(self.markdown)


class Composer:
    """Works out the sections of one report for one reader, every figure once."""

    def __init__(self, coverage: Coverage, addresses: Addresses, figures: Figures | None = None) -> None:
        self.figures = figures or Figures(coverage)
        self.vocabulary = Vocabulary(helpers_of(Helpers(self.figures, addresses)), words_of(coverage))

    def compose(self, sections: Sequence[SectionText]) -> list[Composed]:
        """Every section; one that cannot be worked out says why and holds up no other."""
        read = [self._read(section) for section in sections]
        self.figures.prepare(_asked([text for text in read if isinstance(text, LiveText)]))
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

    def _missing(self, text: LiveText) -> tuple[str, ...]:
        """Keys of the figures of this text for which some council has said nothing."""
        asked = sorted({one.key for one in asked_by(text.calls) if one.key in self.figures.used})
        return tuple(key for key in asked if self.figures.used[key].missing)


def _asked(texts: Sequence[LiveText]) -> set[Asked]:
    return {one for text in texts for one in asked_by(text.calls)}


def strict(composed: Sequence[Composed]) -> list[Composed]:
    """The same, or Refused with every section that could not be worked out by its name."""
    refused = [one for one in composed if one.refusal]
    if refused:
        told = " ".join(f"“{one.source.title}”: {one.refusal}" for one in refused)
        raise Refused.because("report.section", told)
    return list(composed)
