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

    def difference(self, *, council: Council | None = None) -> int | None:
        """How many more; None where either period is missing: what was not said is not zero."""
        if self.now.is_missing(council=council) or self.before.is_missing(council=council):
            return None
        return self.now.value(council=council) - self.before.value(council=council)

    def growth(self, *, council: Council | None = None) -> Decimal | None:
        """In percent of what there was; None where there was nothing."""
        was, more = self.before.value(council=council), self.difference(council=council)
        return percent(more, was) if was and more is not None else None


def compared(
    indicators: Iterable[Indicator], scope: Scope, figures: Mapping[str, Figure], earlier: Period
) -> dict[str, Compared]:
    """The figures beside those of an earlier period, as they stood at its end."""
    before = evaluate(indicators, replace(scope, period=earlier, as_of=None))
    return {code: Compared(figures[code], was) for code, was in before.items()}


def signed(number: int | None) -> str:
    """+12, −3, 0; nothing where there is nothing to compare."""
    if number is None:
        return ""
    sign = "+" if number > 0 else "−" if number < 0 else ""
    return sign + format_count(abs(number), padded=False)
