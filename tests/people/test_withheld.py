"""A person's religion, ethnicity and party membership: read by clerks and leaders, by nobody else, in no way."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council
from dienhong.people.register import mandates
from dienhong.registers import actions
from dienhong.registers.declaration import Column, Register
from dienhong.registers.listing import ALL_SCOPE, SCOPE, Listing
from dienhong.registers.sight import Sight
from dienhong.registers.spreadsheet import spreadsheet_of

from ..factories import NOW, grant, make_body, make_mandate, make_user

NAME, FAITH, PEOPLE = "Trần Thị Mẫu", "Công giáo", "Xơ Đăng"
OUTSIDERS = [role for role in Role if role not in (Role.CLERK, Role.LEADER)]
IN_THE_COUNCIL = [Role.COMMITTEE, Role.GROUP_LEADER, Role.DELEGATE]


@pytest.fixture
def mandate(commune: Council, clerk: User) -> Any:
    """A delegate whose religion was first recorded wrongly: the journal holds both."""
    said = {"ethnicity": PEOPLE, "party": "member", "party_joined_on": date(2009, 3, 7)}
    mandate = make_mandate(commune, clerk, NAME, religion="protestant", **said)
    make_mandate(commune, clerk, "Lê Văn Khác", religion="none", ethnicity="Kinh")
    values = {"religion": "catholic", "occupation": "Giáo viên"}
    return actions.change(mandates, mandate, values=values, expected_version=1, by=clerk, at=NOW)


def reader(role: Role, council: Council, reach: Reach = Reach.OWN) -> User:
    body = make_body(council, "department", "Phòng mẫu") if role == Role.AGENCY else None
    return make_user(f"xem.{role}", role, council, reach=reach, organisation=body)


def page(user: User, address: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(address).content.decode()


BETRAYING = (FAITH, "Tin lành", PEOPLE, "đảng viên", "07/3/2009", "catholic", "Tôn giáo", "Vào Đảng")


@pytest.mark.parametrize("role", [Role.CLERK, Role.LEADER])
def test_clerks_and_leaders_read_it(role: Role, mandate: Any, commune: Council) -> None:
    user = reader(role, commune)
    text = page(user, f"/xa-mau/dai-bieu/{mandate.code}/")
    assert all(word in text for word in (FAITH, PEOPLE, "đảng viên", "07/3/2009", "Tin lành"))
    person = json.loads(page(user, "/api/popolo/xa-mau/"))["persons"]
    assert {"catholic", "none"} == {p["religion"] for p in person}


@pytest.mark.parametrize("role", OUTSIDERS)
@pytest.mark.parametrize(
    "address",
    [
        "dai-bieu/DB-2021-001/",
        "dai-bieu/",
        "dai-bieu/?religion=religious",
        "dai-bieu/?tim=cong+giao",
        "hoi-dong/",
    ],
)
def test_no_page_says_it_to_others(role: Role, address: str, mandate: Any, commune: Council) -> None:
    text = page(reader(role, commune), f"/xa-mau/{address}")
    assert not [word for word in BETRAYING if word in text]


@pytest.mark.parametrize("role", OUTSIDERS)
def test_no_export_and_no_interface_says_it_to_others(role: Role, mandate: Any, commune: Council) -> None:
    client = Client()
    client.force_login(reader(role, commune))
    excel = client.get("/xa-mau/dai-bieu/xuat-excel/?religion=religious")
    if excel.status_code == 200:
        rows = CalamineWorkbook.from_filelike(BytesIO(excel.content)).get_sheet_by_index(0).to_python()
        assert len(rows) == 4 + 2, "the filter is none, so the file holds everybody"
        assert not [word for word in BETRAYING if word in str(rows)]
    answer = client.get("/api/popolo/xa-mau/").content.decode()
    assert not [word for word in ("catholic", "religion", PEOPLE, '"party"') if word in answer]


def test_the_public_sees_nothing_at_all(mandate: Any) -> None:
    client = Client()
    for address in ("/xa-mau/dai-bieu/DB-2021-001/", "/api/popolo/xa-mau/", "/xa-mau/co-cau/"):
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("role", IN_THE_COUNCIL)
def test_no_filter_singles_a_person_out(role: Role, mandate: Any, commune: Council) -> None:
    user = reader(role, commune)
    for words in ({"religion": "religious"}, {"ethnicity": "minority"}, {"party": "member"}):
        assert Listing(mandates, commune, user, words).total == 2
    assert Listing(mandates, commune, reader(Role.LEADER, commune), {"religion": "religious"}).total == 1


@pytest.mark.parametrize("role", IN_THE_COUNCIL)
def test_neither_search_nor_order_betrays_it(role: Role, mandate: Any, commune: Council) -> None:
    for user in (reader(role, commune), reader(Role.CLERK, commune)):
        assert Listing(mandates, commune, user, {"tim": "cong giao"}).total == 0
        assert Listing(mandates, commune, user, {"tim": "xo dang"}).total == 0
        assert Listing(mandates, commune, user, {"sap-xep": "religion"}).order == "sort_key"


def test_aggregates_are_open_but_do_not_lead_to_names(mandate: Any, commune: Council) -> None:
    text = page(reader(Role.DELEGATE, commune), "/xa-mau/co-cau/")
    assert "Có tôn giáo" in text and "religion=" not in text
    assert "religion=religious" in page(reader(Role.CLERK, commune), "/xa-mau/co-cau/")


def test_each_council_keeps_its_own(
    mandate: Any, commune: Council, district: Council, district_clerk: User
) -> None:
    """A clerk of the commune who is a delegate of the district reads the commune's, not the district's."""
    make_mandate(district, district_clerk, "Hồ Thị Huyện", religion="buddhist")
    user = reader(Role.CLERK, commune)
    grant(user, Role.DELEGATE, district)
    sight = Sight(mandates.model, user)
    assert sight.reads("religion", commune.pk) and not sight.reads("religion", district.pk)
    wide = Listing(mandates, district, user, {SCOPE: ALL_SCOPE, "religion": "religious"})
    assert wide.total == 3, "a list that spans both is not divided by it"


def test_an_upper_clerk_reads_as_far_as_the_reach(
    mandate: Any, commune: Council, district_clerk: User, sister_clerk: User
) -> None:
    assert Sight(mandates.model, district_clerk).said(mandate, "religion") == FAITH
    assert Sight(mandates.model, sister_clerk).said(mandate, "religion") is None


def test_a_column_of_it_is_blank_in_the_list_and_in_excel(mandate: Any, commune: Council) -> None:
    from dataclasses import replace

    from dienhong.web.registers.table import table_of

    shown: Register = replace(mandates, columns=(*mandates.columns, Column("religion")))
    said = {}
    for role in (Role.CLERK, Role.DELEGATE):
        listing = Listing(shown, commune, reader(role, commune), {})
        rows = (
            CalamineWorkbook.from_filelike(BytesIO(spreadsheet_of(listing))).get_sheet_by_index(0).to_python()
        )
        said[role] = {str(row[-1]) for row in rows[4:]}, {r.cells[-1].text for r in table_of(listing).rows}
    assert said[Role.CLERK] == ({FAITH, "không"}, {FAITH, "không"})
    assert said[Role.DELEGATE] == ({""}, {""})
