"""Ending and merging units: who takes over, and where the units below them go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.journal import append
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations import rules
from dienhong.organisations.access import access_of, forget_access
from dienhong.organisations.actions.councils import place
from dienhong.organisations.models import AdministrativeUnit, Council, Placement, Succession

ONE_DAY = timedelta(days=1)


@transaction.atomic
def end_units(
    *,
    ending: Sequence[Council],
    successors: Sequence[Council],
    on: date,
    reason: str,
    by: User,
    at: datetime,
) -> None:
    """Dissolve the units of ``ending`` from the day ``on``; each hands its area to every one of ``successors``.

    Whole where there is one successor, in parts where there are several; an area cut in different ways is told in
    several acts of one day. Units below come under the heir (`rules.heir_of`). Councils and records stay.
    """
    _require_arranger([*ending, *successors], by, at)
    gone, heirs = _locked(ending), _locked(successors)
    Refused.if_any([rules.reason_given(reason), *rules.units_may_end(gone, heirs, on)])
    moves = [move for unit in gone for move in _moves_below(unit, gone, heirs, on)]
    for unit in gone:
        _dissolve(unit, heirs, on, reason.strip(), by, at)
    for unit, parent in moves:
        _close_placement(unit, on)
        place(unit, parent, on, by=by, at=at)
    forget_access(by)


def _require_arranger(councils: Sequence[Council], by: User, at: datetime) -> None:
    access = access_of(by, timezone.localdate(at))
    for council in councils:
        if not access.may_arrange(council):
            raise NotAllowed(
                f"Chỉ quản trị của Hội đồng cấp trên được kết thúc hoặc sáp nhập {council.unit.name}."
            )


def _locked(councils: Sequence[Council]) -> list[AdministrativeUnit]:
    """The units of councils, in the order of their keys so that two mergers never wait for each other."""
    ids = [council.unit_id for council in councils]
    return list(AdministrativeUnit.objects.select_for_update().filter(pk__in=ids).order_by("pk"))


def _moves_below(
    unit: AdministrativeUnit,
    gone: Sequence[AdministrativeUnit],
    heirs: Sequence[AdministrativeUnit],
    on: date,
) -> list[tuple[AdministrativeUnit, AdministrativeUnit]]:
    """Each unit that stands below ``unit`` beyond its end, with the one it comes under."""
    placed = Placement.objects.filter(parent=unit, to_on=None).exclude(unit__in=gone)
    below = [p.unit for p in placed.select_related("unit").order_by("pk")]
    heir = rules.heir_of(unit, heirs, _upper_of(unit))
    Refused.if_any([rules.units_below_are_provided_for(unit, below, heir)])
    return [(child, heir) for child in below if heir]


def _upper_of(unit: AdministrativeUnit) -> AdministrativeUnit | None:
    placement = Placement.objects.filter(unit=unit, to_on=None).select_related("parent").first()
    return placement.parent if placement else None


def _dissolve(
    unit: AdministrativeUnit,
    heirs: Sequence[AdministrativeUnit],
    on: date,
    reason: str,
    by: User,
    at: datetime,
) -> None:
    acts.update(
        unit,
        {"dissolved_on": on},
        expected_version=unit.version,
        council_id=unit.council.pk,
        by=by,
        at=at,
        verb="Kết thúc đơn vị hành chính",
        reason=reason,
    )
    _close_placement(unit, on)
    whole = len(heirs) == 1
    Succession.objects.bulk_create(
        Succession(predecessor=unit, successor=heir, on=on, whole=whole) for heir in heirs
    )
    if heirs:
        told = {"successors": [None, [heir.name for heir in heirs]], "whole": [None, whole]}
        append(council_id=unit.council.pk, by=by, verb="Ghi đơn vị kế thừa", record=unit, at=at, changes=told)


def _close_placement(unit: AdministrativeUnit, on: date) -> None:
    """The last day under the present parent is the one before."""
    placement = Placement.objects.filter(unit=unit, to_on=None).first()
    if placement is None:
        return
    Refused.if_any([rules.placed_before(unit, placement.from_on, on)])
    placement.to_on = on - ONE_DAY
    placement.save(update_fields=["to_on"])
