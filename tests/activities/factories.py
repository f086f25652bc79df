"""Other activities for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.activities.register import (
    activity_sheets,
    assessments,
    attended_meetings,
    awards,
    broadcasts,
    coordination,
    pledges,
    trainings,
    work_plan,
)
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.registers import actions as records
from dienhong.registers.declaration import Register

from ..factories import NOW


def _add(
    register: Register, council: Council, by: User, usual: dict[str, Any], fields: dict[str, Any]
) -> Any:
    return records.add(register, council=council, values={**usual, **fields}, by=by, at=NOW)


def make_task(council: Council, by: User, **fields: Any) -> Any:
    usual = {"year": 2023, "task": "Tổ chức hội nghị giao ban", "planned_month": 10}
    return _add(work_plan, council, by, usual, fields)


def make_training(council: Council, by: User, **fields: Any) -> Any:
    usual = {"title": "Kỹ năng giám sát", "starts_on": date(2023, 9, 14), "participants": 40}
    return _add(trainings, council, by, usual, fields)


def make_regulation(council: Council, by: User, **fields: Any) -> Any:
    usual = {"title": "Phối hợp công tác", "parties": "HĐND\nUBND", "signed_on": date(2021, 9, 1)}
    return _add(coordination, council, by, usual, fields)


def make_attended(council: Council, by: User, **fields: Any) -> Any:
    usual = {
        "host": "UBND xã",
        "held_on": date(2023, 5, 4),
        "subject": "Phiên họp tháng 5",
        "attended_by": "Phó Chủ tịch HĐND",
    }
    return _add(attended_meetings, council, by, usual, fields)


def make_broadcast(council: Council, by: User, **fields: Any) -> Any:
    usual = {"title": "Đại biểu với cử tri", "outlet": "Đài huyện", "aired_on": date(2023, 6, 2)}
    return _add(broadcasts, council, by, usual, fields)


def make_award(council: Council, by: User, **fields: Any) -> Any:
    usual = {"award": "Giấy khen", "recipient": "Thường trực HĐND xã", "decided_on": date(2023, 2, 3)}
    return _add(awards, council, by, usual, fields)


def make_sheet(mandate: Mandate, by: User, **fields: Any) -> Any:
    return _add(activity_sheets, mandate.council, by, {"mandate": mandate, "year": 2023}, fields)


def make_assessment(mandate: Mandate, by: User, **fields: Any) -> Any:
    return _add(assessments, mandate.council, by, {"mandate": mandate, "year": 2022}, fields)


def make_pledge(mandate: Mandate, by: User, **fields: Any) -> Any:
    usual = {"mandate": mandate, "text": "Vận động xây nhà rông", "pledged_on": date(2021, 5, 10)}
    return _add(pledges, mandate.council, by, usual, fields)
