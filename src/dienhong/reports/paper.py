"""A report as an official document, and the files that are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dienhong.accounts.models import User
from dienhong.documents.issuers import standing_committee_of
from dienhong.documents.kinds import KINDS
from dienhong.documents.layout import STYLES, TEXT_WIDTH
from dienhong.documents.metrics import widest_line
from dienhong.documents.official import Appendix, OfficialDocument
from dienhong.documents.rendering import FORMATS
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
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
    """What a report says of itself: matter, period, the year in which it is written; number and day once issued."""

    subject: str
    period: str
    year: int
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
        require_format(ending)
        if ending == ".xlsx":
            return spreadsheet_of(self.document.title, self.figures, self.tables)
        return FORMATS[ending](self.document)


def require_format(ending: str) -> None:
    """Raise Refused, with the formats that there are."""
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        sentence = f"Không lập được tệp {ending or 'không có đuôi'}; chỉ có: {known}."
        raise Refused.because("report.format", sentence)


def paper_of(kind: Kind, head: Head, composed: list[Composed], figures: Figures, reader: User) -> Paper:
    """The document of worked-out sections, with the appendices as the reader may see them. Raises Refused."""
    tables = tuple(table_of(appendix, figures, reader) for appendix in kind.appendices)
    council = figures.coverage.council
    document = document_of(kind, head, council, strict(composed), tuple(map(printed, tables)))
    return Paper(document, tables, figures)


def document_of(
    kind: Kind, head: Head, council: Council, composed: list[Composed], appendices: tuple[Appendix, ...]
) -> OfficialDocument:
    """The paper of the standing committee, its sections one after the other."""
    texts = {one.source.key: unescape(one.markdown) for one in composed}
    recipients, filing = recipients_of(texts[RECIPIENTS])
    return OfficialDocument(
        issuer=standing_committee_of(council),
        kind=KINDS[kind.document],
        subject=_broken(head),
        number=head.number,
        issued_on=head.issued_on,
        year=head.year,
        body=tuple(block for one in composed for block in one.blocks),
        recipients=recipients,
        filing=filing,
        signature=signature_of(texts[SIGNATURE]),
        appendices=appendices,
    )


def _broken(head: Head) -> str:
    """A matter too long for a line is broken before the period, where a reader would pause."""
    if widest_line(head.subject, STYLES["subject"], 1000) <= TEXT_WIDTH:
        return head.subject
    return head.subject.replace(f" {head.period}", f"\n{head.period}", 1)
