"""What is kept of a report when it is signed off: its text, its figures with their records, appendices, files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dienhong.accounts.models import User
from dienhong.documents.rendering import FORMATS
from dienhong.reports.addresses import Frozen
from dienhong.reports.appendices import AppendixTable
from dienhong.reports.figures import Asked, Figures
from dienhong.reports.models import FrozenAppendix, FrozenFigure, Report
from dienhong.reports.paper import ENDINGS, Paper
from dienhong.reports.papers import coverage_of, frozen_document, live, unlinked


@dataclass(frozen=True)
class Keepsake:
    """Everything that is frozen, not yet written down."""

    texts: Mapping[str, str]
    figures: tuple[FrozenFigure, ...]
    appendices: tuple[FrozenAppendix, ...]
    files: Mapping[str, bytes]


def compare_page(report: Report) -> str:
    """Where a signed report stands beside today."""
    return f"/{report.council.slug}/bao-cao/{report.code}/so-voi-hom-nay/"


def freeze(report: Report) -> Keepsake:
    """The draft as it stands. Raises Refused with every section that cannot be worked out."""
    found = live(report, report.sections.all(), Frozen(compare_page(report)), coverage_of(report))
    paper = found.paper(User.objects.operator())
    return Keepsake(
        texts={one.source.key: one.markdown for one in found.composed},
        figures=tuple(_figures(report, found.figures)),
        appendices=tuple(_appendix(report, n, table) for n, table in enumerate(paper.tables)),
        files=dict(_files(paper)),
    )


def issued_files(report: Report) -> dict[str, bytes]:
    """The files with number and day: what was signed, printed once more; the workbook has no number."""
    document = frozen_document(report)
    return {ending: render(document) for ending, render in FORMATS.items()}


def _files(paper: Paper) -> Iterator[tuple[str, bytes]]:
    bare = replace(paper, document=replace(paper.document, body=unlinked(paper.document.body)))
    return ((ending, bare.rendered(ending)) for ending in ENDINGS)


def _figures(report: Report, figures: Figures) -> Iterator[FrozenFigure]:
    for place, (asked, figure) in enumerate(figures.used.items()):
        name, value = asked.part or ("", "")
        yield FrozenFigure(
            report=report,
            place=place,
            indicator=asked.code,
            breakdown=name,
            part=value,
            label=figures.label(asked),
            unit=figure.indicator.unit,
            total=figure.value(part=asked.part),
            by_council=by_slug(figures, asked),
            missing=[council.slug for council in figure.missing],
            records=records_of(figures, asked),
        )


def by_slug(figures: Figures, asked: Asked) -> dict[str, int]:
    """The value of every council, by its address."""
    councils = figures.figure(asked).councils
    return {council.slug: figures.of_council(asked, council) for council in councils}


def records_of(figures: Figures, asked: Asked) -> list[list[object]]:
    """Key, code and council of every record behind a figure."""
    found = figures.records(asked).order_by("council", "pk").values_list("pk", "code", "council__slug")
    return [list(row) for row in found]


def _appendix(report: Report, place: int, table: AppendixTable) -> FrozenAppendix:
    return FrozenAppendix(
        report=report,
        place=place,
        number=table.appendix.number,
        title=table.appendix.title,
        headings=list(table.headings),
        aligns=list(table.aligns),
        widths=list(table.widths),
        rows=[list(row) for row in table.words],
    )
