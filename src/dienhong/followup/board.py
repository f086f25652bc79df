"""The board: what is open, due and done, by whom, by age, by origin, by field; one statement for each view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, Count, Min, Q, QuerySet, Value, When

from dienhong.followup.models import Undertaking
from dienhong.followup.states import OPEN, SETTLED, WITH_AGENCY, OriginKind
from dienhong.vietnamese.collation import sort_key


@dataclass(frozen=True)
class Row:
    """One line of the board. ``due`` counts what is already due, the settled included; ``words`` open its list."""

    label: str
    words: Mapping[str, str]
    total: int
    open: int
    overdue: int
    due: int
    done_of_due: int
    oldest: date | None


@dataclass(frozen=True)
class View:
    """A way to divide the board: the column that it groups by, and the word of the list's address for a value."""

    label: str
    heading: str
    key: str
    word: str


VIEWS: Mapping[str, View] = {
    "co-quan": View("Theo cơ quan", "Cơ quan chủ trì", "lead", "lead"),
    "tuoi": View("Theo thời gian", "Đã giao được", "age", ""),
    "nguon": View("Theo nguồn", "Nguồn", "origin__kind", "nguon"),
    "linh-vuc": View("Theo lĩnh vực", "Lĩnh vực", "field", "field"),
}

AGES: tuple[tuple[int, str], ...] = (
    (30, "dưới 30 ngày"),
    (90, "30 đến 90 ngày"),
    (180, "90 đến 180 ngày"),
    (365, "180 ngày đến 1 năm"),
)
OLDER = "trên 1 năm"


def rows_of(undertakings: QuerySet[Any], view: View, today: date) -> list[Row]:
    """The lines of a view, the most overdue first, then in the order of the alphabet."""
    counted = _with_age(undertakings, today).order_by().values(view.key).annotate(**_measures(today))
    found = list(counted)
    label = _labels(view, [line[view.key] for line in found])
    rows = [_row(line, label(line[view.key]), view) for line in found]
    return sorted(rows, key=lambda row: (-row.overdue, -row.open, sort_key(row.label)))


def whole(undertakings: QuerySet[Any], today: date) -> Row:
    """The last line: everything."""
    return _row(undertakings.order_by().aggregate(**_measures(today)), "Tất cả", None)


def _measures(today: date) -> dict[str, Any]:
    due = Q(due_on__lt=today)
    return {
        "total": Count("pk"),
        "standing": Count("pk", filter=Q(status__in=OPEN)),
        "overdue": Count("pk", filter=due & Q(status__in=WITH_AGENCY)),
        "due": Count("pk", filter=due),
        "done_of_due": Count("pk", filter=due & Q(status__in=SETTLED)),
        "oldest": Min("assigned_on", filter=Q(status__in=OPEN)),
    }


def _with_age(undertakings: QuerySet[Any], today: date) -> Any:
    cases = [When(assigned_on__gt=today - timedelta(days=days), then=Value(label)) for days, label in AGES]
    return undertakings.annotate(age=Case(*cases, default=Value(OLDER), output_field=CharField()))


def _row(line: Mapping[str, Any], label: str, view: View | None) -> Row:
    words = {view.word: str(line[view.key])} if view and view.word and line[view.key] is not None else {}
    names = ("total", "overdue", "due", "done_of_due", "oldest")
    return Row(label=label, words=words, open=line["standing"], **{name: line[name] for name in names})


def _labels(view: View, keys: list[Any]) -> Callable[[Any], str]:
    """What a value of the grouping column is called; one statement where it is a row of another table."""
    if view.key == "origin__kind":
        return lambda key: str(OriginKind(key).label)
    if view.key == "age":
        return str
    names = dict(_names(view.key, keys))
    return lambda key: names.get(key, "chưa phân lĩnh vực")


def _names(key: str, keys: list[Any]) -> Iterator[tuple[int, str]]:
    related: Any = Undertaking._meta.get_field(key).related_model
    for row in related._default_manager.filter(pk__in=[k for k in keys if k is not None]):
        yield row.pk, str(row)
