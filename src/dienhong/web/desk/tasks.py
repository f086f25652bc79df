"""What is to be done: each register says it of its own records, the most pressing first."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, Task, all_registers
from dienhong.vietnamese.numerals import format_count

MOST = 12
SOON = 7


def tasks_of(council: Council, user: User, today: date) -> list[dict[str, str]]:
    """Open tasks of the council for whoever may act on them, as ``components/tasks.html`` draws them."""
    found = [
        (task, register)
        for register in all_registers()
        if access_of(user).may_act(council, register.model.WRITERS)
        for task in register.tasks(
            register.objects.readable_by(user).counted().filter(council=council), today
        )
    ]
    found.sort(key=lambda pair: pair[0].due_on)
    return [_shown(task, register, council, today) for task, register in found[:MOST]]


def _shown(task: Task, register: Register, council: Council, today: date) -> dict[str, str]:
    state, word = _pressing((task.due_on - today).days)
    url = reverse(f"{register.code}-record", args=[council.slug, task.record.code])
    return {"state": state, "word": word, "title": task.what, "url": url, "note": str(task.record)}


def _pressing(days: int) -> tuple[str, str]:
    if days < 0:
        return "overdue", f"Quá hạn {format_count(-days)} ngày"
    if days == 0:
        return "due_soon", "Hôm nay"
    return ("due_soon" if days <= SOON else "neutral"), f"Còn {format_count(days)} ngày"
