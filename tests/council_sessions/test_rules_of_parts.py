"""Rules of the programme, papers, sittings and counts, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.council_sessions import rules
from dienhong.council_sessions.rules.agenda import FiledPaper

DUE, EARLY, LATE = date(2023, 7, 13), date(2023, 7, 10), date(2023, 7, 15)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def paper(kind: str, received_on: date | None = EARLY) -> FiledPaper:
    return FiledPaper(kind, f"Bản {kind}", received_on, DUE)


def test_a_draft_needs_its_submission_and_its_text() -> None:
    missing = rules.missing_of_file("draft_resolution", [paper("submission")])
    assert missing == ["chưa có dự thảo nghị quyết"]
    assert rules.missing_of_file("draft_resolution", [paper("submission"), paper("draft_resolution")]) == []
    assert rules.missing_of_file("other", []) == []


def test_a_file_with_late_or_missing_papers_is_not_complete() -> None:
    papers = [paper("report", LATE), paper("other", None)]
    assert rules.missing_of_file("report", papers) == [
        "“Bản report” nhận ngày 15/7/2023, chậm 2 ngày",
        "chưa nhận “Bản other”",
    ]
    undated = FiledPaper("report", "Không hạn", LATE, None)
    assert rules.missing_of_file("report", [undated]) == []


def test_the_gate_names_what_is_missing_and_the_way_round_it() -> None:
    assert rules.file_is_complete([]) is None
    violation = rules.file_is_complete(["chưa có báo cáo"])
    assert violation and "chưa có báo cáo" in violation.sentence and "ghi lý do" in violation.sentence
    assert code(rules.anyway_needs_a_gap([])) == "item.complete"
    assert rules.anyway_needs_a_gap(["chưa có báo cáo"]) is None


def test_what_was_voted_down_has_not_passed() -> None:
    assert rules.passed_by_its_vote([]) is None
    assert rules.passed_by_its_vote([False, True]) is None
    assert code(rules.passed_by_its_vote([False])) == "item.not_carried"


def test_items_of_a_closed_session_are_decided() -> None:
    assert code(rules.decided_in_closed_session(True, True)) == "item.session_closed"
    assert rules.decided_in_closed_session(True, False) is None
    assert rules.decided_in_closed_session(False, True) is None


def test_a_postponed_item_goes_once_and_elsewhere() -> None:
    assert rules.postponed_before_carried(True) is None
    assert code(rules.postponed_before_carried(False)) == "item.not_postponed"
    assert rules.carried_to_another(False) is None
    assert code(rules.carried_to_another(True)) == "item.same_session"
    assert rules.not_carried_on(False) is None
    assert code(rules.not_carried_on(True)) == "item.carried"


def test_days_late_count_from_the_day_after_the_due_day() -> None:
    assert rules.days_late(DUE, DUE, LATE) == 0
    assert rules.days_late(DUE, LATE, LATE) == 2
    assert rules.days_late(DUE, None, date(2023, 7, 14)) == 1
    assert rules.days_late(DUE, EARLY, LATE) == 0
    assert rules.days_late(None, LATE, LATE) == 0


def test_what_is_to_come_has_not_come() -> None:
    assert rules.not_in_the_future(None, DUE, "received_on") is None
    assert rules.not_in_the_future(DUE, DUE, "received_on") is None
    violation = rules.not_in_the_future(LATE, DUE, "received_on")
    assert violation and violation.field == "received_on"


def test_parts_name_parts_of_their_own_session() -> None:
    assert rules.of_this_session(1, None, "item") is None
    assert rules.of_this_session(1, 1, "item") is None
    assert code(rules.of_this_session(1, 2, "item")) == "part.other_session"
    assert rules.about_something(True, "") is None
    assert rules.about_something(False, "Phí chợ") is None
    assert code(rules.about_something(False, " ")) == "part.subject"


def test_a_report_of_verification_is_whole_and_after_its_assignment() -> None:
    assert rules.reported_in_full(None, "") is None
    assert rules.reported_in_full(DUE, "agreed") is None
    assert getattr(rules.reported_in_full(DUE, ""), "field", "") == "conclusion"
    assert getattr(rules.reported_in_full(None, "agreed"), "field", "") == "reported_on"
    assert rules.assigned_before_reported(DUE, DUE) is None
    assert rules.assigned_before_reported(None, DUE) is None
    assert rules.assigned_before_reported(DUE, None) is None
    assert code(rules.assigned_before_reported(LATE, DUE)) == "verification.order"
    assert rules.lead_does_not_support(1, [2]) is None
    assert code(rules.lead_does_not_support(1, [2, 1])) == "verification.lead"


def test_sittings_lie_within_the_session_and_name_only_its_delegates() -> None:
    assert rules.within_session(DUE, DUE, LATE) is None
    assert rules.within_session(LATE, DUE, LATE) is None
    assert code(rules.within_session(EARLY, DUE, LATE)) == "sitting.outside_session"
    assert rules.everybody_expected([1], [1, 2]) is None
    assert code(rules.everybody_expected([1, 3], [1, 2])) == "sitting.stranger"


def test_guests_are_not_fewer_than_named() -> None:
    assert rules.higher_delegates_counted(None, "") is None
    assert rules.higher_delegates_counted(3, "Đại biểu A\nĐại biểu B\n") is None
    assert code(rules.higher_delegates_counted(1, "Đại biểu A\nĐại biểu B")) == "sitting.higher"
    assert code(rules.higher_delegates_counted(None, "Đại biểu A")) == "sitting.higher"


def test_the_plenary_is_nobody_s_group() -> None:
    assert rules.group_is_named("group", True) is None
    assert rules.group_is_named("group", False) is None
    assert rules.group_is_named("plenary", False) is None
    assert code(rules.group_is_named("plenary", True)) == "discussion.group"


def test_a_result_stands_until_it_is_taken_back() -> None:
    assert rules.vote_is_open(True) is None
    assert code(rules.vote_is_open(False)) == "vote.closed"
    assert rules.closed_stays(True, True, False) is None
    assert rules.closed_stays(True, False, True) is None
    assert rules.closed_stays(False, False, True) is None
    assert code(rules.closed_stays(True, True, True)) == "vote.closed"


def test_names_belong_to_a_vote_by_name_only() -> None:
    assert rules.of_that_method("by_name", by_name=True) is None
    assert rules.of_that_method("secret", by_name=False) is None
    assert code(rules.of_that_method("secret", by_name=True)) == "vote.method"
    assert code(rules.of_that_method("by_name", by_name=False)) == "vote.method"


def test_nobody_present_decides_nothing_and_no_more_vote_than_are_there() -> None:
    assert code(rules.has_delegates(0)) == "vote.no_delegates"
    assert rules.has_delegates(1) is None
    assert code(rules.somebody_present(0)) == "vote.nobody"
    assert rules.somebody_present(1) is None
    assert rules.not_more_than_entitled(9, 9) is None
    assert code(rules.not_more_than_entitled(10, 9)) == "vote.too_many_present"
    assert rules.tally_within(9, 9) is None
    assert code(rules.tally_within(10, 9)) == "vote.too_many"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((9, 9, 9, 8, 1, 8), None),
        ((9, 8, 7, 7, 0, 7), None),
        ((9, 10, 9, 9, 0, 9), "vote.issued"),
        ((9, 8, 9, 9, 0, 9), "vote.collected"),
        ((9, 9, 9, 8, 0, 8), "vote.collected"),
        ((9, 9, 9, 8, 1, 9), "vote.valid"),
        ((9, 9, 9, 8, 1, 7), "vote.valid"),
    ],
)
def test_ballots_add_up(counts: tuple[int, ...], expected: str | None) -> None:
    names = ("present", "issued", "collected", "valid", "invalid", "cast")
    assert code(rules.ballots_add_up(**dict(zip(names, counts, strict=True)))) == expected
