"""Adding a council with its unit, and renaming one. Its address never changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.journal import append
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations import rules
from dienhong.organisations.access import access_of, forget_access
from dienhong.organisations.models import AdministrativeUnit, Council, Placement
from dienhong.organisations.slugs import allot_slugs
from dienhong.organisations.unit_list import council_of


@transaction.atomic
def add_council(*, upper: Council | None, values: Mapping[str, Any], by: User, at: datetime) -> Council:
    """A unit under another one, with its council. ``values``: code, name, kind, established_on, [short_name].

    Only the operator adds one at the top: nobody would administer it.
    """
    access = access_of(by, timezone.localdate(at))
    if not (access.everywhere if upper is None else access.may_administer(upper, "own_and_below")):
        raise NotAllowed("Chỉ quản trị của Hội đồng cấp trên được thêm Hội đồng cấp dưới.")
    unit = _create_unit(upper, values, by, at)
    slug = allot_slugs(
        [(unit.code, unit.name, upper.unit.name if upper else "")],
        Council.objects.values_list("slug", flat=True),
    )[unit.code]
    council = council_of(unit, slug=slug, short_name=values.get("short_name", ""))
    acts.create(council, council_id=None, by=by, at=at, verb="Thêm Hội đồng")
    forget_access(by)
    return council


def _create_unit(
    upper: Council | None, values: Mapping[str, Any], by: User, at: datetime
) -> AdministrativeUnit:
    unit = AdministrativeUnit(**{n: values[n] for n in ("code", "name", "kind", "established_on")})
    Refused.if_any(acts.shape_violations(unit))
    if upper is not None:
        Refused.if_any(rules.unit_fits_below(unit.kind, unit.established_on, upper.unit))
    unit.derive()
    acts.create(unit, council_id=None, by=by, at=at, verb="Thêm đơn vị hành chính")
    if upper is not None:
        since = unit.established_on or timezone.localdate(at)
        place(unit, upper.unit, since, by=by, at=at)
    return unit


@transaction.atomic
def change_council(
    council: Council, *, name: str, short_name: str, expected_version: int, by: User, at: datetime
) -> Council:
    """Rename; what was recorded keeps its council."""
    if not access_of(by, timezone.localdate(at)).may_administer(council):
        raise NotAllowed(f"Anh/chị không quản trị {council.name}.")
    return acts.update(
        council,
        {"name": name, "short_name": short_name},
        expected_version=expected_version,
        council_id=council.pk,
        by=by,
        at=at,
        verb="Đổi tên Hội đồng",
    )


def place(
    unit: AdministrativeUnit, parent: AdministrativeUnit, since: Any, *, by: User, at: datetime
) -> None:
    """Put a unit under another from a day on, told in the journal of the unit."""
    Placement.objects.create(unit=unit, parent=parent, from_on=since)
    told = {"parent": [None, parent.name], "from_on": [None, since]}
    append(council_id=None, by=by, verb="Đặt trực thuộc", record=unit, at=at, changes=told)
