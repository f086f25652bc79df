"""A petition's origin in a commune, two bodies to which it may be given, and whoever speaks for whom."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.followup import actions
from dienhong.followup.due import due_as_set
from dienhong.followup.models import IncomingDocument, Origin, Undertaking
from dienhong.followup.states import OriginKind
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation

from ..factories import NOW, make_body, make_user

ASSIGNED, DUE = date(2023, 9, 1), date(2023, 10, 1)


@pytest.fixture
def executive(commune: Council) -> Organisation:
    return make_body(commune, "executive", "UBND xã Mẫu")


@pytest.fixture
def department(commune: Council) -> Organisation:
    return make_body(commune, "department", "Ban quản lý chợ")


@pytest.fixture
def agency(commune: Council, executive: Organisation) -> User:
    return make_user("ubnd.xa", Role.AGENCY, commune, organisation=executive)


@pytest.fixture
def market(commune: Council, department: Organisation) -> User:
    return make_user("cho.xa", Role.AGENCY, commune, organisation=department)


@pytest.fixture
def leader(commune: Council) -> User:
    return make_user("thuongtruc.xa", Role.LEADER, commune)


@pytest.fixture
def origin(commune: Council, clerk: User) -> Origin:
    words = {"kind": OriginKind.PETITION, "code": "KN-2023-001", "title": "Sửa cầu treo"}
    return actions.open_origin(council=commune, by=clerk, at=NOW, **words)


@pytest.fixture
def undertaking(
    commune: Council, clerk: User, origin: Origin, executive: Organisation, department: Organisation
) -> Undertaking:
    return actions.undertake(
        council=commune,
        origin=origin,
        text="Sửa cầu treo qua suối trước mùa mưa",
        lead=executive,
        supporters=[department],
        due=due_as_set(DUE, "Theo ý kiến chủ trì cuộc họp."),
        on=ASSIGNED,
        by=clerk,
        at=NOW,
    )


@pytest.fixture
def paper(commune: Council, clerk: User, executive: Organisation) -> IncomingDocument:
    given = {"number": "15/BC-UBND", "issued_on": date(2023, 9, 20), "issuer": executive}
    return actions.record_document(council=commune, by=clerk, at=NOW, **given)
