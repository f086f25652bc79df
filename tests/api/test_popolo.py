"""Popolo: councils, bodies, people and memberships of a day, in the form that other programs know."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from ..factories import make_body, make_constituency, make_mandate, make_position
from ..people.test_actions import end


@pytest.fixture
def client_of(clerk: User) -> Client:
    client = Client()
    client.force_login(clerk)
    return client


@pytest.fixture
def peopled(commune: Council, clerk: User) -> None:
    body = make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    place = make_constituency(commune, clerk)
    chair = make_mandate(commune, clerk, "Trần Thị Chủ", sex="female", birth_year=1970, constituency=place)
    make_position(body, "chair", chair, clerk)
    end(chair, clerk, to_on=date(2023, 6, 14))
    make_mandate(commune, clerk, "Lê Văn Ở", born_on=date(1980, 1, 2))


def document(client: Client, day: str) -> dict[str, Any]:
    answer = client.get(f"/api/popolo/xa-mau/?ngay={day}")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_every_reference_leads_somewhere(peopled: None, client_of: Client) -> None:
    found = document(client_of, "2023-06-14")
    people, bodies = ({row["id"] for row in found[name]} for name in ("persons", "organizations"))
    posts = {row["id"] for row in found["posts"]}
    assert len(found["memberships"]) == 3
    for row in found["memberships"]:
        assert row["person_id"] in people and row["organization_id"] in bodies
        assert row.get("post_id") in {None, *posts}
    assert {row["parent_id"] for row in found["organizations"] if "parent_id" in row} == {"council:xa-mau"}


def test_what_is_unknown_is_left_out_and_what_is_said_is_said(peopled: None, client_of: Client) -> None:
    chair = next(p for p in document(client_of, "2023-06-14")["persons"] if p["name"] == "Trần Thị Chủ")
    assert (chair["gender"], chair["birth_date"]) == ("female", "1970")
    other = next(p for p in document(client_of, "2023-06-15")["persons"] if p["name"] == "Lê Văn Ở")
    assert "gender" not in other and other["birth_date"] == "1980-01-02"


def test_a_day_later_the_chairwoman_is_gone(peopled: None, client_of: Client) -> None:
    before, after = (document(client_of, day) for day in ("2023-06-14", "2023-06-15"))
    roles = [sorted(row["role"] for row in found["memberships"]) for found in (before, after)]
    assert roles == [["Chủ tịch", "đại biểu", "đại biểu"], ["đại biểu"]]
    assert [row["name"] for row in after["persons"]] == ["Lê Văn Ở"]


def test_the_make_up_of_both_days(peopled: None, client_of: Client) -> None:
    def base(day: str) -> tuple[int, int]:
        found = client_of.get(f"/api/co-cau/xa-mau/?ngay={day}").json()
        left = next(f["total"] for f in found["figures"] if f["indicator"] == "delegates.left")
        return found["base"], left

    assert base("2023-06-14") == (2, 0)
    assert base("2023-06-15") == (1, 1)


def test_the_list_of_councils_is_of_those_one_knows(
    peopled: None, client_of: Client, sister: Council
) -> None:
    found = client_of.get("/api/popolo/").json()["organizations"]
    assert [row["id"] for row in found] == ["council:xa-mau"]
    assert client_of.get("/api/popolo/xa-ben/").status_code == 404
