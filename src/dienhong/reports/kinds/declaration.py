"""What a kind of report is: its template, what is drafted from data, its appendices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dienhong.documents.blocks import Align
from dienhong.reports.figures import Asked


@dataclass(frozen=True)
class AppendixColumn:
    """A column of an appendix: a field of the record as people read it, or what is worked out from the record.

    ``width`` is a share of the page beside the other columns.
    """

    label: str
    value: str | Callable[[Any], Any]
    width: float = 1
    align: Align = "left"

    def of(self, record: Any) -> Any:
        return self.value(record) if callable(self.value) else record.said(self.value)


@dataclass(frozen=True)
class Appendix:
    """A table of the very records behind a figure, so that its rows are as many as the text says.

    ``level`` is that of the helpers ("own", "below"…); ``fetched`` reads along what the columns need,
    as of the day of the report.
    """

    number: str
    title: str
    asked: Asked
    columns: tuple[AppendixColumn, ...]
    level: str | None = None
    fetched: Callable[[Any, date], Any] = lambda records, day: records

    @property
    def name(self) -> str:
        return f"Phụ lục {self.number}"


@dataclass(frozen=True)
class Kind:
    """A kind of report. ``document`` names the kind of official document; ``subject`` is written like the template."""

    code: str
    name: str
    document: str
    subject: str
    template: str
    appendices: tuple[Appendix, ...] = ()
