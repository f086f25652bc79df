"""Lists of a register: scope, filters, search, order and keyset paging, all from the address and back into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db import models
from django.db.models import Q
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.among import Among
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council, CouncilQuerySet
from dienhong.registers.cursor import Cursor
from dienhong.registers.declaration import Register
from dienhong.registers.filters import ChosenFilter, fields_of, read_filters
from dienhong.registers.models import Record, RecordQuerySet
from dienhong.registers.occurring import years_of
from dienhong.registers.sight import MASKED, Sight
from dienhong.registers.tally import Tally, spread_of
from dienhong.vietnamese.dates import format_date, parse_date

PAGE_SIZE = 50

SEARCH, ORDER, SCOPE, AFTER, CANCELLED = "tim", "sap-xep", "pham-vi", "sau", "da-huy"
"""Words of the address: search, order, scope, the row after which to go on, whether cancelled ones show."""

YEAR, FIRST, LAST = "nam", "tu", "den"
"""The period that records count in: a year, or any days, the first and the last (2023-01-31)."""

SUM = "tong"
"""The number whose sum the list tells beside its length: the name of a field (attendees)."""

ON = "ngay"
"""The day on which records hold (2023-12-31), for registers whose records have a validity; default today."""

BY = "theo"
"""What happened to records in the period (``Register.happenings``); unless named, they count in it."""

ALL_SCOPE = "tat-ca"
SCOPES: Mapping[str, str] = {
    "": "Hội đồng này",
    ALL_SCOPE: "Hội đồng này và cấp dưới",
    "cap-huyen": "các Hội đồng cấp huyện",
    "cap-xa": "các Hội đồng cấp xã",
}
LEVEL_OF_SCOPE = {"cap-huyen": Level.DISTRICT, "cap-xa": Level.COMMUNE}


def read_day(text: str) -> date | None:
    """A day of an address (2023-12-31), or as a clerk types it (31/12/2023); None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_date(text)


class Sum(NamedTuple):
    """The sum of a number over a list; approximate as soon as one of them is."""

    label: str
    value: int
    approximate: bool


@dataclass(frozen=True)
class Listing:
    """One list as one user sees it; every part is worked out from the declaration and the address."""

    register: Register
    council: Council
    user: User
    address: Mapping[str, str]
    page_size: int = PAGE_SIZE

    @property
    def search(self) -> str:
        return self.address.get(SEARCH, "").strip()

    @property
    def scope(self) -> str:
        chosen = self.address.get(SCOPE, "")
        return chosen if chosen in SCOPES else ""

    @property
    def order(self) -> str:
        """The sorted field with its sign; anything that is not declared sortable falls back to the default."""
        chosen = self.address.get(ORDER, "")
        sortable = {column.order for column in self.register.columns if column.sortable}
        if self._mask is not None:
            sortable &= set(self.register.model.MASK_SHOWS)  # an order tells what it orders by
        return chosen if chosen.removeprefix("-") in sortable else self.register.order

    @cached_property
    def sight(self) -> Sight:
        return Sight(self.register.model, self.user)

    @cached_property
    def _mask(self) -> Q | None:
        return self.register.model.masked_from(self.user)

    @cached_property
    def on(self) -> date:
        """The day of the list: the one asked for, else today."""
        return read_day(self.address.get(ON, "")) or timezone.localdate()

    @cached_property
    def period(self) -> Period | None:
        """The period asked for; none where the list is of a day."""
        return None if self.register.valid_on else self._asked_period

    @cached_property
    def _asked_period(self) -> Period | None:
        """What the address says; days that make no period are as good as no days."""
        year = self.address.get(YEAR, "")
        try:
            if year.isdecimal():
                return Period.year(int(year))
            first, last = (date.fromisoformat(self.address.get(name, "")) for name in (FIRST, LAST))
            return Period.between(first, last)
        except (ValueError, Refused):
            return None

    @property
    def happening(self) -> str:
        """By what records fall in the period; nothing for the day on which they count."""
        chosen = self.address.get(BY, "")
        return chosen if chosen in self.register.happenings else ""

    @property
    def with_cancelled(self) -> bool:
        return self.address.get(CANCELLED) == "1"

    @cached_property
    def filters(self) -> list[ChosenFilter]:
        open_filters = [
            f for f in self.register.all_filters if self.sight.reads_all(fields_of(f), self._councils)
        ]
        return read_filters(self.register, open_filters, self._pieces, self.address, self.on)

    @cached_property
    def _councils(self) -> frozenset[int]:
        """The councils of the scope; asked only where a field is withheld."""
        if not self.register.model.FIELD_READERS:
            return frozenset()
        return frozenset(
            {self.council.pk, *(row.pk for row in self._all_below)} if self.scope else {self.council.pk}
        )

    @cached_property
    def records(self) -> models.QuerySet[Record]:
        """Every record of the list, in its order: what the count counts and the Excel file holds."""
        scope = self._in_scope()
        found = scope.filter(Among("pk", self._found)) if self.search else scope
        return self._dressed(self._chosen(found))  # type: ignore[no-any-return]

    def _chosen(self, scope: Any) -> Any:
        """What the address asks for of these, beside the search."""
        for chosen in self.filters:
            scope = scope.filter(chosen.condition)
        if self.period:
            scope = scope.filter(self.register.falls_in(self.happening or "counts_on", self.period))
        return scope if self._mask is None else self._masked(scope, self._mask)

    def _dressed(self, records: Any) -> Any:
        """With what their rows tell, in their order."""
        return self._ordered(self.register.fetched(records.select_related("council", *self.register.related)))

    def _ordered(self, records: Any) -> Any:
        return records.order_by(self.order, "-pk" if self.order.startswith("-") else "pk")

    def _masked(self, found: Any, mask: Q) -> Any:
        """Each row with whether it is masked; none of these where what was asked would tell of them."""
        told = self.register.model.MASK_SHOWS
        if self.search or any(f.value and not f.is_usual and f.name not in told for f in self.filters):
            return found.filter(~mask)
        masked = models.Case(models.When(mask, then=True), default=False, output_field=models.BooleanField())
        return found.annotate(**{MASKED: masked})

    @cached_property
    def _found(self) -> list[int]:
        """What the search finds in the scope, sought once: rows, their number and what each council has rest on it."""
        own, *shared = self._pieces
        pieces = [
            own.matching_of(self._keys, self.search),
            *(piece.matching(self.search) for piece in shared),
        ]
        return [pk for piece in pieces for pk in piece.values_list("pk", flat=True)]

    @cached_property
    def total(self) -> int:
        """How long the list is: of several councils they were counted one by one already."""
        return self.spread.total if len(self.councils) > 1 else self.records.count()

    @cached_property
    def rows(self) -> list[Record]:
        """One page of records."""
        return self._page[: self.page_size]

    @cached_property
    def next_address(self) -> str | None:
        """The query string of the next page, or None on the last."""
        if len(self._page) <= self.page_size:
            return None
        cursor = Cursor.of(self.rows[-1], self.order)
        return self.with_changes({AFTER: str(cursor)})

    @cached_property
    def _page(self) -> list[Record]:
        """The first keys of each piece, then the rows of the first of these: rows are wide, and a database that sorts
        tens of thousands of them does it on disk."""
        most = self.page_size + 1
        cursor = Cursor.read(self.address.get(AFTER, ""), self.register.model, self.order)
        beyond = cursor.beyond() if cursor else Q()
        found = (self._ordered(self._chosen(piece).filter(beyond)) for piece in self._searched_pieces)
        keys = [pk for piece in found for pk in piece.values_list("pk", flat=True)[:most]]
        shown = self._in_scope().filter(pk__in=keys)
        if self._mask is not None:
            shown = self._masked(shown, self._mask)
        return list(self._dressed(shown)[:most]) if keys else []

    @property
    def _searched_pieces(self) -> list[RecordQuerySet]:
        """What others share was found by few keys already: two lists of keys are, to PostgreSQL, every pair of them."""
        if not self.search:
            return self._pieces
        own, *shared = self._pieces
        return [own.filter(Among("pk", self._found)), *(piece.matching(self.search) for piece in shared)]

    def with_changes(self, changes: Mapping[str, str | None]) -> str:
        """This list's address with some words changed (None: left out); paging starts over unless it is named."""
        words = {**self.address, AFTER: None, **changes}
        return "?" + urlencode({name: value for name, value in sorted(words.items()) if value})

    def described(self) -> list[str]:
        """The filters in words: what "đang lọc theo" names."""
        chosen = [f for f in self.filters if f.value and not f.is_usual]
        words = [f"{f.label}: {f.chosen_label}" for f in chosen]
        if self.search:
            words.append(f"có “{self.search}”")
        if self.period:
            by = self.register.happenings.get(self.happening)
            words.append(f"{by.label} {self.period.label}" if by else self.period.label)
        if ON in self.address:
            words.append(f"ngày {format_date(self.on)}")
        if self.scope:
            words.append(f"phạm vi: {SCOPES[self.scope]}")
        if self.with_cancelled:
            words.append("kể cả đã hủy")
        return words

    @cached_property
    def years(self) -> list[int]:
        """The years in which there is anything, the newest first."""
        return years_of(self._pieces, self._keys)

    @cached_property
    def scopes(self) -> dict[str, str]:
        """The scopes to choose from: only one's own where nothing lies below."""
        below = (
            {council.level for council in self._all_below}
            if self.scope
            else set(self._below.order_by().values_list("level", flat=True).distinct())
        )
        offered = {scope for scope, level in LEVEL_OF_SCOPE.items() if level in below}
        return {
            s: label for s, label in SCOPES.items() if not s or (s == ALL_SCOPE and below) or s in offered
        }

    @cached_property
    def _below(self) -> CouncilQuerySet:
        first, last = self._reach
        return Council.objects.visible_to(self.user).below(self.council, first=first, last=last)

    @cached_property
    def _all_below(self) -> list[Council]:
        """The same, in order; where the scope takes them in, nothing else is asked of them."""
        return list(self._below.in_order())

    @property
    def _reach(self) -> tuple[date, date]:
        """The days on any of which the councils stood below: those of the period, the day of the list, or ever."""
        period, dated = self._asked_period, self.register.valid_on is not None and ON in self.address
        if period and (not dated or self.on in period):
            return period.first, period.last
        return (self.on, self.on) if dated else (date.min, date.max)

    @cached_property
    def councils(self) -> list[Council]:
        """The councils of the scope, this one first where it is among them."""
        level = LEVEL_OF_SCOPE.get(self.scope)
        own = [self.council] if level in {None, self.council.level} else []
        below = [row for row in self._all_below if level in {None, row.level}] if self.scope else []
        return [*own, *below]

    @cached_property
    def spread(self) -> Tally:
        """How many of the records each council and each level of the scope has."""
        return spread_of(self.records, {council.pk: council.level for council in self.councils})

    @cached_property
    def sum(self) -> Sum | None:
        """What the number asked for adds up to over the list; None where none is asked for, or it may not be told."""
        name, register = self.address.get(SUM, ""), self.register
        whole = {f.name for f in register.model._meta.concrete_fields if isinstance(f, models.IntegerField)}
        if name not in whole - {"id", "version"} or not self.sight.reads_all((name,), self._councils):
            return None
        flag = register.approximate.get(name)
        sums = {"value": models.Sum(name)} | (
            {"rough": models.Count("pk", filter=Q(**{flag: True}))} if flag else {}
        )
        found = register.objects.filter(pk__in=self.records.order_by().values("pk")).aggregate(**sums)
        return Sum(register.label(name), found["value"] or 0, bool(found.get("rough")))

    def _in_scope(self) -> Any:
        return self._standing().visible_in(self._keys, self.user)

    @cached_property
    def _pieces(self) -> list[RecordQuerySet]:
        """The same, apart: what occurs in it is found in each by its index."""
        return self._standing().pieces_of(self._keys, self.user)

    def _standing(self) -> RecordQuerySet:
        """Of anybody: what the list shows of cancelled records and of validity."""
        records: RecordQuerySet = self.register.objects.all()
        return (records if self.with_cancelled else records.counted()).filter(self._validity())

    @cached_property
    def _keys(self) -> list[int]:
        return [council.pk for council in self.councils]

    def _validity(self) -> Q:
        """Of a register whose records have a validity: those of the day."""
        dated = ON in self.address or not self.register.shows_all
        return self.register.valid_on(self.on) if self.register.valid_on and dated else Q()
