"""Pages of following up: what a body sees and what it never sees, the board's numbers, acts through forms."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from dienhong.accounts.models import User
from dienhong.followup import actions, following
from dienhong.followup.actions import Happened
from dienhong.followup.board import VIEWS, Row, rows_of, whole
from dienhong.followup.due import due_as_set
from dienhong.followup.models import Escalation, Origin, Undertaking
from dienhong.followup.register import tasks
from dienhong.followup.states import OriginKind, Result, Status
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.rulebook.models import Field
from dienhong.web.followup.places import places_of

from ...factories import NOW, make_body, make_user
from ...voters.factories import make_petition

PAGE = "/xa-mau/viec-theo-doi/VT-2023-001/"


@pytest.fixture
def other(
    commune: Council,
    clerk: User,
    origin: Origin,
    executive: Organisation,
    department: Organisation,
) -> Undertaking:
    given = {"council": commune, "origin": origin, "by": clerk, "at": NOW, "on": date(2023, 9, 5)}
    stalls = make_body(commune, "police", "Công an xã Mẫu")
    return actions.undertake(
        **given, text="Dẹp chợ cóc ngã ba", lead=stalls, due=due_as_set(date(2023, 9, 20))
    )


def enter(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def test_a_body_sees_what_is_addressed_to_it_and_nothing_else(
    client: Client,
    undertaking: Undertaking,
    other: Undertaking,
    agency: User,
    market: User,
) -> None:
    for user in (agency, market):
        browser = enter(client, user)
        for desk in ("/xa-mau/", "/xa-mau/viec-duoc-giao/"):
            page = browser.get(desk).text
            assert undertaking.title in page and other.title not in page
        assert browser.get(PAGE).status_code == 200
        assert browser.get(PAGE.replace("001", "002")).status_code == 404
        assert browser.get("/xa-mau/viec-theo-doi/").status_code == 404
        assert browser.get("/xa-mau/theo-doi/").status_code == 404
        assert browser.get("/xa-mau/van-ban-tra-loi/").status_code == 404
    assert set(Undertaking.objects.visible_to(market)) == {undertaking}
    assert enter(client, agency).get(f"{PAGE}tra-loi/2/").status_code == 403


def answered(version: int, **fields: str) -> dict[str, str]:
    usual = {
        "expected_version": str(version),
        "result": "resolved",
        "text": "Đã sửa xong.",
        "on": "20/9/2023",
    }
    return {**usual, **fields}


def test_a_body_answers_the_council_gives_back_the_body_mends_the_leader_confirms(
    client: Client,
    undertaking: Undertaking,
    agency: User,
    clerk: User,
    leader: User,
) -> None:
    form = f"{PAGE}tra-loi/1/"
    wrong = enter(client, agency).post(form, answered(1, text="", result="planned"))
    assert wrong.status_code == 422 and "Nội dung trả lời" in wrong.text
    assert enter(client, agency).post(form, answered(9)).status_code == 422
    assert enter(client, agency).post(form, answered(1)).status_code == 302
    back = {"expected_version": "2", "text": "Chưa có ảnh", "on": "21/9/2023"}
    assert enter(client, clerk).post(f"{PAGE}buoc/1/give_back/", back).status_code == 302
    assert enter(client, agency).post(form, answered(3, on="22/9/2023")).status_code == 302
    done = {"expected_version": "4", "text": "", "on": "22/9/2023"}
    without_paper = enter(client, clerk).post(f"{PAGE}buoc/1/confirm/", done)
    assert without_paper.status_code == 422 and "Số, ký hiệu văn bản" in without_paper.text
    assert enter(client, leader).post(f"{PAGE}buoc/1/confirm/", done).status_code == 302
    undertaking.refresh_from_db()
    assert undertaking.status == Status.CONFIRMED
    story = enter(client, agency).get(PAGE).text
    assert (
        story.index("Xác nhận đã xong (UBND xã Mẫu)") < story.index("Chưa có ảnh") < story.index("Giao việc")
    )
    assert enter(client, agency).get(form).status_code == 403


def test_an_extension_is_asked_for_and_granted_on_the_page(
    client: Client,
    undertaking: Undertaking,
    agency: User,
    leader: User,
) -> None:
    assert enter(client, leader).get(f"{PAGE}gia-han/dong-y/").status_code == 404
    asked = {"expected_version": "1", "new_due_on": "1/11/2023", "text": "Mưa lũ", "on": "20/9/2023"}
    assert enter(client, agency).post(f"{PAGE}xin-gia-han/", asked).status_code == 302
    assert "xin gia hạn từ 01/10/2023 đến 01/11/2023" in enter(client, leader).get(PAGE).text
    yes = {"expected_version": "2", "text": "", "on": "21/9/2023"}
    assert enter(client, leader).post(f"{PAGE}gia-han/dong-y/", yes).status_code == 302
    page = enter(client, agency).get(PAGE).text
    assert "Hạn ban đầu" in page and "01/10/2023 → 01/11/2023: Mưa lũ" in page
    more = {"expected_version": "3", "new_due_on": "1/12/2023", "text": "Chờ vốn", "on": "22/9/2023"}
    assert enter(client, leader).post(f"{PAGE}gia-han/", more).status_code == 302


def test_the_next_rung_is_proposed_and_taken(client: Client, undertaking: Undertaking, leader: User) -> None:
    page = enter(client, leader).get(PAGE).text
    assert "Đề xuất: Đôn đốc lần 1" in page
    form = client.get(f"{PAGE}don-doc/").text
    assert (
        "Đôn đốc lần 1</h1>" in form and "01 ngày kể từ ngày đến hạn" in form and "Thực hiện tại" not in form
    )
    taken = {"expected_version": "1", "rung": "reminder", "where": "Công văn 9/TTHĐND", "on": "5/10/2023"}
    assert client.post(f"{PAGE}don-doc/", taken).status_code == 302
    page = client.get(PAGE).text
    assert "Đề xuất: Đôn đốc lần 2" in page and "Đôn đốc lần 1, 05/10/2023" in page
    assert "buoc=reminder" not in client.get(f"{PAGE}don-doc/").text


def test_a_rung_is_linked_to_the_hearing_that_is_chosen(
    client: Client, undertaking: Undertaking, leader: User, clerk: User, commune: Council, sister: Council
) -> None:
    hearings = f"{PAGE}don-doc/?buoc=hearing"
    assert "Chưa có phiên giải trình nào trong sổ" in enter(client, leader).get(hearings).text
    made = {"kind": OriginKind.HEARING, "title": "Giải trình về đầu tư công", "at": NOW}
    place = actions.open_origin(council=commune, code="GT-2023-001", by=clerk, **made)
    elsewhere = {"council": sister, "code": "GT-2023-007", "by": User.objects.operator()}
    actions.open_origin(**elsewhere, **made)
    form = client.get(hearings).text
    assert "Thực hiện tại phiên giải trình" in form and "GT-2023-001 Giải trình" in form
    assert (
        "GT-2023-007" not in form and "GT-2023-001" not in client.get(f"{PAGE}don-doc/?buoc=questioning").text
    )
    said = {"expected_version": "1", "rung": "hearing", "where": "", "on": "5/10/2023"}
    assert "văn bản hoặc nơi thực hiện" in client.post(hearings, said).text
    assert client.post(hearings, {**said, "happened_in": "GT-2023-007"}).status_code == 422
    assert client.post(hearings, {**said, "happened_in": "GT-2023-001"}).status_code == 302
    assert place.escalated.get().undertaking == undertaking
    assert "phiên giải trình GT-2023-001: Giải trình về đầu tư công" in client.get(PAGE).text


def test_a_record_of_a_register_may_be_chosen_before_anything_followed_from_it(
    undertaking: Undertaking, clerk: User, leader: User, commune: Council
) -> None:
    petition = make_petition(commune, clerk)
    Origin.objects.update(code="KN-2022-009")
    undertaking.origin.refresh_from_db()
    held, bare = places_of(commune, OriginKind.PETITION, leader)
    assert (held.code, held.title, held.origin) == (petition.code, petition.title, None)
    assert bare.origin == undertaking.origin and bare.opened(by=clerk, at=NOW) == undertaking.origin
    origin = held.opened(by=clerk, at=NOW)
    petition.refresh_from_db()
    assert petition.origin == origin
    again, _ = places_of(commune, OriginKind.PETITION, leader)
    assert again.opened(by=clerk, at=NOW) == origin
    Escalation.objects.create(
        undertaking=undertaking,
        rung="report_to_council",
        taken_on=date(2023, 11, 1),
        where="x",
        happened_in=origin,
    )
    titles = [panel.title for panel in following.panels(petition, leader)]
    assert titles == ["Việc phải theo dõi", "Việc quá hạn được đưa ra đây"]


def test_the_board_counts_only_what_is_due_in_its_rate(
    undertaking: Undertaking,
    other: Undertaking,
    commune: Council,
    leader: User,
) -> None:
    own, day = Undertaking.objects.filter(council=commune), date(2023, 9, 25)
    rows = rows_of(own, VIEWS["co-quan"], day)
    assert [(row.label, row.open, row.overdue, row.due, row.done_of_due) for row in rows] == [
        ("Công an xã Mẫu", 1, 1, 1, 0),
        ("UBND xã Mẫu", 1, 0, 0, 0),
    ]
    total = whole(own, day)
    assert (total.total, total.overdue, total.due, total.oldest) == (2, 1, 1, date(2023, 9, 1))
    assert [row.label for row in rows_of(own, VIEWS["nguon"], day)] == ["kiến nghị cử tri"]
    late = rows_of(own, VIEWS["qua-han"], day)
    assert [(row.label, row.total) for row in late] == [("quá hạn dưới 30 ngày", 1), ("không quá hạn", 1)]
    assert [row.label for row in rows_of(own, VIEWS["linh-vuc"], day)] == ["chưa phân lĩnh vực"]


@pytest.mark.parametrize(("days", "part"), [(1, "under_30"), (29, "under_30"), (30, "30_60"), (59, "30_60")])
def test_lateness_is_told_to_the_day(
    days: int, part: str, undertaking: Undertaking, commune: Council
) -> None:
    day = undertaking.due_on + timedelta(days=days)
    (row,) = rows_of(Undertaking.objects.filter(council=commune), VIEWS["qua-han"], day)
    assert row.words == {"qua-han": part}


@pytest.mark.parametrize("view", VIEWS)
def test_every_number_of_the_board_opens_a_list_of_as_many(
    view: str, client: Client, commune: Council, clerk: User, leader: User, agency: User, origin: Origin
) -> None:
    """Undertakings late by every measure, some answered, done, closed, one not due."""
    executive, today = agency.grants.get().organisation, timezone.localdate()
    given = {"council": commune, "origin": origin, "by": clerk, "at": timezone.now(), "lead": executive}
    for place, late in enumerate((5, 29, 30, 45, 60, 89, 90, 400, 10, 20, 15, -40)):
        due = due_as_set(today - timedelta(days=late))
        field = Field.objects.order_by("pk")[place % 2]
        made = actions.undertake(
            **given, text=f"Việc {place}", due=due, on=today - timedelta(days=500), field=field
        )
        if place in {8, 9, 10}:
            settle(made, agency, leader, place)
    browser = enter(client, leader)
    page = browser.get(f"/xa-mau/theo-doi/?theo={view}")
    lines = [*page.context["rows"], page.context["whole"]]
    assert page.context["whole"]["row"] == Row("Tất cả", {}, 12, 10, 8, 11, 1, today - timedelta(days=500))
    assert "9,1%" in page.text
    for line in lines:
        for name, url in line["urls"].items():
            listed = browser.get(url).context["listing"]
            assert listed.total == getattr(line["row"], name), (line["row"].label, name)
    assert sum(line["row"].total for line in lines[:-1]) == 12


def settle(undertaking: Undertaking, agency: User, leader: User, place: int) -> None:
    """The first is done, the second closed, the third only answered."""
    today, part = timezone.localdate(), undertaking.assignments.get()
    told = Happened(today, "Vậy", result=Result.NOT_NOW if place == 9 else Result.RESOLVED)
    after = actions.answer(part, happened=told, expected_version=1, by=agency, at=timezone.now())
    if place < 10:
        step, told = ("close" if place == 9 else "confirm"), Happened(today, "Vậy")
        version = after.version
        actions.take_step(
            part, step=step, happened=told, expected_version=version, by=leader, at=timezone.now()
        )


@pytest.mark.parametrize("view", VIEWS)
def test_the_board_asks_as_much_for_many_as_for_one(
    view: str,
    client: Client,
    undertaking: Undertaking,
    commune: Council,
    clerk: User,
    origin: Origin,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(8):
        body = make_body(commune, "department", f"Ban {number}")
        given = {"council": commune, "origin": origin, "by": clerk, "at": NOW, "on": date(2023, 9, 5)}
        actions.undertake(**given, text=f"Việc {number}", lead=body, due=due_as_set(date(2023, 9, 20)))
    browser = enter(client, clerk)
    with django_assert_max_num_queries(18):
        assert "Quá hạn (09)" in browser.get(f"/xa-mau/theo-doi/?theo={view}").text


def test_the_desk_puts_what_is_owed_and_what_waits(
    undertaking: Undertaking,
    other: Undertaking,
    commune: Council,
) -> None:
    found = list(tasks(Undertaking.objects.filter(council=commune), date(2023, 9, 25)))
    assert [task.due_on for task in found] == [date(2023, 9, 20), date(2023, 10, 1)]


def test_an_upper_office_reads_the_board_below_and_does_nothing_there(
    client: Client,
    undertaking: Undertaking,
    district_clerk: User,
) -> None:
    browser = enter(client, district_clerk)
    assert browser.get("/xa-mau/theo-doi/").status_code == 200
    page = browser.get(PAGE).text
    assert "Trả lời</a>" not in page and "Gia hạn</a>" not in page
    assert browser.get(f"{PAGE}gia-han/").status_code == 403


def test_a_delegate_reads_and_presses_nothing(
    client: Client, undertaking: Undertaking, commune: Council
) -> None:
    browser = enter(client, make_user("dai.bieu", Role.DELEGATE, commune))
    assert 'class="button' not in browser.get(PAGE).text.split("<main")[1].split("Diễn biến")[0]


def test_a_paper_that_says_nothing_is_told(
    client: Client, undertaking: Undertaking, clerk: User, executive: Organisation
) -> None:
    browser = enter(client, clerk)
    assert "01 việc" in browser.get("/xa-mau/van-ban-tra-loi/").text
    part = undertaking.assignments.get(leads=True)
    typed = {
        "number": "15/BC-UBND",
        "issued_on": "19/9/2023",
        "on": "20/9/2023",
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-part": str(part.pk),
        "form-0-expected_version": "1",
    }
    address = f"/xa-mau/van-ban-tra-loi/?co-quan={executive.pk}"
    assert "ít nhất một việc" in browser.post(address, typed).text
    half = {**typed, "form-0-text": "Đã làm"}
    assert browser.post(address, half).status_code == 422
    late = {**half, "form-0-result": "planned"}
    assert "phải nêu ngày xong" in browser.post(address, late).text
    assert browser.post(address, {**half, "form-0-result": "explained"}).status_code == 302
    assert undertaking.history.filter(document__number="15/BC-UBND").count() == 1
