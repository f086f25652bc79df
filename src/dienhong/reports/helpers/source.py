"""What every helper works from, and the small words that they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.organisations.naming import names_of
from dienhong.reports.addresses import Addressing
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Asked, Figures, Number
from dienhong.reports.language import Written, escape
from dienhong.vietnamese.numerals import format_count

NONE = "không có"
UNKNOWN = "chưa có số liệu"
ONE_PART = "Mỗi số chỉ lấy theo một cách phân; ở đây có {count}: {names}."


@dataclass(frozen=True)
class Source:
    """The figures of one report, with links for one reader."""

    figures: Figures
    addresses: Addressing

    @property
    def coverage(self) -> Coverage:
        return self.figures.coverage

    def number(self, code: str, level: str | None, council: str | None, part: Mapping[str, str]) -> Number:
        """The number of all councils, of a level, or of one council. Raises Refused."""
        chosen = self.coverage.named(council) if council is not None else self.coverage.part(level)
        return self.figures.number(asked(code, part), chosen)

    def of_each(self, code: str, level: str | None, part: Mapping[str, str]) -> list[Number]:
        """One number for each council of a level."""
        return [self.figures.number(asked(code, part), (council,)) for council in self.coverage.part(level)]

    def written(self, number: Number) -> Written:
        """The number as prose has it, leading to its records where the reader may see them."""
        words = format_count(number.value)
        return self.linked(number, f"khoảng {words}" if number.approximate else words)

    def linked(self, number: Number, words: str) -> Written:
        address = self.addresses.of(number)
        return Written(f"[{escape(words)}](<{address}>)" if address else escape(words))

    def records(self, number: Number) -> Any:
        """The records behind a number, council by council as they count."""
        found = self.figures.records(number.asked)
        return found.of_councils([council.pk for council in number.councils]).order_by("counts_on", "pk")


def asked(code: str, part: Mapping[str, str]) -> Asked:
    """An indicator, whole or in one part. Raises Refused where several breakdowns are crossed."""
    if len(part) > 1:
        sentence = ONE_PART.format(count=format_count(len(part)), names=", ".join(part))
        raise Refused.because("text.parts", sentence, "text")
    return Asked(code, next(iter(part.items()), None))


def joined(parts: Iterable[str]) -> Written:
    """Items of a sentence, one after the other; what helpers wrote stays as it is."""
    return Written("; ".join(parts) or NONE)


def named(councils: Iterable[Council]) -> Written:
    return Written(escape(names_of(councils) or NONE))
