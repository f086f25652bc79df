"""Where the records behind a figure are listed: in all, of one level, of one council, and of each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dienhong.indicators.declaration import Part
from dienhong.indicators.figure import Figure
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.listing import ALL_SCOPE, LEVEL_OF_SCOPE, SCOPE
from dienhong.registers.sight import Sight

SCOPE_OF_LEVEL: Mapping[str, str] = {level: scope for scope, level in LEVEL_OF_SCOPE.items()}


@dataclass(frozen=True)
class Address:
    """A list of a register at a council, with the words of its query."""

    council: Council
    register: Register
    words: Mapping[str, str]

    @property
    def query(self) -> str:
        return urlencode(self.words)

    @property
    def url(self) -> str:
        """The page of the list, from the root of the installation."""
        return f"/{self.council.slug}/{self.register.path}/?{self.query}"


def address_of(
    figure: Figure, *, level: str | None = None, council: Council | None = None, part: Part | None = None
) -> Address | None:
    """The list whose length the figure is; None where it would betray what the user may not read by name."""
    indicator, scope = figure.indicator, figure.scope
    of = council or scope.head
    reach = "" if council else _reach(figure, level)
    if reach is None or not _may_open(figure, level, council, part):
        return None
    words = (
        indicator.part_words(part, scope.period, scope.as_of)
        if part
        else indicator.words(scope.period, scope.as_of)
    )
    return Address(of, indicator.register, {**words, **({SCOPE: reach} if reach else {})})


def _reach(figure: Figure, level: str | None) -> str | None:
    """The scope of the list at the first council's address: nothing of its own level, the word of another, or all."""
    if level is None:
        return ALL_SCOPE if len(figure.councils) > 1 else ""
    return "" if level == figure.scope.head.level else SCOPE_OF_LEVEL.get(Level(level))


def _may_open(figure: Figure, level: str | None, council: Council | None, part: Part | None) -> bool:
    """Whether every withheld field that the list would betray is open to the user in every council of the list."""
    rests_on = (*figure.indicator.rests_on, *(figure.indicator.part_rests_on(part[0]) if part else ()))
    meant = [council] if council else [c for c in figure.councils if level in (None, c.level)]
    sight = Sight(figure.indicator.register.model, figure.scope.user)
    return sight.reads_all(rests_on, [c.pk for c in meant])
