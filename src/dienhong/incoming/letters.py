"""The letter that asks a sender to correct what the office found wrong, as an official document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dienhong.documents.blocks import Line, Paragraph, Table, line_of
from dienhong.documents.issuers import standing_committee_of
from dienhong.documents.kinds import KINDS
from dienhong.documents.official import OfficialDocument, Recipient, Signature
from dienhong.incoming.findings import KeptFinding
from dienhong.incoming.models import IncomingReport
from dienhong.kernel.errors import Refused
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

NOTHING = "Chưa có phát hiện nào được ghi “cần sửa” nên chưa có gì để viết công văn."
HEADER = ("TT", "Trích trong báo cáo", "Nội dung cần rà soát, sửa")
WIDTHS = (0.07, 0.45, 0.48)


def letter_of(report: IncomingReport, corrections: Sequence[KeptFinding], today: date) -> OfficialDocument:
    """A letter without number and day, to be finished in Word. Raises Refused where nothing is to be corrected."""
    if not corrections:
        raise Refused.because("incoming.nothing", NOTHING)
    sender = report.sender.name if report.sender else report.sender_name
    return OfficialDocument(
        issuer=standing_committee_of(report.council),
        kind=KINDS["letter"],
        subject="rà soát, sửa số liệu trong báo cáo",
        year=today.year,
        addressees=(sender,),
        body=(
            Paragraph(line_of(_opening(report, sender, len(corrections)))),
            _table(corrections),
            _closing(sender),
        ),
        recipients=(Recipient("Như trên"),),
        signature=Signature("Chủ tịch", authority=("TM. Thường trực HĐND",)),
    )


def _opening(report: IncomingReport, sender: str, count: int) -> str:
    return (
        f"Ngày {format_date(report.received_on)}, Thường trực HĐND {report.council.short_name} nhận được "
        f"“{report.title}” của {sender}. Qua đối chiếu các số liệu trong báo cáo, đề nghị {sender} rà soát, "
        f"sửa {format_count(count)} nội dung sau:"
    )


def _table(corrections: Sequence[KeptFinding]) -> Table:
    rows = tuple(_row(number, finding) for number, finding in enumerate(corrections, start=1))
    header = tuple(line_of(word, bold=True) for word in HEADER)
    return Table(header=(header,), rows=rows, aligns=("center", "left", "left"), widths=WIDTHS)


def _row(number: int, finding: KeptFinding) -> tuple[Line, ...]:
    return line_of(str(number)), line_of(f"… {finding.excerpt} …", italic=True), line_of(finding.message)


def _closing(sender: str) -> Paragraph:
    return Paragraph(line_of(f"Đề nghị {sender} gửi lại báo cáo đã sửa để tổng hợp./."))
