"""How tasks and regulations are divided on a day, for lists and desk alike."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q

from dienhong.registers.declaration import Division

OUTCOMES = {
    "in_time": "đã thực hiện, đúng hạn",
    "late": "đã thực hiện, chậm",
    "not_done": "không thực hiện",
    "overdue": "quá hạn",
    "open": "chưa đến hạn",
}


def outcome_was(part: str, day: date) -> Q:
    """What had become of a task by ``day``."""
    done, given_up = Q(done_on__lte=day), ~Q(not_done_why="")
    waiting = (Q(done_on=None) | Q(done_on__gt=day)) & ~given_up
    return {
        "in_time": done & Q(done_on__lte=F("due_by")),
        "late": done & Q(done_on__gt=F("due_by")),
        "not_done": given_up,
        "overdue": waiting & Q(due_by__lt=day),
        "open": waiting & Q(due_by__gte=day),
    }[part]


outcome = Division("ket-qua", "Kết quả", OUTCOMES, outcome_was)


def _force(part: str, day: date) -> Q:
    ended = Q(ended_on__lte=day)
    return ended if part == "ended" else Q(ended_on=None) | Q(ended_on__gt=day)


force = Division("hieu-luc", "Hiệu lực", {"in_force": "đang hiệu lực", "ended": "hết hiệu lực"}, _force)
