"""The writers of what is common to all: own values of rules, the calendar, the fields.

All need an administrator of the installation; all are told in the installation's own chain of the journal.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.rulebook import requirements
from dienhong.rulebook.models import ORDINARY, Field, Holiday, Revision, RuleOverride
from dienhong.rulebook.presets import preset_rulebook
from dienhong.vietnamese.text import slug

NOT_YOURS = (
    "Quy tắc, lịch nghỉ và lĩnh vực dùng chung cho mọi Hội đồng: chỉ quản trị của Hội đồng cấp trên "
    "(phạm vi gồm cả cấp dưới) được sửa."
)


@transaction.atomic
def override_rule(*, code: str, values: Mapping[str, Any], by: User, at: datetime) -> RuleOverride:
    """Set an own value of a rule. ``values``: value, unit, level, basis, in_force_from, in_force_to, reason."""
    _require_administrator(by, at)
    Revision.lock()
    row = RuleOverride(code=code, author=by, **values)
    Refused.if_any(acts.shape_violations(row))
    preset_rulebook().with_overrides(other.as_override() for other in [*_standing(code), row])
    return acts.create(row, council_id=None, by=by, at=at, verb="Đặt giá trị riêng")


@transaction.atomic
def end_override(
    row: RuleOverride, *, last_day: date, reason: str, expected_version: int, by: User, at: datetime
) -> RuleOverride:
    """Let the preset be in force again from the day after ``last_day``."""
    _require_administrator(by, at)
    Refused.if_any([requirements.reason_given(reason), *requirements.override_may_end(row, last_day)])
    return acts.update(
        row,
        {"in_force_to": last_day},
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb="Kết thúc giá trị riêng",
        reason=reason.strip(),
    )


@transaction.atomic
def cancel_override(
    row: RuleOverride, *, reason: str, expected_version: int, by: User, at: datetime
) -> RuleOverride:
    """Strike out an own value that should never have been; the reason stays in the journal."""
    _require_administrator(by, at)
    Refused.if_any([requirements.reason_given(reason), requirements.override_stands(row)])
    return acts.update(
        row,
        {"cancelled_at": at, "cancel_reason": reason.strip()},
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb="Hủy giá trị riêng",
        reason=reason.strip(),
    )


@transaction.atomic
def set_special_day(
    *, day: date, values: Mapping[str, Any], expected_version: int, by: User, at: datetime
) -> Holiday:
    """Say what a day is. ``values``: kind, name, source, verified; version 0 for a day without a row."""
    _require_administrator(by, at)
    Refused.if_any(requirements.day_is_told(**values))
    return _write_day(day, values, expected_version, by, at, verb="Sửa lịch nghỉ")


@transaction.atomic
def remove_special_day(*, day: date, reason: str, expected_version: int, by: User, at: datetime) -> Holiday:
    """Make a day an ordinary one again: worked or not as its weekday says."""
    _require_administrator(by, at)
    Refused.if_any([requirements.reason_given(reason)])
    values = {"kind": ORDINARY, "name": "", "source": "", "verified": True}
    return _write_day(day, values, expected_version, by, at, verb="Bỏ khỏi lịch nghỉ", reason=reason.strip())


@transaction.atomic
def add_field(*, name: str, group: str, order: int, by: User, at: datetime) -> Field:
    """Add a field; its code is made from the name and stays when the name changes."""
    _require_administrator(by, at)
    Revision.lock()
    field = Field(code=_free_code(name), name=name, group=group, order=order)
    return acts.create(field, council_id=None, by=by, at=at, verb="Thêm lĩnh vực")


@transaction.atomic
def change_field(
    field: Field, *, name: str, group: str, order: int, expected_version: int, by: User, at: datetime
) -> Field:
    """Rename or move a field; what was recorded under it stays under it."""
    _require_administrator(by, at)
    return acts.update(
        field,
        {"name": name, "group": group, "order": order},
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb="Sửa lĩnh vực",
    )


@transaction.atomic
def retire_field(
    field: Field, *, retired_on: date, reason: str, expected_version: int, by: User, at: datetime
) -> Field:
    """No longer offered from a day on; records keep it."""
    _require_administrator(by, at)
    Refused.if_any([requirements.reason_given(reason), requirements.field_in_use(field.retired_on)])
    return acts.update(
        field,
        {"retired_on": retired_on},
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb="Thôi dùng lĩnh vực",
        reason=reason.strip(),
    )


@transaction.atomic
def restore_field(field: Field, *, expected_version: int, by: User, at: datetime) -> Field:
    """Offer a retired field again."""
    _require_administrator(by, at)
    return acts.update(
        field,
        {"retired_on": None},
        expected_version=expected_version,
        council_id=None,
        by=by,
        at=at,
        verb="Dùng lại lĩnh vực",
    )


def _require_administrator(by: User, at: datetime) -> None:
    if not access_of(by, timezone.localdate(at)).administers_installation:
        raise NotAllowed(NOT_YOURS)


def _write_day(
    day: date,
    values: Mapping[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
    *,
    verb: str,
    reason: str = "",
) -> Holiday:
    """The row of a day, new or changed."""
    told: dict[str, Any] = {"council_id": None, "by": by, "at": at, "verb": verb, "reason": reason}
    Revision.lock()
    row = Holiday.objects.filter(day=day).first()
    if row is None:
        return acts.create(Holiday(day=day, **values), **told)
    return acts.update(row, values, expected_version=expected_version, **told)


def _standing(code: str) -> list[RuleOverride]:
    return list(RuleOverride.objects.filter(code=code, cancelled_at=None).select_related("author"))


def _free_code(name: str) -> str:
    """A code of the field's name that no other field has: "Chuyển đổi số" gives chuyen_doi_so."""
    base = slug(name).replace("-", "_")[:36] or "field"
    taken = set(Field.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(
        code for n in range(1, len(taken) + 2) if (code := base if n == 1 else f"{base}_{n}") not in taken
    )
