"""What the registers say of a sender and a period, and how a report's figures meet it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.checking import check
from dienhong.council_sessions.register import register as sessions
from dienhong.incoming.records import recorded_figures
from dienhong.kernel.period import Period
from dienhong.organisations.access import access_of, forget_access
from dienhong.organisations.models import Council
from dienhong.registers.actions import move, say_nothing_to_report

from ..factories import NOW, make_council, make_session

YEAR = Period.year(2023)


def hold(council: Council, by: User, **fields: Any) -> None:
    session = make_session(council, by, **fields)
    for name in ("convene", "close"):
        move(sessions, session, step=name, expected_version=session.version, by=by, at=NOW)


@pytest.fixture
def area(
    district: Council,
    commune: Council,
    sister: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
) -> Council:
    """Two sessions of the district (one thematic), one of a commune, none of the other, which says so."""
    hold(district, district_clerk)
    hold(district, district_clerk, kind="thematic", ordinal=8, opens_on=date(2023, 9, 1))
    hold(commune, clerk)
    say_nothing_to_report(sessions, council=sister, period=YEAR, by=sister_clerk, at=NOW)
    return district


def told(text: str, sender: Council, by: User) -> list[tuple[bool, str]]:
    result = check(text, recorded=recorded_figures(sender, YEAR, by))
    messages = [f.message for f in result.findings if f.code == "records"]
    holds = [one.holds for one in result.checked if one.code == "records"]
    return list(zip(holds, [*messages, *[""] * len(holds)], strict=False)) if holds else []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("HĐND cấp huyện tổ chức 05 kỳ họp.", "Ghi 05 nhưng sổ ghi 2: kỳ họp đã tổ chức, năm 2023."),
        ("HĐND hai cấp tổ chức 04 kỳ họp.", "sổ ghi 3"),
        ("HĐND cấp huyện tổ chức 02 kỳ họp chuyên đề.", "sổ ghi 1: kỳ họp đã tổ chức (chuyên đề)"),
        ("Xã Mẫu tổ chức 02 kỳ họp.", "sổ ghi 1"),
        ("Đã tổ chức 07 kỳ họp.", "sổ ghi hai cấp 3, cấp huyện 2, cấp xã 1"),
    ],
)
def test_a_figure_that_differs_is_told(text: str, sentence: str, area: Council, district_clerk: User) -> None:
    [(holds, message)] = told(text, area, district_clerk)
    assert not holds and sentence in message


@pytest.mark.parametrize(
    "text",
    [
        "HĐND cấp huyện tổ chức 02 kỳ họp (01 kỳ họp thường lệ, 01 kỳ họp chuyên đề).",
        "Trong năm 2023, hai cấp đã tổ chức 03 kỳ họp; cấp xã 01 kỳ họp.",
    ],
)
def test_a_figure_that_agrees_is_counted(text: str, area: Council, district_clerk: User) -> None:
    found = told(text, area, district_clerk)
    assert len(found) >= 2 and all(holds for holds, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022, HĐND cấp huyện tổ chức 09 kỳ họp.",
        "Từ đầu nhiệm kỳ đến nay đã tổ chức 09 kỳ họp.",
        "Dự kiến tổ chức 09 kỳ họp.",
        "HĐND tỉnh tổ chức 09 kỳ họp.",
        "Xã Khác tổ chức 09 kỳ họp.",
        "Tổ chức khoảng 09 kỳ họp.",
        "Tổ chức 09 kỳ họp không giấy tờ.",
        "Quý III tổ chức 09 kỳ họp.",
        "Đại biểu tham dự 09 kỳ họp.",
        "Thông qua 09 nghị quyết.",
        "Chất vấn giữa hai kỳ họp được thực hiện thường xuyên.",
        "Tại 09 kỳ họp đã thông qua nhiều nghị quyết.",
        "(1) HĐND các xã: Tân Lập, Tân Hòa tổ chức 09 kỳ họp thường lệ, 08 kỳ họp chuyên đề.",
    ],
)
def test_what_speaks_of_something_else_is_left_alone(text: str, area: Council, district_clerk: User) -> None:
    assert told(text, area, district_clerk) == []


def test_silence_is_not_zero(district: Council, commune: Council, district_clerk: User) -> None:
    hold(district, district_clerk)
    values = {(one.scope[0], one.part): one.value for one in recorded_figures(district, YEAR, district_clerk)}
    assert values[("cấp huyện", "")] == 1
    assert ("cấp xã", "") not in values and ("hai cấp", "") not in values


def test_links_list_the_very_records(area: Council, district_clerk: User, client: Any) -> None:
    client.force_login(district_clerk)
    for one in recorded_figures(area, YEAR, district_clerk):
        if one.scope[0] != "cấp huyện" and one.scope[0] != "cấp xã":
            page = client.get(one.link).text
            assert (
                ("Chưa có" in page or "Không có bản ghi" in page)
                if not one.value
                else f"0{one.value} kỳ họp" in page
            )


def test_the_number_of_statements_does_not_grow_with_councils(
    area: Council, district_clerk: User, django_assert_max_num_queries: Any
) -> None:
    with CaptureQueriesContext(connection) as few:
        recorded_figures(area, YEAR, district_clerk)
    for number in range(5):
        make_council(f"xa-{number}", f"Xã Thứ {number}", upper=area)
    forget_access(district_clerk)
    access_of(district_clerk).councils_read_by([])  # what a person may read is worked out once a request
    with django_assert_max_num_queries(len(few)):
        recorded_figures(area, YEAR, district_clerk)
