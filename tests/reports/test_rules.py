"""What the house asks of a report."""

from __future__ import annotations

from datetime import date

from dienhong.reports import rules

END = date(2023, 12, 31)


def test_only_a_draft_is_changed() -> None:
    assert rules.still_a_draft(True) is None
    violation = rules.still_a_draft(False)
    assert violation and "đã ký duyệt" in violation.sentence


def test_kind_and_period_stay() -> None:
    assert rules.keeps_kind_and_period(("a", "2023", "year"), None) is None
    assert rules.keeps_kind_and_period(("a", "2023", "year"), ("a", "2023", "year")) is None
    assert rules.keeps_kind_and_period(("a", "2024", "year"), ("a", "2023", "year"))


def test_states_are_of_the_last_day_or_later() -> None:
    assert rules.states_from_the_period_on(None, END) is None
    assert rules.states_from_the_period_on(END, END) is None
    violation = rules.states_from_the_period_on(date(2023, 12, 30), END)
    assert violation and violation.field == "as_of" and "31/12/2023" in violation.sentence


def test_what_went_out_is_not_struck_out() -> None:
    assert rules.not_issued(False) is None
    assert rules.not_issued(True)


def test_issued_between_signing_and_today() -> None:
    signed, today = date(2024, 2, 5), date(2024, 2, 7)
    assert rules.issued_after_signing(signed, signed) is None
    assert rules.issued_after_signing(date(2024, 2, 4), signed)
    assert rules.issued_by_today(today, today) is None
    assert rules.issued_by_today(date(2024, 2, 8), today)


def test_a_number_is_given_once_a_year_and_from_one() -> None:
    assert rules.number_is_free(4, False, 2024) is None
    taken, zero = rules.number_is_free(4, True, 2024), rules.number_is_free(0, False, 2024)
    assert taken and "đã có báo cáo mang số 04" in taken.sentence
    assert zero and zero.sentence == "Số văn bản đánh từ 01."
