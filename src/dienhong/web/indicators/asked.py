"""What a page of figures is asked for: the period, what it is compared with, the day for which states are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.indicators.periods import FREE, KIND, parts_of_year, read_period, year_of
from dienhong.indicators.scope import Scope
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.people.models import Term
from dienhong.registers.fields import DateField
from dienhong.registers.listing import FIRST, LAST, YEAR, read_day
from dienhong.vietnamese.dates import format_date
from dienhong.web.councils import user_of
from dienhong.web.desk.area import year_of_work

COMPARED, AS_OF = "so-sanh", "chot"
"""Words of the address: with which earlier period, and as of which day."""

EARLIER = {"": "kỳ liền trước", "cung-ky": "cùng kỳ năm trước"}
YEARS_OFFERED = 10


@dataclass(frozen=True)
class Asked:
    """The words of one request, as a page of a council's figures understands them."""

    request: HttpRequest
    council: Council

    @property
    def user(self) -> User:
        return user_of(self.request)

    @cached_property
    def address(self) -> dict[str, str]:
        return self.request.GET.dict()

    @cached_property
    def today(self) -> date:
        return timezone.localdate()

    @cached_property
    def year(self) -> int:
        """The year asked for; by default the last one in which there was any work."""
        asked = year_of(self.address, 0)
        return asked or year_of_work(self.council, self.user, self.today)

    @cached_property
    def period(self) -> Period:
        return read_period(self.address, self.year, self._terms)

    @cached_property
    def _terms(self) -> list[tuple[str, str, Period]]:
        """The terms of the council; the running one up to today."""
        found = []
        for term in Term.objects.filter(council=self.council, starts_on__lte=self.today).order_by(
            "-starts_on"
        ):
            last = min(term.ends_on or self.today, self.today)
            label = f"Nhiệm kỳ {term.first_year}–{term.last_year}"
            found.append((f"khoa-{term.ordinal}", label, Period.between(term.starts_on, last)))
        return found

    @property
    def earlier(self) -> Period:
        """The period that the figures stand beside."""
        return self.period.a_year_before() if self._compared else self.period.previous()

    @property
    def _compared(self) -> str:
        asked = self.address.get(COMPARED, "")
        return asked if asked in EARLIER else ""

    @property
    def as_of(self) -> date | None:
        """A day after the period for which states are read, where one is asked for."""
        day = read_day(self.address.get(AS_OF, ""))
        return day if day and day > self.period.last else None

    @cached_property
    def scope(self) -> Scope:
        return Scope.below(self.council, self.period, self.user, self.as_of)

    @property
    def label(self) -> str:
        """năm 2023, tình trạng đến ngày 27/02/2024"""
        state = f", tình trạng đến ngày {format_date(self.as_of)}" if self.as_of else ""
        return f"{self.period.label}{state}"

    def query(self, **changes: str) -> str:
        """This request's address with some words changed (empty: left out)."""
        words = {**self.address, **{name.replace("_", "-"): value for name, value in changes.items()}}
        return "?" + urlencode({name: value for name, value in words.items() if value})

    @cached_property
    def _kind(self) -> str:
        asked = self.address.get(KIND, "")
        if FIRST in self.address and asked in ("", FREE):
            return FREE
        return asked if asked in {word for word, _, _ in self._offered} else ""

    @property
    def _offered(self) -> list[tuple[str, str, Period]]:
        return [*parts_of_year(self.year), *self._terms]

    def form(self, *, comparing: bool) -> forms.Form:
        """The row of choices above the figures; days of one's own are folded until one of them is chosen."""
        free = {FIRST: "Từ ngày", LAST: "Đến hết ngày"} | (
            {AS_OF: "Tình trạng đến ngày"} if comparing else {}
        )
        fields: dict[str, forms.Field] = {
            YEAR: forms.ChoiceField(label="Năm", choices=self._years()),
            KIND: forms.ChoiceField(label="Kỳ", choices=self._kinds()),
        }
        if comparing:
            fields[COMPARED] = forms.ChoiceField(label="So với", choices=list(EARLIER.items()))
        fields |= {name: DateField(label=label, help_text="") for name, label in free.items()}
        days = {name: read_day(self.address.get(name, "")) for name in free}
        initial = {YEAR: str(self.year), KIND: self._kind, COMPARED: self._compared, **days}
        form: forms.Form = type("PeriodForm", (forms.Form,), fields)(initial=initial, auto_id="loc_%s")
        form.use_required_attribute = False
        form.rare, form.rare_label = set(free), "Ngày khác"  # type: ignore[attr-defined]
        form.rare_chosen = any(days.values())  # type: ignore[attr-defined]
        return form

    def _years(self) -> list[tuple[str, str]]:
        years = {self.year, *range(self.today.year, self.today.year - YEARS_OFFERED, -1)}
        return [(str(year), str(year)) for year in sorted(years, reverse=True)]

    def _kinds(self) -> list[tuple[str, str]]:
        offered = [("" if word == "nam" else word, label) for word, label, _ in self._offered]
        return [*offered, (FREE, "Từ ngày đến ngày")]
