"""The paper of a stored report: live while it is a draft, as it was signed ever after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from dienhong.accounts.models import User
from dienhong.documents.blocks import (
    Align,
    Block,
    Heading,
    Inline,
    Line,
    Listing,
    Note,
    Paragraph,
    Table,
    Text,
)
from dienhong.documents.official import Appendix, OfficialDocument
from dienhong.reports.addresses import Addressing
from dienhong.reports.appendices import printed, printed_table, table_of
from dienhong.reports.composing import Composed, Composer
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Figures
from dienhong.reports.kinds import Kind, get_kind
from dienhong.reports.models import Report, ReportSection
from dienhong.reports.paper import Head, Paper, document_of, paper_of
from dienhong.reports.sections import SectionText


def coverage_of(report: Report) -> Coverage:
    """What the report is about, whoever reads it: its numbers are those of the whole area."""
    return Coverage.of(report.council, report.period, report.day, User.objects.operator())


def texts_of(sections: Iterable[ReportSection]) -> list[SectionText]:
    return [SectionText(section.key, section.text) for section in sections]


@dataclass(frozen=True)
class Live:
    """A draft with its figures worked out."""

    report: Report
    composed: list[Composed]
    figures: Figures

    def paper(self, reader: User) -> Paper:
        """The document; appendices hold what the reader may see. Raises Refused."""
        return paper_of(get_kind(self.report.kind), head_of(self.report), self.composed, self.figures, reader)


def live(
    report: Report, sections: Iterable[ReportSection], addressing: Addressing, coverage: Coverage
) -> Live:
    """The sections worked out today."""
    composer = Composer(coverage, addressing)
    return Live(report, composer.compose(texts_of(sections)), composer.figures)


def drafted_appendices(kind: Kind, figures: Figures, reader: User) -> tuple[Appendix, ...]:
    """The appendices as a reader may see them."""
    return tuple(printed(table_of(appendix, figures, reader)) for appendix in kind.appendices)


def head_of(report: Report) -> Head:
    return Head(report.title, report.period.label, report.period.until.year, report.number, report.issued_on)


def frozen_document(report: Report) -> OfficialDocument:
    """The document as it was signed, with the number and the day that it has by now."""
    composed = [Composed(SectionText(s.key, s.text), s.frozen) for s in report.sections.all()]
    appendices = tuple(
        printed_table(a.number, a.title, a.headings, a.rows, aligns=_aligns(a.aligns), widths=tuple(a.widths))
        for a in report.appendices.all()
    )
    document = document_of(get_kind(report.kind), head_of(report), report.council, composed, appendices)
    return replace(document, body=unlinked(document.body))


def _aligns(words: list[Any]) -> tuple[Align, ...]:
    return tuple(words)


def unlinked(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without links: a file leaves the house, where they would lead nowhere."""
    return tuple(map(_unlinked_block, blocks))


def _unlinked_block(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, line=_unlinked_line(block.line))
        case Listing(items):
            return replace(block, items=tuple(map(unlinked, items)))
        case Table(header, rows):
            return replace(block, header=tuple(map(_row, header)), rows=tuple(map(_row, rows)))


def _row(row: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(map(_unlinked_line, row))


def _unlinked_line(line: Line) -> Line:
    return tuple(map(_unlinked, line))


def _unlinked(inline: Inline) -> Inline:
    match inline:
        case Text():
            return replace(inline, href="")
        case Note(line):
            return Note(_unlinked_line(line))
    return inline
