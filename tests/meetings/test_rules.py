"""Rules of meetings and conferences, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dienhong.meetings import rules

DAY = date(2023, 7, 28)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


@pytest.mark.parametrize(
    ("month", "year", "expected"),
    [
        (7, 2023, None),
        (6, 2023, None),
        (8, 2023, None),
        (5, 2023, "meeting.far_month"),
        (7, 2022, "meeting.far_month"),
        (None, 2023, "meeting.month"),
        (7, None, "meeting.month"),
        (13, 2023, "meeting.no_month"),
        (0, 2023, "meeting.no_month"),
    ],
)
def test_the_monthly_meeting_names_its_month(
    month: int | None, year: int | None, expected: str | None
) -> None:
    assert code(rules.month_named("standing", month, year, DAY)) == expected


def test_a_meeting_of_december_may_be_held_in_january() -> None:
    assert rules.month_named("standing", 12, 2022, date(2023, 1, 4)) is None
    assert rules.month_named("committee", None, None, DAY) is None


def test_only_the_monthly_meeting_is_of_a_month() -> None:
    assert rules.month_only_where_monthly("standing", 7, 2023) is None
    assert rules.month_only_where_monthly("liaison", None, None) is None
    month, year = (
        rules.month_only_where_monthly("group", 7, None),
        rules.month_only_where_monthly("group", None, 2023),
    )
    assert month and year and (month.field, year.field) == ("month", "year")


def test_committees_and_groups_are_named_and_nobody_else() -> None:
    assert rules.host_fits("committee", "committee") is None
    assert rules.host_fits("group", "delegate_group") is None
    assert rules.host_fits("standing", None) is None
    assert code(rules.host_fits("committee", None)) == "meeting.host"
    assert code(rules.host_fits("group", "committee")) == "meeting.host"
    assert code(rules.host_fits("standing", "committee")) == "meeting.no_host"


def test_a_liaison_meeting_names_its_session() -> None:
    assert rules.session_where_it_prepares("liaison", True) is None
    assert rules.session_where_it_prepares("standing", False) is None
    assert code(rules.session_where_it_prepares("liaison", False)) == "meeting.session"


def test_what_has_not_happened_is_not_held() -> None:
    assert rules.held_in_the_past(True, DAY, DAY) is None
    assert rules.held_in_the_past(False, AFTER, DAY) is None
    assert code(rules.held_in_the_past(True, AFTER, DAY)) == "meeting.not_over"


def test_a_meeting_with_undecided_matters_does_not_close() -> None:
    assert rules.everything_decided(True, 0) is None and rules.everything_decided(False, 3) is None
    assert code(rules.everything_decided(True, 1)) == "meeting.undecided"
    assert rules.decided_where_closed(True, False) is None
    assert rules.decided_where_closed(False, True) is None
    assert code(rules.decided_where_closed(True, True)) == "meeting.closed"


def test_matters_are_submitted_to_the_standing_committee_in_time() -> None:
    assert rules.submitted_to_standing("standing") is None
    assert rules.submitted_to_standing("standing_extra") is None
    assert code(rules.submitted_to_standing("committee")) == "matter.elsewhere"
    assert rules.submitted_before(None, DAY) is None and rules.submitted_before(DAY, DAY) is None
    assert code(rules.submitted_before(AFTER, DAY)) == "matter.late"
    assert rules.reply_needs_decision(False, True) is None
    assert rules.reply_needs_decision(True, False) is None
    assert code(rules.reply_needs_decision(True, True)) == "matter.reply"


def test_a_document_has_number_and_day() -> None:
    assert rules.number_with_day("", None, "n", "d") is None
    assert rules.number_with_day("7/TB", DAY, "n", "d") is None
    no_day, no_number = (
        rules.number_with_day("7/TB", None, "n", "d"),
        rules.number_with_day(" ", DAY, "n", "d"),
    )
    assert no_day and no_number and (no_day.field, no_number.field) == ("d", "n")
    assert rules.not_before(None, DAY, "d") is None and rules.not_before(DAY, DAY, "d") is None
    assert code(rules.not_before(BEFORE, DAY, "d")) == "meeting.order"


def test_a_conference_is_held_with_a_level_below() -> None:
    assert rules.lower_level("district", "commune") is None and rules.lower_level("commune", "") is None
    assert code(rules.lower_level("district", "district")) == "conference.level"
    assert code(rules.lower_level("commune", "province")) == "conference.level"
    assert rules.level_where_it_meets_one("review", "") is None
    assert rules.level_where_it_meets_one("conference", "commune") is None
    assert code(rules.level_where_it_meets_one("conference", "")) == "conference.no_level"


def test_a_conference_is_numbered_and_lies_in_its_term() -> None:
    assert rules.counts_from_one(1, "ordinal") is None
    assert code(rules.counts_from_one(0, "ordinal")) == "meeting.ordinal"
    assert rules.within_term(DAY, DAY, None) is None and rules.within_term(DAY, BEFORE, DAY) is None
    assert code(rules.within_term(BEFORE, DAY, None)) == "conference.outside_term"
    assert code(rules.within_term(AFTER, BEFORE, DAY)) == "conference.outside_term"


def answered(reply: str, answer: str = "", on: date | None = None, to: str = "") -> list[str | None]:
    return [code(v) for v in rules.answer_is_whole(reply, answer, on, to) if v]


def test_a_proposal_is_somebody_s_and_its_answer_is_whole() -> None:
    assert rules.somebody_proposes(True, "") is None and rules.somebody_proposes(False, "Tổ 1") is None
    assert code(rules.somebody_proposes(False, " ")) == "proposal.whose"
    assert answered("pending") == [] and answered("answered", "Đã mở lớp", DAY) == []
    assert answered("answered", "", DAY) == ["proposal.answer"]
    assert answered("answered", "Đã mở lớp") == ["proposal.answer"]
    assert answered("pending", "", DAY) == ["proposal.pending"]
    assert answered("passed_on") == ["proposal.to_whom"]
    assert answered("assigned", to="Sở Nội vụ") == []


def test_what_is_worked_on_is_not_struck_out() -> None:
    assert rules.not_followed(0) is None and code(rules.not_followed(2)) == "meeting.followed"
