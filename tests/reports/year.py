"""A year of a district and its two communes with a little of everything: the yearly summary is written from it."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.models import Attendance
from dienhong.organisations.models import Council, Organisation

from ..council_sessions.factories import (
    make_delegates,
    make_discussion,
    make_paper,
    make_sitting,
    make_verification,
)
from ..factories import make_body, make_session
from ..oversight.factories import CARRIED, make_oversight, of_group
from ..questioning.factories import make_hearing, make_matter, make_question
from ..reception.factories import make_day, make_letter, make_reception
from ..resolutions.factories import ISSUED, make_resolution
from ..voters.factories import forward, make_petition, make_round

HOSTILE = "{{7*7}} <b>*x*</b> #set page"


def fill(
    district: Council, commune: Council, sister: Council, by: User, clerk: User, sister_clerk: User
) -> None:
    """The sister council recorded its sessions and nothing else."""
    _of_district(district, by)
    _of_commune(commune, clerk)
    for ordinal in (7, 8):
        make_session(sister, sister_clerk, ordinal=ordinal, status="closed")
    shared = make_round(district, by)
    for council in (commune, sister):
        shared.shares.create(council=council)


def _of_district(council: Council, by: User) -> None:
    session: Any = make_session(council, by, status="closed")
    make_session(council, by, kind="thematic", ordinal=8, status="closed")
    _sat(session, council, by)
    for number in (1, 2, 3):
        make_resolution(council, by, **{**ISSUED, "number": number, "session": session})
    put = {"venue": "session", "session": session, "asked_on": session.opens_on, "answer_manner": "oral"}
    make_question(council, by, text="Vì sao chậm cấp giấy chứng nhận", **put)
    make_question(council, by, text="Vì sao đường vào khu sản xuất xuống cấp", **put)
    _hearing(council, by)
    _oversight(council, by)
    _petitions(council, by)
    make_day(council, by, held_on=date(2023, 6, 15), outcome="held")
    make_reception(council, by)
    make_letter(council, by)


def _sat(session: Any, council: Council, by: User) -> None:
    late = Organisation.objects.create(council=council, kind="department", name="Phòng Tài chính")
    make_paper(session, by, submitter=late, received_on=date(2023, 7, 17))
    make_verification(
        session,
        make_body(council, "committee", "Ban Pháp chế"),
        by,
        reported_on=date(2023, 7, 14),
        conclusion="agreed",
    )
    sitting = make_sitting(session, by)
    absent, *_ = make_delegates(council, by, 3)
    Attendance.objects.create(sitting=sitting, mandate=absent, state="absent")
    make_discussion(session, by)


def _hearing(council: Council, by: User) -> None:
    concluded = {"conclusion_number": "04/TB-TTHĐND", "concluded_on": date(2023, 5, 9), "status": "held"}
    make_matter(make_hearing(council, by, conclusion="Yêu cầu khắc phục", **concluded), by)


def _oversight(council: Council, by: User) -> None:
    make_oversight(council, by, "Chương trình nông thôn mới", lead_kind="council", **CARRIED)
    make_oversight(council, by, "Công trình thủy lợi", form="survey", **CARRIED)
    of_group(make_body(council, "delegate_group", "Tổ đại biểu số 1"), by)
    make_body(council, "delegate_group", "Tổ đại biểu số 2")


def _petitions(council: Council, by: User) -> None:
    lead = Organisation.objects.create(council=council, kind="department", name="Phòng Hạ tầng")
    forward(council, [make_petition(council, by, HOSTILE)], lead, by)
    make_petition(council, by, "Kéo điện về thôn 2")


def _of_commune(council: Council, by: User) -> None:
    make_session(council, by, status="closed")
    make_resolution(council, by, **ISSUED)
    make_oversight(council, by, "Quản lý đất đai", lead_kind="council", **CARRIED)
    make_petition(council, by, "Sửa nhà văn hóa thôn 3")
    make_letter(council, by)
