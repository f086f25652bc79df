"""The desk: tasks, the week, the area; each role its own."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionStatus
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.web.desk.tasks import tasks_of
from dienhong.web.desk.week import week_of

from ...factories import NOW, make_session, make_user


def test_the_entrance_leads_to_the_own_desk(client: Client, district: Council, clerk: User) -> None:
    client.force_login(clerk)
    assert client.get("/").headers["Location"] == "/xa-mau/"


def test_without_a_role_there_is_a_sentence(client: Client, db: None) -> None:
    client.force_login(make_user("khong.vai.tro"))
    assert "chưa được giao vai trò" in client.get("/").text


def test_what_is_planned_must_be_convened_in_time(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, opens_on=date(2023, 12, 19))
    late, soon = date(2023, 12, 1), date(2023, 11, 27)
    assert [task["word"] for task in tasks_of(commune, clerk, late).tasks] == ["Quá hạn 02 ngày"]
    assert [task["state"] for task in tasks_of(commune, clerk, soon).tasks] == ["due_soon"]


def test_what_does_not_fit_is_said_and_titles_are_not_told_twice(
    commune: Council, clerk: User, client: Client
) -> None:
    for ordinal in range(1, 7):
        make_session(commune, clerk, ordinal=ordinal, opens_on=date(2023, 12, ordinal))
    todo = tasks_of(commune, clerk, date(2023, 12, 1))
    assert [task["note"] for task in todo.tasks] == [f"KH-2023-00{n}" for n in range(1, 5)]
    assert [register["title"] for register in todo.more] == ["Kỳ họp"]
    client.force_login(clerk)
    page = client.get("/xa-mau/").text
    assert "Còn nữa ở:" in page and "Cần làm (" not in page


def test_what_is_over_must_be_told(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    actions.move(register, session, step="convene", expected_version=1, by=clerk, at=NOW)
    (task,) = tasks_of(commune, clerk, date(2023, 7, 25)).tasks
    assert task["title"].startswith("Ghi nhận đã bế mạc")


def test_an_upper_office_has_no_tasks_of_the_council_below(
    commune: Council, clerk: User, district_clerk: User
) -> None:
    make_session(commune, clerk)
    assert tasks_of(commune, district_clerk, date(2023, 7, 25)) == ([], [])


def test_a_session_stands_on_each_of_its_days(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, opens_on=date(2023, 7, 18), closes_on=date(2023, 7, 19))
    week = week_of(commune, clerk, date(2023, 7, 20))
    assert [len(day.entries) for day in week.days] == [0, 1, 1, 0, 0]
    assert week_of(commune, clerk, date(2023, 7, 15)).title == "Tuần tới"


def test_a_weekend_shows_when_something_falls_on_it(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, opens_on=date(2023, 7, 22))
    assert len(week_of(commune, clerk, date(2023, 7, 20)).days) == 7


def test_figures_open_their_records(
    client: Client, commune: Council, sister: Council, clerk: User, district_clerk: User
) -> None:
    make_session(commune, clerk, status=SessionStatus.CLOSED)
    client.force_login(district_clerk)
    page = client.get("/dak-mau/?nam=2023").text
    opened = "/dak-mau/ky-hop/?status=closed&amp;nam=2023&amp;pham-vi=tat-ca"
    assert opened in page
    assert "01 kỳ họp" in client.get(opened.replace("&amp;", "&")).text
    assert "02/03 Hội đồng chưa ghi kỳ họp nào" in page
    assert "năm 2023" in client.get("/dak-mau/?nam=9999").text


@pytest.mark.parametrize("role", [Role.FRONT, Role.ADMINISTRATOR])
def test_who_does_not_read_the_registers_sees_no_figures(
    role: Role, client: Client, commune: Council
) -> None:
    client.force_login(make_user("nguoi.ngoai", role, commune))
    page = client.get("/xa-mau/").text
    assert "không xem sổ làm việc" in page
    assert "Kỳ họp" not in page
