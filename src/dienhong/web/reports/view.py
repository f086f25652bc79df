"""What the page of a report shows: its paper cut into the sections that are edited, its appendices, its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from dienhong.documents import wording
from dienhong.documents.blocks import Paragraph, Table, line_of
from dienhong.documents.flow import Part
from dienhong.documents.flow import sections as flow_of
from dienhong.documents.html import to_parts
from dienhong.documents.official import Appendix, OfficialDocument
from dienhong.organisations.naming import names_of
from dienhong.reports.composing import Composed
from dienhong.reports.figures import Asked, Figures
from dienhong.reports.language import unescape
from dienhong.reports.models import Report
from dienhong.reports.paper import ENDINGS
from dienhong.reports.sections import CLOSING

MOST_ROWS = 100
"""Rows of an appendix on the page; the files hold all."""

FORMAT_WORDS = {".docx": "Word", ".pdf": "PDF", ".xlsx": "Excel", ".html": "HTML", ".md": "Markdown"}


@dataclass(frozen=True)
class SectionView:
    """A section as it prints, or the sentence why it cannot be worked out; ``gaps`` says whose figures are missing."""

    key: str
    title: str
    depth: int
    html: SafeString
    refusal: str
    gaps: tuple[str, ...]
    edit_url: str


@dataclass(frozen=True)
class AppendixView:
    name: str
    title: str
    rows: int
    html: SafeString
    cut: bool


@dataclass(frozen=True)
class PaperView:
    """The paper from head to signature."""

    head: SafeString
    sections: list[SectionView]
    closing: SafeString
    notes: SafeString
    appendices: list[AppendixView]


def paper_view(
    report: Report,
    document: OfficialDocument,
    composed: Sequence[Composed],
    figures: Figures | None,
    *,
    edits: bool,
) -> PaperView:
    """The document with its sections apart; ``figures`` are those of a draft, to say what is missing."""
    parts = flow_of(document)[0].parts
    texts = [one.blocks for one in composed]
    groups: list[Iterable[Part]] = [[parts[0], *wording.opening(document)], *texts, [parts[-1]]]
    (head, *bodies, closing), notes = to_parts(groups)
    views = [_section(report, one, html, figures, edits) for one, html in zip(composed, bodies, strict=True)]
    appendices = [_appendix(appendix) for appendix in document.appendices]
    return PaperView(_ours(head), views, _ours(closing), _ours(notes), appendices)


def _section(report: Report, one: Composed, html: str, figures: Figures | None, edits: bool) -> SectionView:
    return SectionView(
        key=one.source.key,
        title=one.source.title,
        depth=one.source.depth,
        html=_ours(html),
        refusal=str(one.refusal or ""),
        gaps=tuple(gaps_of(one.missing, figures)) if figures else (),
        edit_url=reverse("reports-section", args=[report.council.slug, report.code, one.source.key])
        if edits
        else "",
    )


def gaps_of(missing: Iterable[Asked], figures: Figures) -> Iterator[str]:
    """Who has said nothing, once for each register: the figures of a register miss the same councils."""
    silent = {figures.used[asked].indicator.register.title: figures.used[asked].missing for asked in missing}
    for title, councils in silent.items():
        yield f"{title}: chưa có số liệu của {names_of(councils)}."


def _appendix(appendix: Appendix) -> AppendixView:
    """The first rows, as a page can bear them."""
    (body,) = appendix.body
    if not isinstance(body, Table):
        (html,), _ = to_parts([[Paragraph(line_of(""))]])
        return AppendixView(f"Phụ lục {appendix.number}", appendix.title, 0, _ours(html), False)
    shown = replace(body, rows=body.rows[:MOST_ROWS])
    (html,), _ = to_parts([[shown]])
    count = len(body.rows)
    return AppendixView(f"Phụ lục {appendix.number}", appendix.title, count, _ours(html), count > MOST_ROWS)


def section_html(composed: Composed) -> SafeString:
    """One section by itself, with its own notes below; recipients and signature line by line."""
    if composed.source.key in CLOSING:
        lines = unescape(composed.markdown).splitlines()
        groups: list[Iterable[Part]] = [[Paragraph(line_of(line)) for line in lines if line.strip()]]
    else:
        groups = [composed.blocks]
    (html,), notes = to_parts(groups)
    return _ours(html + notes)


def _ours(html: str) -> SafeString:
    """HTML of the documents' own writer, which escapes whatever was typed."""
    return mark_safe(html)  # noqa: S308 - see above


def files_of(report: Report) -> list[dict[str, Any]]:
    """label, url and hash (once it is signed) of every format."""
    kept = {file.ending: file.file for file in report.files.select_related("file").order_by("stage", "pk")}
    if not report.is_draft:
        order = [ending for ending in ENDINGS if ending in kept]
        return [{**_file(report, ending), "sha256": kept[ending].sha256} for ending in order]
    return [_file(report, ending) for ending in ENDINGS]


def _file(report: Report, ending: str) -> dict[str, Any]:
    url = reverse("reports-file", args=[report.council.slug, report.code, ending[1:]])
    return {"label": FORMAT_WORDS[ending], "url": url}
