"""A figure beside that of an earlier period: how many more or fewer, and by how much of what there was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dienhong.indicators.declaration import Indicator
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.figure import Figure
from dienhong.indicators.scope import Scope
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import format_count, percent


@dataclass(frozen=True)
class Compared:
    """A figure of now, and of before over the same councils."""

    now: Figure
    before: Figure

    def difference(self, *, level: str | None = None, council: Council | None = None) -> int:
        place = {"level": level, "council": council}
        return self.now.value(**place) - self.before.value(**place)  # type: ignore[arg-type]

    def growth(self, *, level: str | None = None, council: Council | None = None) -> Decimal | None:
        """In percent of what there was; None where there was nothing."""
        was = self.before.value(level=level, council=council)
        return percent(self.difference(level=level, council=council), was) if was else None


def compared(
    indicators: Iterable[Indicator], scope: Scope, figures: Mapping[str, Figure], earlier: Period
) -> dict[str, Compared]:
    """The figures beside those of an earlier period, as they stood at its end."""
    before = evaluate(indicators, replace(scope, period=earlier, as_of=None))
    return {code: Compared(figures[code], was) for code, was in before.items()}


def signed(number: int) -> str:
    """+12, −3, 0."""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + format_count(abs(number), padded=False)
