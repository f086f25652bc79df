"""The appendices of the yearly summary, numbered as offices number them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch

from dienhong.followup.models import Progress
from dienhong.meetings.models import MatterSubmitted
from dienhong.oversight.models import Oversight
from dienhong.oversight.states import LeadKind
from dienhong.questioning.models import Question
from dienhong.reports.coverage import OWN
from dienhong.reports.figures import Asked
from dienhong.reports.kinds.declaration import Appendix, AppendixColumn
from dienhong.vietnamese.dates import format_date, format_range
from dienhong.voters.models import Petition
from dienhong.voters.states import PetitionStatus

Column = AppendixColumn


def _lines(record: Any) -> Iterator[Progress]:
    """The history of what follows from a record up to the day of the report, the latest first."""
    if record.origin:
        for undertaking in record.origin.undertakings.all():
            yield from reversed(undertaking.told)


def told_until(records: Any, day: date) -> Any:
    """With the history up to that day."""
    lines = Progress.objects.filter(on__lte=day).select_related("document").order_by("on", "pk")
    return records.prefetch_related(Prefetch("origin__undertakings__history", queryset=lines, to_attr="told"))


def _answer(petition: Petition) -> str:
    """What was last said of it by then."""
    return next((line.text for line in _lines(petition) if line.result and line.text), "")


def _document(petition: Petition) -> str:
    """The paper that said it."""
    return next((str(line.document) for line in _lines(petition) if line.result and line.document), "")


def _promised(petition: Petition) -> date | None:
    """Until when it was promised, else until when it is due."""
    line = next(_lines(petition), None)
    promised = next((one.promised_on for one in _lines(petition) if one.promised_on), None)
    return promised or (line.due_on if line else None)


def _petitions(number: str, title: str, status: PetitionStatus, *own: AppendixColumn) -> Appendix:
    columns = (
        Column("Nơi có kiến nghị", "place", 1.1),
        Column("Nội dung kiến nghị", "text", 3),
        Column("Lĩnh vực", "field", 1.35),
        Column("Cơ quan giải quyết", "lead", 1.35),
        *own,
    )
    asked = Asked("petitions.received", ("status", status))
    return Appendix(number, title, asked, columns, level=OWN, fetched=told_until)


def _venue(question: Question) -> str:
    """At which session, or how else."""
    return question.session.title if question.session else str(question.said("venue"))


def _when(oversight: Oversight) -> str:
    first, last = oversight.starts_on, oversight.ends_on
    return format_range(first, last or first) if first else ""


def _concluded(oversight: Oversight) -> str:
    """The paper that ends it: the conclusion, else the report."""
    if oversight.conclusion_number or oversight.concluded_on:
        return _paper(oversight.conclusion_number, oversight.concluded_on)
    return _paper(oversight.report_number, oversight.reported_on)


def _paper(number: str, on: date | None) -> str:
    """12/TTr-UBND ngày 09/5/2023; one of the two where the other is not known."""
    return " ngày ".join(filter(None, [number, format_date(on) if on else ""]))


def _decision(matter: MatterSubmitted) -> str:
    """What was decided, and what was asked with it."""
    return ": ".join(filter(None, [str(matter.said("decision")), matter.decision_text])).capitalize()


def _recommended(oversight: Oversight) -> int:
    return len(oversight.origin.undertakings.all()) if oversight.origin else 0


def _done(oversight: Oversight) -> int:
    """How many of them the council had confirmed by the day of the report."""
    undertakings = oversight.origin.undertakings.all() if oversight.origin else ()
    return sum(one.told[-1].status == "confirmed" for one in undertakings if one.told)


def _oversights(number: str, who: str, lead: LeadKind, *first: AppendixColumn) -> Appendix:
    columns = (
        *first,
        Column("Nội dung giám sát, khảo sát", "topic", 3),
        Column("Hình thức", "form", 1.1),
        Column("Đơn vị chịu giám sát", "targets", 1.6),
        Column("Thời gian", _when, 1),
        Column("Văn bản kết luận, báo cáo", _concluded, 1.55),
        Column("Số kiến nghị", _recommended, 0.6, "center"),
        Column("Đã thực hiện", _done, 0.6, "center"),
    )
    asked = Asked("oversight.topics", ("lead", lead))
    return Appendix(number, f"Giám sát, khảo sát chuyên đề của {who}", asked, columns, fetched=told_until)


APPENDICES = (
    Appendix(
        "1",
        "Nội dung chất vấn",
        Asked("questions.put"),
        (
            Column("Chất vấn tại", _venue, 1.6),
            Column("Đại biểu chất vấn", "askers", 1.3),
            Column("Nội dung chất vấn", "text", 2.8),
            Column("Cơ quan, người trả lời", lambda question: question.answered_by or question.body, 1.5),
            Column("Nội dung trả lời, lời hứa", "answer", 3.3),
            Column("Kết quả", "status", 0.9),
        ),
        fetched=lambda records, day: records.select_related("session"),
    ),
    _petitions(
        "2.1",
        "Kiến nghị của cử tri đã giải quyết, trả lời",
        PetitionStatus.RESOLVED,
        Column("Nội dung giải quyết, trả lời", _answer, 2.4),
        Column("Văn bản", _document, 1.4),
    ),
    _petitions(
        "2.2",
        "Kiến nghị của cử tri đang giải quyết",
        PetitionStatus.IN_PROGRESS,
        Column("Tiến độ, lý do chưa xong", _answer, 2.4),
        Column("Thời hạn", _promised, 0.9, "center"),
    ),
    _oversights("3.1", "HĐND", LeadKind.COUNCIL),
    _oversights("3.2", "Thường trực HĐND", LeadKind.STANDING_COMMITTEE),
    _oversights("3.3", "các Ban của HĐND", LeadKind.COMMITTEE, Column("Chủ thể", "lead", 1.1)),
    _oversights("3.4", "các Tổ đại biểu HĐND", LeadKind.DELEGATE_GROUP, Column("Chủ thể", "lead", 1.1)),
    Appendix(
        "4",
        "Nội dung UBND trình Thường trực HĐND xem xét giữa hai kỳ họp",
        Asked("standing_meetings.matters"),
        (
            Column("Phiên họp", lambda matter: matter.meeting.title, 1.6),
            Column("Cơ quan trình", "submitter", 1.3),
            Column("Tờ trình", lambda m: _paper(m.submission_number, m.submitted_on), 1.6),
            Column("Nội dung trình", "text", 2.7),
            Column("Ý kiến của Thường trực HĐND", _decision, 1.5),
            Column("Văn bản trả lời", lambda matter: _paper(matter.reply_number, matter.reply_on), 1.6),
        ),
        fetched=lambda records, day: records.select_related("meeting"),
    ),
)
