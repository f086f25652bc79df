"""Resolutions for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers import actions as records
from dienhong.registers.declaration import Register
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.register import preparations, programme, relations, resolutions, targets
from dienhong.resolutions.states import ResolutionStatus

from ..factories import NOW

PASSED_ON = date(2023, 7, 18)
PASSED = {"status": ResolutionStatus.PASSED, "passed_on": PASSED_ON}
ISSUED = {**PASSED, "status": ResolutionStatus.ISSUED, "number": 1, "signed_on": date(2023, 7, 19)}


def _add(register: Register, council: Council, by: User, values: dict[str, Any]) -> Any:
    return records.add(register, council=council, values=values, by=by, at=NOW)


def make_resolution(council: Council, by: User, **fields: Any) -> Resolution:
    """A proposal of June 2023; fields override."""
    usual = {"title": "Về phân bổ vốn đầu tư công năm 2023", "proposed_on": date(2023, 6, 20)}
    return _add(resolutions, council, by, {**usual, **fields})  # type: ignore[no-any-return]


def make_planned(council: Council, by: User, **fields: Any) -> Any:
    usual = {"title": "Về dự toán ngân sách năm 2024", "planned_for": date(2023, 12, 31)}
    return _add(programme, council, by, {**usual, **fields})


def make_preparation(resolution: Resolution, by: User, **fields: Any) -> Any:
    usual = {"resolution": resolution, "kind": "verification", "held_on": date(2023, 7, 5)}
    return _add(preparations, resolution.council, by, {**usual, **fields})


def make_relation(resolution: Resolution, by: User, **fields: Any) -> Any:
    return _add(relations, resolution.council, by, {"resolution": resolution, "kind": "replaces", **fields})


def make_target(resolution: Resolution, by: User, **fields: Any) -> Any:
    usual = {"resolution": resolution, "name": "Tỷ lệ hộ nghèo", "unit": "%", "year": 2023, "target": "4.5"}
    return _add(targets, resolution.council, by, {**usual, "direction": "at_most", **fields})
