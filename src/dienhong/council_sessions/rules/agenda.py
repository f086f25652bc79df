"""When an item may stand on the programme, and what becomes of it; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date

ASKED = {
    "draft_resolution": {"submission": "tờ trình", "draft_resolution": "dự thảo nghị quyết"},
    "report": {"report": "báo cáo"},
    "personnel": {"submission": "tờ trình"},
}
"""The papers without which an item of a kind has no file; other kinds need none."""


class FiledPaper(NamedTuple):
    """A paper of an item's file, as far as the gate looks at it."""

    kind: str
    title: str
    received_on: date | None
    due_on: date | None


def missing_of_file(kind: str, papers: Sequence[FiledPaper]) -> list[str]:
    """What the file of an item lacks, in words: papers that are not there, or came too late to be read."""
    there = {paper.kind for paper in papers}
    lacking = [f"chưa có {name}" for asked, name in ASKED.get(kind, {}).items() if asked not in there]
    return [*lacking, *_late(papers)]


def _late(papers: Sequence[FiledPaper]) -> Iterator[str]:
    for paper in papers:
        if paper.received_on is None:
            yield f"chưa nhận “{paper.title}”"
        elif paper.due_on and paper.received_on > paper.due_on:
            days = (paper.received_on - paper.due_on).days
            yield f"“{paper.title}” nhận ngày {format_date(paper.received_on)}, chậm {days} ngày"


def file_is_complete(missing: Sequence[str]) -> RuleViolation | None:
    """The gate: what is not ready is not put on the programme, unless somebody answers for it with a reason."""
    if not missing:
        return None
    sentence = (
        f"Hồ sơ chưa đủ: {'; '.join(missing)}. Nếu vẫn đưa vào, hãy dùng bước "
        "“Đưa vào chương trình dù hồ sơ chưa đủ” và ghi lý do."
    )
    return RuleViolation("item.incomplete", sentence)


def anyway_needs_a_gap(missing: Sequence[str]) -> RuleViolation | None:
    if missing:
        return None
    return RuleViolation("item.complete", "Hồ sơ đã đủ; hãy dùng bước “Đưa vào chương trình”.")


def passed_by_its_vote(results: Sequence[bool]) -> RuleViolation | None:
    """Where the council voted on an item, it passed only if one of the votes carried."""
    if not results or any(results):
        return None
    return RuleViolation("item.not_carried", "Biểu quyết về nội dung này không đạt tỷ lệ cần thiết.")


def decided_in_closed_session(session_closed: bool, undecided: bool) -> RuleViolation | None:
    if not session_closed or not undecided:
        return None
    sentence = "Kỳ họp đã bế mạc nên không còn nội dung chờ xem xét; hãy mở lại kỳ họp trước."
    return RuleViolation("item.session_closed", sentence, "session")


def postponed_before_carried(postponed: bool) -> RuleViolation | None:
    if postponed:
        return None
    return RuleViolation("item.not_postponed", "Chỉ nội dung đã lùi mới chuyển sang kỳ họp khác.")


def carried_to_another(same: bool) -> RuleViolation | None:
    if not same:
        return None
    return RuleViolation("item.same_session", "Hãy chọn một kỳ họp khác.", "postponed_to")


def not_carried_on(carried: bool) -> RuleViolation | None:
    """What was taken over by another session is decided there."""
    if not carried:
        return None
    return RuleViolation("item.carried", "Nội dung đã được chuyển sang kỳ họp khác.")
