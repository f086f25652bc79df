"""Parts of a page about one thing: a heading with facts or a table below it, and perhaps a button beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dienhong.organisations.models import AdministrativeUnit
from dienhong.vietnamese.dates import format_date
from dienhong.web.administration.tables import Said
from dienhong.web.registers.table import Table


@dataclass(frozen=True)
class Fact:
    label: str
    value: str
    why: str = ""
    url: str = ""
    state: str = ""


@dataclass(frozen=True)
class Button:
    """As ``components/actions.html`` draws it."""

    label: str
    url: str
    style: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Part:
    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    empty: str = ""
    button: Button | None = None


def day(value: date | None, nothing: str = "") -> str:
    return format_date(value) if value else nothing


def state_of_unit(unit: AdministrativeUnit, today: date) -> Said:
    if unit.dissolved_on is None:
        return Said("đang hoạt động", state="done")
    word = "đã kết thúc" if unit.dissolved_on <= today else "sẽ kết thúc"
    return Said(
        f"{word} {day(unit.dissolved_on)}", state="cancelled" if unit.dissolved_on <= today else "due_soon"
    )
