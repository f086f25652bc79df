"""What is to be done: each register says it of its own records, the most pressing first."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, Task, all_registers


def todo_of(council: Council, user: User, today: date) -> list[tuple[Task, Register]]:
    """Open tasks of the council for whoever may act on them."""
    found = [
        (task, register)
        for register in all_registers()
        if access_of(user).may_act(council, register.model.WRITERS)
        for task in register.tasks(
            register.objects.readable_by(user).counted().filter(council=council), today
        )
    ]
    return sorted(found, key=lambda pair: pair[0].due_on)
