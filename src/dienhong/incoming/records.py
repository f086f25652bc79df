"""What the registers say of a sender and a period, as plain data for the check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dienhong.accounts.models import User
from dienhong.checking import Recorded
from dienhong.indicators.addresses import address_of
from dienhong.indicators.declaration import Part, all_indicators
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council

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
TWO_LEVELS = ("hai cấp", "02 cấp", "các cấp", "huyện và cấp xã", "huyện và xã", "huyện, xã", "tỉnh và cấp xã")


def recorded_figures(sender: Council, period: Period, user: User) -> list[Recorded]:
    """Every indicator that reports name, for the sender and all below it, but for what a silent council leaves open."""
    scope = Scope.below(sender, period, user)
    asked = [indicator for indicator in all_indicators() if indicator.phrases]
    found: list[Recorded] = []
    for figure in evaluate(asked, scope).values():
        for level, names in _groups(scope):
            silent = any(level in (None, council.level) for council in figure.missing)
            found += [] if silent else _of_group(figure, level, names)
        found += _of_communes(figure) if len(scope.councils) > 1 else []
    return found


def _groups(scope: Scope) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Whom a report may mean, by what names: everybody it is about (None), and each level where there are several."""
    levels = list(dict.fromkeys(council.level for council in scope.councils))
    own = (scope.head.short_name, scope.head.unit.name)
    if len(levels) == 1:
        yield None, (*own, *LEVEL_WORDS[scope.head.level])
        return
    yield None, (*TWO_LEVELS, *own)
    for level in levels:
        yield level, LEVEL_WORDS[level]


def _of_group(figure: Figure, level: str | None, names: tuple[str, ...]) -> Iterator[Recorded]:
    """The total and each part of each breakdown."""
    yield _recorded(figure, names, level=level)
    for name, labels in figure.labels.items():
        for value, label in labels.items():
            yield _recorded(figure, names, level=level, part=(name, value), label=label)


def _of_communes(figure: Figure) -> Iterator[Recorded]:
    for council in figure.councils:
        if council.level == Level.COMMUNE and council not in figure.missing:
            yield _recorded(figure, (council.short_name, council.unit.name), council=council)


def _recorded(
    figure: Figure,
    names: tuple[str, ...],
    *,
    level: str | None = None,
    council: Council | None = None,
    part: Part | None = None,
    label: str = "",
) -> Recorded:
    """One figure with the list of its very records."""
    indicator, period = figure.indicator, figure.scope.period
    address = address_of(figure, level=level, council=council, part=part)
    return Recorded(
        code=indicator.code,
        label=indicator.label,
        phrases=indicator.phrases,
        value=figure.value(level=level, council=council, part=part),
        scope=names,
        year=period.first.year,
        period=period.label,
        part=label,
        link=address.url if address else "",
        single=council is not None,
    )
