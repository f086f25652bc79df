"""How undertakings stood on a day, read from their history; today is only the last of the days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from django.db.models import FilteredRelation, Q

from dienhong.followup.models import Progress, Undertaking
from dienhong.followup.states import SETTLED, TONES, WITH_AGENCY, WITH_COUNCIL, OriginKind, Status
from dienhong.registers.declaration import Division
from dienhong.vietnamese.numerals import format_count

SOON = 7


def line_holds(day: date, prefix: str = "") -> Q:
    """Lines of history, or with ``prefix`` what they are joined to, that hold on ``day``: one of each undertaking."""
    goes_on = Q(**{f"{prefix}until_on": None}) | Q(**{f"{prefix}until_on__gt": day})
    return Q(**{f"{prefix}on__lte": day}) & goes_on


def is_late(day: date, prefix: str = "") -> Q:
    """Lines by which the responsible body is past the date that was due."""
    return Q(**{f"{prefix}status__in": WITH_AGENCY, f"{prefix}due_on__lt": day})


def lines_on(day: date) -> Any:
    """The line of history that holds on ``day``, one for each undertaking that was there."""
    return Progress.objects.filter(line_holds(day))


LINE = "line"
"""What a line that is joined beside its undertaking, or beside its origin's record, is called."""


def beside_line(records: Any, day: date, since: date, path: str = "history") -> Any:
    """Undertakings, or what leads to one by ``path``, with the line of history that held on ``day``, if one did.

    Nothing happened to them before ``since``, the first day on which any of them counts: older lines are not read.
    """
    held = Q(**{f"{path}__on__gte": since}) & line_holds(day, f"{path}__")
    return records.annotate(**{LINE: FilteredRelation(path, condition=held)})


def stood_beside(statuses: Collection[str]) -> Q:
    """Of what has its line beside it: those that had one of these states."""
    return Q(**{f"{LINE}__status__in": list(statuses)})


def late_beside(day: date) -> Q:
    """Of what has its line beside it: those past the date that was due."""
    return is_late(day, f"{LINE}__")


def stood(statuses: Collection[str], day: date) -> Q:
    """Undertakings that had one of these states on ``day``."""
    return Q(pk__in=lines_on(day).filter(status__in=statuses).values("undertaking"))


def was_overdue(day: date) -> Q:
    """With the responsible body past the date that was due on that day."""
    return Q(pk__in=lines_on(day).filter(is_late(day)).values("undertaking"))


def was_due(day: date) -> Q:
    """Whose due date, as it was on that day, had passed."""
    return Q(pk__in=lines_on(day).filter(due_on__lt=day).values("undertaking"))


def status_on(undertaking: Undertaking, day: date) -> Status | None:
    """The state on a day; None before it was assigned."""
    line = lines_on(day).filter(undertaking=undertaking).first()
    return Status(line.status) if line else None


STANDINGS = {
    "overdue": "quá hạn",
    "with_agency": "đang làm, còn trong hạn",
    "with_council": "đã trả lời, chờ HĐND xem xét",
    "done": "đã xong",
    "closed": "đóng, có giải trình",
}


def _standing_part(part: str, day: date) -> Q:
    return {
        "overdue": lambda: was_overdue(day),
        "with_agency": lambda: stood(WITH_AGENCY, day) & ~was_overdue(day),
        "with_council": lambda: stood(WITH_COUNCIL, day),
        "done": lambda: stood([Status.CONFIRMED], day),
        "closed": lambda: stood([Status.CLOSED], day),
    }[part]()


standing = Division("tinh-trang", "Tình trạng", STANDINGS, _standing_part)

OPENNESS = {"open": "chưa xong", "settled": "đã kết thúc"}


def _openness_part(part: str, day: date) -> Q:
    return stood(SETTLED, day) if part == "settled" else stood((*WITH_AGENCY, *WITH_COUNCIL), day)


openness = Division("ket-thuc", "Kết thúc", OPENNESS, _openness_part)

LATENESS = {
    "over_90": "quá hạn từ 90 ngày trở lên",
    "60_90": "quá hạn từ 60 đến dưới 90 ngày",
    "30_60": "quá hạn từ 30 đến dưới 60 ngày",
    "under_30": "quá hạn dưới 30 ngày",
    "none": "không quá hạn",
}
LATE_FROM = {"over_90": 90, "60_90": 60, "30_60": 30, "under_30": 1}
"""The fewest days of each part; it ends where the part before it begins."""


def late_between(part: str, day: date) -> tuple[date | None, date]:
    """The due dates that are so late on ``day``: after the first (None: however early), up to the second."""
    before = [n for n in LATE_FROM.values() if n > LATE_FROM[part]]
    after = day - timedelta(days=min(before)) if before else None
    return after, day - timedelta(days=LATE_FROM[part])


def _lateness_part(part: str, day: date) -> Q:
    if part == "none":
        return ~was_overdue(day)
    after, last = late_between(part, day)
    late = lines_on(day).filter(status__in=WITH_AGENCY, due_on__lte=last)
    late = late.filter(due_on__gt=after) if after else late
    return Q(pk__in=late.values("undertaking"))


lateness = Division("qua-han", "Quá hạn", LATENESS, _lateness_part)


def _due_part(part: str, day: date) -> Q:
    return was_due(day) if part == "due" else ~was_due(day)


dueness = Division("den-han", "Đến hạn", {"due": "đã đến hạn", "not_due": "chưa đến hạn"}, _due_part)

origin_kind = Division("nguon", "Nguồn", dict(OriginKind.choices), lambda part, day: Q(origin_kind=part))


def shown(undertaking: Undertaking, today: date) -> tuple[str, str]:
    """How it looks and its word: overdue and due soon are worked out."""
    if late := undertaking.days_overdue(today):
        return "overdue", f"Quá hạn {format_count(late)} ngày"
    left = (undertaking.due_on - today).days
    if undertaking.status in WITH_AGENCY and left <= SOON:
        return "due_soon", "Hạn hôm nay" if left == 0 else f"Còn {format_count(left)} ngày"
    return TONES[Status(undertaking.status)], Status(undertaking.status).label
