"""Figures of oversight equal their lists; programmes are counted; groups without a topic are named."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.followup import actions as following
from dienhong.followup.actions import Happened
from dienhong.followup.assigning import follow
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.oversight.indicators import indicators
from dienhong.oversight.models import OversightProgramme
from dienhong.oversight.queries import completion, groups_without_topic
from dienhong.oversight.register.programmes import facts, panels, tasks
from dienhong.registers.listing import ALL_SCOPE, SCOPE, Listing

from ..factories import NOW, make_body, make_council, make_user
from .factories import BEGUN, CARRIED, REPORTED, make_oversight, make_programme, make_received, of_group


@pytest.fixture
def year(district: Council, commune: Council, district_clerk: User, clerk: User) -> None:
    """Of the district: two topics of which one is planned only, a survey added, a review; of the commune: one topic."""
    make_oversight(district, district_clerk, "Chuyên đề 1", **CARRIED)
    make_oversight(district, district_clerk, "Chuyên đề 2", status="postponed", status_reason="Chờ thanh tra")
    added = {"programme_place": "added", "added_why": "Cử tri nêu", "form": "survey", "starts_on": BEGUN}
    make_oversight(district, district_clerk, "Khảo sát", lead_kind="council", status="under_way", **added)
    outside = {"programme_place": "outside", "programme_year": None, **CARRIED}
    make_oversight(district, district_clerk, "Báo cáo của UBND", form="report_review", **outside)
    make_oversight(district, district_clerk, "Việc tiếp công dân", form="regular", **outside)
    make_oversight(commune, clerk, "Chuyên đề của xã", **CARRIED)
    make_oversight(commune, clerk, "Năm trước", programme_year=2022, starts_on=date(2022, 5, 1))
    make_received(commune, clerk)


def figures(councils: list[Council], user: User) -> dict[str, int]:
    found = evaluate(indicators, Scope(councils, Period.year(2023), user))
    return {code.removeprefix("oversight."): figure.total for code, figure in found.items()}


def test_each_is_counted_as_reports_count_it(
    year: None, district: Council, commune: Council, district_clerk: User
) -> None:
    assert figures([district, commune], district_clerk) == {
        "topics": 3,
        "regular": 1,
        "reviews": 1,
        "delegations": 1,
        "planned": 3,
        "planned_done": 2,
        "recommendations": 0,
        "recommendations_done": 0,
    }
    scope = Scope([district, commune], Period.year(2023), district_clerk)
    topics = evaluate(indicators[:1], scope)["oversight.topics"]
    assert topics.by["form"] == {"thematic": 2, "survey": 1}
    assert {lead: n for lead, n in topics.by["lead"].items() if n} == {"standing_committee": 2, "council": 1}


def test_recommendations_are_the_undertakings_that_follow(
    year: None, commune: Council, clerk: User, district: Council, district_clerk: User
) -> None:
    oversight, body = make_oversight(commune, clerk, **CARRIED), make_body(commune, "executive", "UBND xã")
    done, _ = (
        follow(oversight, text=text, lead=body, on=REPORTED, by=clerk, at=NOW) for text in ("Sửa kênh", "Nạo")
    )
    agency = make_user("ubnd.xa", Role.AGENCY, commune, organisation=body)
    leader, part = make_user("lanh.dao", Role.LEADER, commune), done.assignments.get()
    answered = Happened(on=date(2023, 6, 20), text="Đã sửa", result="resolved")
    done = following.answer(part, happened=answered, expected_version=done.version, by=agency, at=NOW)
    seen = Happened(on=date(2023, 6, 25), text="Đã xem")
    following.take_step(part, step="confirm", happened=seen, expected_version=done.version, by=leader, at=NOW)
    counted = figures([district, commune], district_clerk)
    assert (counted["recommendations"], counted["recommendations_done"]) == (2, 1)


def test_every_figure_equals_the_list_that_it_opens(
    year: None, district: Council, commune: Council, clerk: User, district_clerk: User
) -> None:
    body = make_body(commune, "executive", "UBND xã")
    follow(make_oversight(commune, clerk, **CARRIED), text="Sửa", lead=body, on=REPORTED, by=clerk, at=NOW)
    found = evaluate(indicators, Scope([district, commune], Period.year(2023), district_clerk))
    for indicator in indicators:
        address = {**indicator.words(Period.year(2023)), SCOPE: ALL_SCOPE}
        figure = found[indicator.code]
        assert Listing(indicator.register, district, district_clerk, address).total == figure.total
        for name in indicator.by:
            for part, count in figure.by[name].items():
                word = {"lead": "lead_kind"}.get(name, name)
                listed = Listing(indicator.register, district, district_clerk, {**address, word: part})
                assert listed.total == count, f"{indicator.code} by {name}: {part}"


def test_a_programme_is_counted_lead_by_lead(year: None, district: Council, district_clerk: User) -> None:
    council, standing = completion(district, 2023)
    assert (council.lead_kind, council.planned, council.added) == ("council", 0, 1)
    assert (standing.planned, standing.done, standing.postponed, standing.dropped) == (2, 1, 1, 0)
    assert completion(district, 2024) == []


def told(programme: OversightProgramme, user: User) -> dict[str, list[tuple[str, str, str]]]:
    return {p.title: [(f.label, f.value, f.explanation) for f in p.facts] for p in panels(programme, user)}


def test_the_page_of_a_programme_says_how_far_it_was_carried_out(
    year: None, district: Council, district_clerk: User
) -> None:
    programme = make_programme(district, district_clerk, lead_kind="standing_committee")
    page = told(programme, district_clerk)
    assert page["Thực hiện chương trình năm 2023"] == [
        ("HĐND", "bổ sung 01", ""),
        ("Thường trực HĐND", "xong 01/02 nội dung theo chương trình (50%); hoãn 01", ""),
    ]
    assert page["Nội dung của chương trình này"] == [
        ("đã kết thúc", "Chuyên đề 1", ""),
        ("hoãn, chuyển năm sau", "Chuyên đề 2", "Chờ thanh tra"),
    ]
    assert list(facts(programme)) == []


def test_proposals_for_the_council_are_due_in_march_of_the_year_before(
    district: Council, district_clerk: User
) -> None:
    (fact,) = facts(make_programme(district, district_clerk))
    assert fact.value == "01/3/2022" and "Điều 58" in fact.explanation


def test_groups_without_a_topic_are_named(
    district: Council, commune: Council, clerk: User, district_clerk: User
) -> None:
    groups = [make_body(district, "delegate_group", f"Tổ {n}", number=n) for n in (1, 2, 3)]
    make_body(commune, "delegate_group", "Tổ của xã")
    of_group(groups[0], district_clerk)
    of_group(groups[1], district_clerk, programme_year=2022, starts_on=date(2022, 5, 10))
    of_group(groups[2], district_clerk, form="regular")
    idle = groups_without_topic([district, commune], 2023)
    assert [str(group) for group in idle] == ["Tổ 2", "Tổ 3"]
    assert [str(group) for group in groups_without_topic([district], 2022)] == ["Tổ 1", "Tổ 3"]
    assert groups_without_topic([district], 2025) == [], "the level ended before the year did"
    programme = make_programme(district, district_clerk)
    page = told(programme, district_clerk)["Tổ đại biểu chưa đủ chuyên đề năm 2023"]
    assert page[0][:2] == ("02 Tổ", "Tổ 2, Tổ 3") and "ít nhất 01 chuyên đề" in page[0][2]


def test_the_desk_names_them_once_a_council(district: Council, district_clerk: User) -> None:
    make_body(district, "delegate_group", "Tổ 1", number=1)
    every = OversightProgramme.objects.all()
    assert list(tasks(every, date(2023, 11, 20))) == []
    make_programme(district, district_clerk)
    make_programme(district, district_clerk, lead_kind="standing_committee")
    (task,) = tasks(every, date(2023, 11, 20))
    assert (task.what, task.due_on) == ("Chưa đủ chuyên đề giám sát năm 2023: Tổ 1", date(2023, 12, 31))
    assert list(tasks(every, date(2024, 1, 1))) == []


def test_statements_do_not_grow_with_councils(district: Council) -> None:
    def statements(councils: list[Council]) -> int:
        with CaptureQueriesContext(connection) as captured:
            groups_without_topic(councils, 2023)
        return len(captured)

    many = [make_council(f"huyen-{n}", f"Huyện {n}", kind="district") for n in range(5)]
    for council in many:
        make_body(council, "delegate_group", "Tổ 1")
    assert statements(many) == statements([district]) <= 3
