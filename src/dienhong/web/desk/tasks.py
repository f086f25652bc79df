"""The desk's tasks as a page draws them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.followup.models import Assignment, Undertaking
from dienhong.followup.states import WITH_AGENCY
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, Task
from dienhong.registers.todo import todo_of
from dienhong.vietnamese.numerals import format_count
from dienhong.web.followup.views.board import task_of

MOST, EACH = 16, 4
"""Lines of the desk, in all and of one register: what is long overdue in one does not bury the others."""
SOON = 7


class Todo(NamedTuple):
    """What the desk shows of what is open, and the registers that hold more of it."""

    tasks: list[dict[str, str]]
    more: list[dict[str, str]]


def tasks_of(council: Council, user: User, today: date) -> Todo:
    """Open tasks of the council for whoever may act on them, as ``components/tasks.html`` draws them."""
    found, of_register = todo_of(council, user, today), Counter[str]()
    chosen: list[dict[str, str]] = []
    for task, register in found:
        if of_register[register.code] < EACH and len(chosen) < MOST:
            of_register[register.code] += 1
            chosen.append(_shown(task, register, council, today))
    in_all = Counter(register.code for _, register in found)
    registers = {register.code: register for _, register in found}
    hidden = [registers[code] for code, number in in_all.items() if number > of_register[code]]
    return Todo(chosen, [_more(register, council) for register in hidden])


def _more(register: Register, council: Council) -> dict[str, str]:
    return {"title": register.title, "url": reverse(f"{register.code}-list", args=[council.slug])}


def of_own_bodies(council: Council, user: User, today: date) -> list[dict[str, str]]:
    """What the user's own committee, group or department must do, the most overdue first."""
    own = {g.organisation_id for g in access_of(user).grants if g.organisation_id}
    if not own:
        return []
    parts = Assignment.objects.running().filter(organisation__in=own, state__in=WITH_AGENCY)
    visible = Undertaking.objects.visible_to(user).counted().filter(council=council)
    found = visible.filter(pk__in=parts.values("undertaking")).select_related("lead", "council")
    return [task_of(undertaking, today) for undertaking in found.order_by("due_on", "pk")[:MOST]]


def _shown(task: Task, register: Register, council: Council, today: date) -> dict[str, str]:
    state, word = pressing((task.due_on - today).days)
    url = reverse(f"{register.code}-record", args=[council.slug, task.record.code])
    record = task.record
    named = str(record).removeprefix(record.code).strip() in task.what
    note = record.code if named else str(record)
    return {"state": state, "word": word, "title": task.what, "url": url, "note": note}


def pressing(days: int) -> tuple[str, str]:
    """How something due in so many days looks, and its words."""
    if days < 0:
        return "overdue", f"Quá hạn {format_count(-days)} ngày"
    if days == 0:
        return "due_soon", "Hôm nay"
    return ("due_soon" if days <= SOON else "neutral"), f"Còn {format_count(days)} ngày"
