"""Days from a first to a last, both included; no last means until further notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dienhong.vietnamese.dates import format_date


@dataclass(frozen=True, slots=True)
class Span:
    """``first`` … ``last``; a span whose last day lies before its first holds no day at all."""

    first: date
    last: date | None = None

    @property
    def _end(self) -> date:
        return date.max if self.last is None else self.last

    @property
    def is_empty(self) -> bool:
        return self._end < self.first

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self._end

    def overlaps(self, other: Span) -> bool:
        """Whether any day is in both."""
        return max(self.first, other.first) <= min(self._end, other._end)

    def covers(self, other: Span) -> bool:
        """Whether every day of ``other`` is in this one."""
        return self.first <= other.first and other._end <= self._end

    def covered_by(self, spans: Iterable[Span]) -> bool:
        return any(span.covers(self) for span in spans)

    def __str__(self) -> str:
        """từ ngày 23/5/2021 đến hết ngày 14/6/2023"""
        until = f" đến hết ngày {format_date(self.last)}" if self.last else ""
        return f"từ ngày {format_date(self.first)}{until}"
