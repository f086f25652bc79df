"""Until when a signed resolution is sent up and published, by the rules of the day on which it was signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.states import ResolutionStatus
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

AFTER_SIGNING = {
    "resolution.send_up": ("sent_up_on", "Gửi lên cấp trên"),
    "resolution.publish": ("published_on", "Đăng, niêm yết"),
}
"""The rule, the field that holds the day on which it was done, what it is called."""


def due(resolution: Resolution, code: str) -> DueDate | None:
    """None before signing, and where no rule holds for this council on that day."""
    if resolution.signed_on is None:
        return None
    rule = rulebook().on(resolution.signed_on, resolution.council.level).get(code)
    return due_date(rule, resolution.signed_on, calendar()) if rule else None


def facts(resolution: Resolution) -> Iterable[Fact]:
    for code, (field, label) in AFTER_SIGNING.items():
        if by := due(resolution, code):
            late = _late(getattr(resolution, field), by.day)
            yield Fact(f"{label} chậm nhất", f"{format_date(by.day)}{late}", by.explanation)


def _late(done_on: date | None, due_on: date) -> str:
    """How late it was done, in words."""
    days = (done_on - due_on).days if done_on else 0
    return f" (chậm {format_count(days)} ngày)" if days > 0 else ""


def tasks(resolutions: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: what was passed and is not signed; what was signed and is not sent up or published."""
    for resolution in resolutions.filter(status=ResolutionStatus.PASSED).order_by("passed_on")[:10]:
        yield Task(f"Ghi số, ngày ký: {resolution}", resolution.passed_on, resolution)
    issued = resolutions.filter(status=ResolutionStatus.ISSUED).select_related("council")
    for code, (field, label) in AFTER_SIGNING.items():
        yield from _waiting(issued.filter(**{field: None}).order_by("-signed_on")[:10], code, label)


def _waiting(resolutions: Iterable[Resolution], code: str, label: str) -> Iterator[Task]:
    for resolution in resolutions:
        if by := due(resolution, code):
            yield Task(f"{label}: {resolution}", by.day, resolution)
