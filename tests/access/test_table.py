"""Every address × every role × own, below, above, sister, anonymous: the answer is the one the table expects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.test import Client
from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, ask_extension, kept, receive_book
from dienhong.followup.answer_book.sheet import painted
from dienhong.followup.models import Assignment, Undertaking
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council, Organisation, RoleGrant
from dienhong.rulebook.models import RuleOverride

from ..factories import (
    NOW,
    TODAY,
    make_body,
    make_constituency,
    make_mandate,
    make_position,
    make_session,
    make_user,
)
from ..incoming.documents import WRONG_SUM, plain, received
from ..voters.factories import forward, make_meeting, make_petition, make_round
from .addresses import walk

TABLE = yaml.safe_load((Path(__file__).parent / "table.yaml").read_text(encoding="utf-8"))
ADDRESSES: dict[str, tuple[str, ...]] = dict(walk())
RELATIONS = ("own", "below", "above", "sister")
ASKED = b"De nghi gia han"
FIXED = {
    "sha256": hashlib.sha256(ASKED).hexdigest(),
    "finding": "khong-co",
    "uidb36": "1",
    "key": "khong-co",
    "day": "2026-09-02",
    "part": 1,
    "decision": "dong-y",
}
RECORDS = {
    "council_sessions": "KH-2023-001",
    "mandates": "DB-2021-001",
    "positions": "CV-2021-001",
    "terms": "NK-2021-001",
    "constituencies": "BC-2021-001",
    "incoming": "KT-2023-001",
    "voter_rounds": "DT-2023-001",
    "voter_meetings": "TX-2023-001",
    "petitions": "KN-2023-001",
    "undertakings": "VT-2023-001",
    "followup": "BTL-2023-001",
}
"""The record that each register's addresses ask for."""
STEPS = {"incoming": "return", "undertakings": "accept"}
DEEDS = {"petitions": "ky-sau", "mandates": "thoi-lam-dai-bieu", "positions": "thoi-giu"}


def expectations(row: str) -> Mapping[str, Any]:
    entry = TABLE["addresses"][row]
    found: Mapping[str, Any] = TABLE["profiles"][entry] if isinstance(entry, str) else entry
    return found


def expected(row: str, relation: str, role: Role) -> int:
    by_relation = expectations(row)
    by_role = by_relation["everyone"] if "everyone" in by_relation else by_relation[relation]
    return by_role if isinstance(by_role, int) else by_role.get(role, by_role["others"])


def furnish(council: Council, by: User) -> None:
    """A record in every register."""
    make_session(council, by)
    received(council, by, plain(WRONG_SUM))
    make_constituency(council, by)
    mandate = make_mandate(council, by)
    make_position(make_body(council, "committee", "Ban mẫu"), "head", mandate, by)
    lead = Organisation.objects.create(council=council, kind="department", name="Phòng A")
    make_round(council, by)
    make_meeting(council, by)
    forward(council, [make_petition(council, by)], lead, by)
    make_petition(council, by, text="Kiến nghị chưa chuyển")
    _ask_for_time(council)
    _receive_book(council, lead, by)


def _ask_for_time(council: Council) -> None:
    """An extension asked for, so that there is something to decide and a file to open."""
    undertaking = Undertaking.objects.get(council=council)
    at = NOW + timedelta(days=1)
    part, by = undertaking.assignments.get(), User.objects.operator()
    given = {"new_due_on": date(2030, 1, 1), "expected_version": undertaking.version, "at": at}
    with kept([("de-nghi.txt", ASKED)], council=council, by=by, at=at) as files:
        happened = Happened(on=date(2023, 7, 10), text="Chờ vật tư", files=files)
        ask_extension(part, happened=happened, by=by, **given)


def _receive_book(council: Council, body: Organisation, by: User) -> None:
    """A workbook of answers that waits to be recorded."""
    parts = Assignment.objects.filter(organisation=body).select_related("undertaking")
    given = {"number": "1/BC", "issued_on": TODAY, "received_on": TODAY, "by": by, "at": NOW}
    receive_book(council=council, body=body, file=("tra-loi.xlsx", painted("Trả lời", parts)), **given)


@pytest.fixture
def target(commune: Council, clerk: User, district_clerk: User) -> Council:
    """A commune with one of everything that an address can name."""
    furnish(commune, clerk)
    own = {
        "value": "7",
        "unit": "calendar_days",
        "basis": "Quy chế",
        "reason": "thử",
        "author": district_clerk,
    }
    RuleOverride.objects.create(code="paper.to_delegates", in_force_from=TODAY, **own)
    return commune


def council_of(relation: str, target: Council, district: Council, sister: Council) -> Council:
    """Where the user sits, for the address's council to be in this relation to it."""
    return {"own": target, "below": district, "above": target, "sister": sister}[relation]


def code_in(name: str) -> object:
    """What ``code`` means in an address: a rule's, a field's, the status of an error page, a record's."""
    if name.startswith("administration-"):
        return "land" if "field" in name else "paper.to_delegates"
    return 404 if name.startswith("kieu_dang") else RECORDS[name.partition("-")[0]]


def key_in(name: str, council: Council) -> int:
    """What ``pk`` means in an address."""
    if "organisation" in name:
        return Organisation.objects.filter(council=council).latest("pk").pk
    if "override" in name:
        return RuleOverride.objects.get().pk
    return RoleGrant.objects.filter(council=council, role=Role.CLERK).earliest("pk").pk


def values_of(name: str, council: Council) -> dict[str, object]:
    """The arguments of an address of this council."""
    known: dict[str, Callable[[], object]] = {
        "council": lambda: council.slug,
        "slug": lambda: council.slug,
        "username": lambda: RoleGrant.objects.get(pk=key_in("role", council)).user.username,
        "code": lambda: code_in(name),
        "pk": lambda: key_in(name, council),
        "deed": lambda: DEEDS[name.partition("-")[0]],
        "step": lambda: STEPS.get(name.partition("-")[0], "convene"),
    }
    return {a: known[a]() if a in known else FIXED[a] for a in ADDRESSES[name]}


def ask(client: Client, row: str, council: Council) -> int:
    name, _, method = row.partition(" ")
    url = reverse(name, kwargs=values_of(name, council))
    answer = client.post(url) if method == "POST" else client.get(url)
    return answer.status_code


def test_the_table_names_every_address_and_no_other() -> None:
    named = {row.partition(" ")[0] for row in TABLE["addresses"]}
    assert set(ADDRESSES) - named == set(), "addresses without a row"
    assert named - set(ADDRESSES) == set(), "rows without an address"


def test_every_profile_is_used() -> None:
    assert set(TABLE["profiles"]) == {
        entry for entry in TABLE["addresses"].values() if isinstance(entry, str)
    }


@pytest.mark.parametrize("row", TABLE["addresses"])
def test_anonymous(row: str, target: Council, client: Client) -> None:
    assert ask(client, row, target) == expectations(row)["anonymous"]


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", list(Role))
def test_every_address_answers_as_expected(
    role: Role, relation: str, target: Council, district: Council, sister: Council, district_clerk: User
) -> None:
    if relation == "above":
        furnish(district, district_clerk)
    seat = council_of(relation, target, district, sister)
    asked_for = district if relation == "above" else target
    body = Organisation.objects.create(council=seat, kind="department", name="Phòng mẫu")
    reach = Reach.OWN_AND_BELOW if relation == "below" else Reach.OWN
    user = make_user("nguoi.thu", role, seat, reach=reach, organisation=body)
    wrong = {}
    for row in TABLE["addresses"]:
        client = Client()
        client.force_login(user)
        got = ask(client, row, asked_for)
        if got != expected(row, relation, role):
            wrong[row] = f"expected {expected(row, relation, role)}, got {got}"
    assert wrong == {}
