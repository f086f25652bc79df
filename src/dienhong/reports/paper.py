"""A report as an official document, and the files that are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dienhong.accounts.models import User
from dienhong.documents.issuers import standing_committee_of
from dienhong.documents.kinds import KINDS
from dienhong.documents.layout import STYLES, TEXT_WIDTH
from dienhong.documents.metrics import widest_line
from dienhong.documents.official import OfficialDocument
from dienhong.documents.rendering import FORMATS
from dienhong.kernel.errors import Refused
from dienhong.reports.appendices import AppendixTable, printed, table_of
from dienhong.reports.closing import recipients_of, signature_of
from dienhong.reports.composing import Composed, strict
from dienhong.reports.figures import Figures
from dienhong.reports.kinds import Kind
from dienhong.reports.language import unescape
from dienhong.reports.sections import RECIPIENTS, SIGNATURE
from dienhong.reports.spreadsheet import spreadsheet_of

ENDINGS = (".docx", ".pdf", ".xlsx", ".html", ".md")


@dataclass(frozen=True)
class Head:
    """What a report says of itself: its matter, and number and day once it is issued."""

    subject: str
    number: int | None = None
    issued_on: date | None = None


@dataclass(frozen=True)
class Paper:
    """Everything that the files of a report show."""

    document: OfficialDocument
    tables: tuple[AppendixTable, ...]
    figures: Figures

    def rendered(self, ending: str) -> bytes:
        """One file. Raises Refused for an ending that is no format of a report."""
        if ending == ".xlsx":
            return spreadsheet_of(self.document.title, self.figures, self.tables)
        if ending not in FORMATS:
            known = ", ".join(ENDINGS)
            raise Refused.because(
                "report.format", f"Không lập được tệp {ending or 'không đuôi'}; chỉ có: {known}."
            )
        return FORMATS[ending](self.document)


def paper_of(kind: Kind, head: Head, composed: list[Composed], figures: Figures, reader: User) -> Paper:
    """The document of worked-out sections, with the appendices as the reader may see them. Raises Refused."""
    texts = {one.source.key: one for one in strict(composed)}
    tables = tuple(table_of(appendix, figures, reader) for appendix in kind.appendices)
    recipients, filing = recipients_of(unescape(texts[RECIPIENTS].markdown))
    coverage = figures.coverage
    document = OfficialDocument(
        issuer=standing_committee_of(coverage.council),
        kind=KINDS[kind.document],
        subject=_broken(head.subject, coverage.period.label),
        number=head.number,
        issued_on=head.issued_on,
        year=coverage.period.until.year,
        body=tuple(block for one in composed for block in one.blocks),
        recipients=recipients,
        filing=filing,
        signature=signature_of(unescape(texts[SIGNATURE].markdown)),
        appendices=tuple(map(printed, tables)),
    )
    return Paper(document, tables, figures)


def _broken(subject: str, before: str) -> str:
    """A matter too long for a line is broken before the period, where a reader would pause."""
    if widest_line(subject, STYLES["subject"], 1000) <= TEXT_WIDTH:
        return subject
    return subject.replace(f" {before}", f"\n{before}", 1)
