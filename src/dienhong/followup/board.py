"""The board: what is open, due and done, by whom, how late, by origin, by field; one statement for each view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, Min, Q, QuerySet, Value, When

from dienhong.followup.models import Undertaking
from dienhong.followup.standing import LATE_FROM, LATENESS, late_between
from dienhong.followup.states import OPEN, WITH_AGENCY, OriginKind, Status
from dienhong.vietnamese.collation import sort_key


@dataclass(frozen=True)
class Row:
    """One line of the board. ``due`` counts what is already due, the settled included, ``done_of_due`` what of it is
    confirmed done; ``words`` open its list, None where no list can be opened."""

    label: str
    words: Mapping[str, str] | None
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
    "qua-han": View("Theo thời gian quá hạn", "Quá hạn được", "late", "qua-han"),
    "nguon": View("Theo nguồn", "Nguồn", "origin_kind", "nguon"),
    "linh-vuc": View("Theo lĩnh vực", "Lĩnh vực", "field", "field"),
}


def rows_of(undertakings: QuerySet[Any], view: View, today: date) -> list[Row]:
    """The lines of a view: the latest first, else the most overdue first, then in the order of the alphabet."""
    counted = _with_lateness(undertakings, today).order_by().values(view.key).annotate(**_measures(today))
    found = list(counted)
    if view.key == "late":
        found.sort(key=lambda line: list(LATENESS).index(line["late"]))
        return [_row(line, LATENESS[line["late"]], view) for line in found]
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
        "done_of_due": Count("pk", filter=due & Q(status=Status.CONFIRMED)),
        "oldest": Min("assigned_on", filter=Q(status__in=OPEN)),
    }


def _with_lateness(undertakings: QuerySet[Any], today: date) -> Any:
    cases = [
        When(status__in=WITH_AGENCY, due_on__lte=late_between(part, today)[1], then=Value(part))
        for part in LATE_FROM
    ]
    return undertakings.annotate(late=Case(*cases, default=Value("none"), output_field=CharField()))


def _row(line: Mapping[str, Any], label: str, view: View | None) -> Row:
    names = ("total", "overdue", "due", "done_of_due", "oldest")
    values = {name: line[name] for name in names}
    return Row(label=label, words=_words(line, view), open=line["standing"], **values)


def _words(line: Mapping[str, Any], view: View | None) -> Mapping[str, str] | None:
    """What of the list's address stands for the line; what has no field cannot be asked for."""
    if view is None:
        return {}
    value = line[view.key]
    return None if value is None else {view.word: str(value)}


def _labels(view: View, keys: list[Any]) -> Callable[[Any], str]:
    """What a value of the grouping column is called; one statement where it is a row of another table."""
    if view.key == "origin_kind":
        return lambda key: str(OriginKind(key).label)
    names = dict(_names(view.key, keys))
    return lambda key: names.get(key, "chưa phân lĩnh vực")


def _names(key: str, keys: list[Any]) -> Iterator[tuple[int, str]]:
    related: Any = Undertaking._meta.get_field(key).related_model
    for row in related._default_manager.filter(pk__in=[k for k in keys if k is not None]):
        yield row.pk, str(row)
