"""Every address × every role × own, below, above, sister, anonymous: the answer is the one the table expects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse

from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council, Organisation, RoleGrant
from dienhong.rulebook.models import RuleOverride

from ..factories import TODAY, make_council, make_user
from ..followup.furnishing import FILE
from ..laid_out import laid_out
from .furniture import DEEDS, RECORDS, STEPS, furnish
from .table import ADDRESSES, EXPECTED, PROFILES, ROWS

RELATIONS = ("own", "below", "above", "sister")
FIXED = {
    "sha256": hashlib.sha256(FILE).hexdigest(),
    "finding": "khong-co",
    "uidb36": "1",
    "key": "khong-co",
    "secret": "khong-co",
    "day": "2026-09-02",
    "part": 1,
    "decision": "dong-y",
    "kind": "annual-summary",
    "section": "ky-hop",
    "ending": "docx",
    "path": "ky-hop",
}
"""What the other words of an address mean."""


def expected(row: str, relation: str, role: Role) -> int:
    by_relation = EXPECTED[row]
    by_role = by_relation["everyone"] if "everyone" in by_relation else by_relation[relation]
    return by_role if isinstance(by_role, int) else by_role.get(role, by_role["others"])


@pytest.fixture(autouse=True)
def nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may see what is decided before a page is drawn; drawing thousands of them tells nothing more."""
    monkeypatch.setattr(Template, "render", lambda self, context=None, request=None: "")


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A district and a commune with one of everything that an address can name, and a commune with nothing."""
    with laid_out(django_db_blocker):
        district = make_council("dak-mau", "Huyện Đăk Mẫu", kind="district")
        commune = make_council("xa-mau", "Xã Mẫu", upper=district)
        make_council("xa-ben", "Xã Bên", upper=district)
        above = make_user("vanthu.huyen", Role.CLERK, district, reach=Reach.OWN_AND_BELOW)
        furnish(commune, make_user("vanthu.xa", Role.CLERK, commune))
        furnish(district, above)
        own = {"value": "7", "unit": "calendar_days", "basis": "Quy chế", "reason": "thử", "author": above}
        RuleOverride.objects.create(code="paper.to_delegates", in_force_from=TODAY, **own)
        yield


@pytest.fixture
def target(house: None, db: None) -> Council:
    return Council.objects.get(slug="xa-mau")


@pytest.fixture
def district(house: None, db: None) -> Council:
    return Council.objects.get(slug="dak-mau")


@pytest.fixture
def sister(house: None, db: None) -> Council:
    return Council.objects.get(slug="xa-ben")


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
        "step": lambda: STEPS[name.partition("-")[0]],
    }
    return {a: known[a]() if a in known else FIXED[a] for a in ADDRESSES[name]}


def ask(client: Client, row: str, council: Council) -> int:
    name, _, method = row.partition(" ")
    url = reverse(name, kwargs=values_of(name, council))
    answer = client.post(url) if method == "POST" else client.get(url)
    return answer.status_code


def test_the_table_names_every_address_and_no_other() -> None:
    named = {row.partition(" ")[0] for row in ROWS}
    assert set(ADDRESSES) - named == set(), "addresses without a row"
    assert named - set(ADDRESSES) == set(), "rows without an address"


def test_every_profile_is_used() -> None:
    assert set(PROFILES) == {entry for entry in ROWS.values() if isinstance(entry, str)}


def test_nobody_who_is_not_signed_in_gets_further(target: Council, client: Client) -> None:
    got = {row: ask(client, row, target) for row in ROWS}
    assert {row: status for row, status in got.items() if status != EXPECTED[row]["anonymous"]} == {}


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", list(Role))
def test_every_address_answers_as_expected(
    role: Role, relation: str, target: Council, district: Council, sister: Council
) -> None:
    seat = council_of(relation, target, district, sister)
    asked_for = district if relation == "above" else target
    body = Organisation.objects.create(council=seat, kind="department", name="Phòng mẫu")
    reach = Reach.OWN_AND_BELOW if relation == "below" else Reach.OWN
    user = make_user("nguoi.thu", role, seat, reach=reach, organisation=body)
    wrong, signed_in = {}, Client()
    signed_in.force_login(user)
    for row in ROWS:
        client = Client()
        client.cookies = SimpleCookie({"sessionid": signed_in.cookies["sessionid"].value})
        got = ask(client, row, asked_for)
        if got != expected(row, relation, role):
            wrong[row] = f"expected {expected(row, relation, role)}, got {got}"
    assert wrong == {}
