"""Recording what a council reported by paper: all figures of one period at once, or none."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit.acts import shape_violations
from dienhong.audit.journal import append
from dienhong.indicators import rules
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.models import ReportedFigure
from dienhong.indicators.reporting import Number
from dienhong.kernel.errors import Changed, Refused, RuleViolation
from dienhong.kernel.period import Period
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council

REPORTERS = frozenset({Role.CLERK})
STALE = (
    "Số liệu báo cáo của kỳ này vừa được người khác sửa. Những gì anh/chị nhập vẫn còn; hãy xem lại rồi lưu."
)


class Key(NamedTuple):
    """Which figure: an indicator, or one part of one of its breakdowns."""

    indicator: str
    breakdown: str = ""
    part_value: str = ""


Values = Mapping[Key, Number | None]
"""What the paper says; None takes back what was said before."""


@transaction.atomic
def report_figures(
    *,
    council: Council,
    period: Period,
    values: Values,
    document: str,
    expected: Mapping[Key, int],
    by: User,
    at: datetime,
) -> list[ReportedFigure]:
    """Record, correct or take back figures of a period. Raises NotAllowed, Refused, or Changed where a figure that is
    written is not of the ``expected`` version (0: not there yet)."""
    access_of(by).require(council, REPORTERS, not_a_reporter(council))
    rows = ReportedFigure.objects.select_for_update().standing().of_period(period).filter(council=council)
    standing = {Key(row.indicator, row.breakdown, row.part_value): row for row in rows}
    Refused.if_any(_violations(period, values, document, standing, at))
    blank = partial(ReportedFigure, council=council, first=period.first, last=period.last)
    written: list[ReportedFigure] = []
    changes: dict[str, list[Number | None]] = {}
    for key, number in values.items():
        row = standing.get(key)
        if _says(row) == (number, document.strip() if number else ""):
            continue
        if (row.version if row else 0) != expected.get(key, 0):
            raise Changed(STALE)
        changes[_name(key)] = [_says(row)[0], number]
        written.append(_write(row or blank(**key._asdict()), number, document.strip(), by, at))
    _journal(written, changes, council, by, at, document)
    return written


def not_a_reporter(council: Council) -> str:
    """Why a reader may not report."""
    return f"Chỉ chuyên viên Văn phòng của {council.name} mới ghi được số liệu báo cáo tại đây."


def _violations(
    period: Period, values: Values, document: str, standing: Collection[Key], at: datetime
) -> Iterator[RuleViolation | None]:
    said = sum(number is not None for number in values.values())
    yield rules.something_is_said(said + len(standing))
    if said:
        yield rules.names_its_document(document)
    yield rules.period_has_begun(period.first, timezone.localdate(at))
    for code in dict.fromkeys(key.indicator for key in values):
        indicator, whole = get_indicator(code), values.get(Key(code))
        parts = {
            dict(indicator.choices(key.breakdown))[key.part_value]: number.value
            for key, number in values.items()
            if key.indicator == code and key.breakdown and number
        }
        yield from rules.parts_within_whole(indicator.label, whole.value if whole else None, parts)


def _says(row: ReportedFigure | None) -> tuple[Number | None, str]:
    return (Number(row.value, row.approximate), row.document) if row else (None, "")


def _write(
    row: ReportedFigure, number: Number | None, document: str, by: User, at: datetime
) -> ReportedFigure:
    row.version = row.version + 1 if row.pk else row.version
    row.recorded_by, row.recorded_at = by, at
    if number is None:
        row.withdrawn_at = at
    else:
        row.value, row.approximate, row.document = number.value, number.approximate, document
    Refused.if_any(shape_violations(row))
    row.save()
    return row


def _journal(
    written: list[ReportedFigure],
    changes: Mapping[str, list[Number | None]],
    council: Council,
    by: User,
    at: datetime,
    document: str,
) -> None:
    """One entry for the whole paper, found from each of its figures."""
    if not written:
        return
    told = {name: [n and [n.value, n.approximate] for n in pair] for name, pair in changes.items()}
    append(
        council_id=council.pk,
        by=by,
        verb="Ghi số liệu báo cáo",
        record=written[0],
        at=at,
        changes=told,
        reason=document.strip(),
        about=written,
    )


def _name(key: Key) -> str:
    """How the journal names a figure: petitions.received, or petitions.received.status.resolved."""
    return ".".join(word for word in key if word)
