"""What the registers say of a sender and a period, as plain data for the check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlencode

from dienhong.accounts.models import User
from dienhong.checking import Recorded
from dienhong.indicators.declaration import Indicator, all_indicators
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers.listing import ALL_SCOPE, SCOPE

LEVEL_WORDS: Mapping[str, tuple[str, ...]] = {
    Level.PROVINCE: ("cấp tỉnh", "HĐND tỉnh", "HĐND thành phố"),
    Level.DISTRICT: ("cấp huyện", "HĐND huyện", "HĐND thị xã", "HĐND quận", "các huyện"),
    Level.COMMUNE: (
        "cấp xã",
        "HĐND xã",
        "HĐND phường",
        "HĐND các xã",
        "các xã",
        "xã, thị trấn",
        "xã, phường",
    ),
}
NO_WORDS: Mapping[str, str] = MappingProxyType({})
TWO_LEVELS = ("hai cấp", "02 cấp", "các cấp", "huyện và cấp xã", "huyện và xã", "huyện, xã", "tỉnh và cấp xã")


def recorded_figures(sender: Council, period: Period, user: User) -> list[Recorded]:
    """Every indicator that reports name, for the sender and all below it, but for what a silent council leaves open."""
    below = Council.objects.visible_to(user).below(sender, first=period.first, last=period.last)
    councils = [sender, *below.in_order().select_related("unit")]
    asked = [indicator for indicator in all_indicators() if indicator.phrases]
    found: list[Recorded] = []
    for names, members in _groups(sender, councils):
        for figure in evaluate(asked, Scope(members, period, user)).values():
            found += [] if figure.missing else _of_group(figure, names, sender, period)
            found += _of_communes(figure, period) if len(members) == len(councils) > 1 else []
    return found


def _groups(sender: Council, councils: Sequence[Council]) -> Iterator[tuple[tuple[str, ...], list[Council]]]:
    """Whom a report may mean, by what names: everybody it is about, and each level where there are several."""
    levels = list(dict.fromkeys(council.level for council in councils))
    own = (sender.short_name, sender.unit.name)
    if len(levels) == 1:
        yield (*own, *LEVEL_WORDS[sender.level]), list(councils)
        return
    yield (*TWO_LEVELS, *own), list(councils)
    for level in levels:
        yield LEVEL_WORDS[level], [council for council in councils if council.level == level]


def _of_group(figure: Figure, names: tuple[str, ...], sender: Council, period: Period) -> Iterator[Recorded]:
    """The total and each part of each breakdown."""
    make = _Maker(figure.indicator, sender, period)
    yield make.recorded(figure.total, names)
    for name in figure.indicator.by:
        for value, label in figure.indicator.choices(name):
            yield make.recorded(figure.by[name].get(value, 0), names, part=label, words={name: value})


def _of_communes(figure: Figure, period: Period) -> Iterator[Recorded]:
    silent = {council.pk for council in figure.missing}
    for council in figure.councils:
        if council.level == Level.COMMUNE and council.pk not in silent:
            names = (council.short_name, council.unit.name)
            make = _Maker(figure.indicator, council, period)
            yield make.recorded(figure.by_council[council.pk], names, single=True)


class _Maker:
    """Fills in what every figure of one indicator and council has in common."""

    def __init__(self, indicator: Indicator, council: Council, period: Period) -> None:
        self._indicator, self._council, self._period = indicator, council, period

    def recorded(
        self,
        value: int,
        names: tuple[str, ...],
        *,
        part: str = "",
        words: Mapping[str, str] = NO_WORDS,
        single: bool = False,
    ) -> Recorded:
        return Recorded(
            code=self._indicator.code,
            label=self._indicator.label,
            phrases=self._indicator.phrases,
            value=value,
            scope=names,
            year=self._period.first.year,
            period=self._period.label,
            part=part,
            link=self._address(words, own_only=single),
            single=single,
        )

    def _address(self, words: Mapping[str, str], *, own_only: bool) -> str:
        """The list of the very records: the indicator's own words for the period, and all below."""
        scope = {} if own_only else {SCOPE: ALL_SCOPE}
        query = urlencode({**self._indicator.words(self._period), **words, **scope})
        register = self._indicator.register
        return f"/{self._council.slug}/{register.path}/?{query}"
