"""The area at a glance: figures of the year with their trend, and which councils have recorded nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dienhong.accounts.models import User
from dienhong.indicators.declaration import Indicator, all_indicators
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.indicators.figure import Figure
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import all_registers
from dienhong.vietnamese.numerals import format_count
from dienhong.web.indicators.links import url_of

YEARS_OF_TREND = 5


@dataclass(frozen=True)
class Stat:
    """A figure with its last years, as ``components/stat.html`` draws it."""

    label: str
    value: str
    url: str
    trend: tuple[int, ...]
    note: str


@dataclass(frozen=True)
class Gap:
    """Councils that have said nothing to a register: "03/09 xã, thị trấn chưa ghi kỳ họp nào"."""

    text: str
    names: str


@dataclass(frozen=True)
class Area:
    year: int
    years: tuple[int, ...]
    stats: tuple[Stat, ...]
    gaps: tuple[Gap, ...]


def area_of(council: Council, user: User, today: date, asked: str) -> Area:
    """The council and all below it in the year asked for; by default this year, or the last in which anything was."""
    year = (
        int(asked)
        if asked.isdecimal() and 1945 < int(asked) <= today.year
        else year_of_work(council, user, today)
    )
    councils = Scope.below(council, Period.year(year), user).councils
    figures = {y: _figures(councils, user, y) for y in range(year - YEARS_OF_TREND + 1, year + 1)}
    stats = tuple(_stat(i, figures, year) for i in _on_desk())
    silent = {f.indicator.register.code: f for f in figures[year].values() if f.missing}
    gaps = tuple(_gap(figure) for figure in silent.values())
    return Area(year, tuple(range(today.year, today.year - YEARS_OF_TREND, -1)), stats, gaps)


def year_of_work(council: Council, user: User, today: date) -> int:
    """Early in January, and in a sample, the current year is empty: the last year of work says more."""
    reach = [council, *Council.objects.visible_to(user).below(council, first=date.min, last=date.max)]
    latest = date(today.year - YEARS_OF_TREND, 1, 1)
    for register in all_registers():
        records = register.objects.visible_to(user).counted().filter(council__in=reach, counts_on__lte=today)
        last = records.order_by("-counts_on").values_list("counts_on", flat=True).first()
        latest = max(latest, last or latest)
    return latest.year


def _figures(councils: Sequence[Council], user: User, year: int) -> dict[str, Figure]:
    return evaluate(_on_desk(), Scope(councils, Period.year(year), user))


def _on_desk() -> list[Indicator]:
    """The few figures that an office looks at every morning."""
    return [indicator for indicator in all_indicators() if indicator.on_desk]


def _stat(indicator: Indicator, figures: dict[int, dict[str, Figure]], year: int) -> Stat:
    figure = figures[year][indicator.code]
    trend = tuple(by_code[indicator.code].total for by_code in figures.values())
    return Stat(indicator.label, figure.said(), url_of(figure), trend, f"năm {year}")


def _gap(figure: Figure) -> Gap:
    share = f"{format_count(len(figure.missing))}/{format_count(len(figure.councils))}"
    names = ", ".join(council.short_name for council in figure.missing)
    return Gap(f"{share} Hội đồng chưa ghi {figure.indicator.register.one} nào", names)
