"""Rules of a session, without a database."""

from datetime import date

from dienhong.council_sessions import rules

STARTS, ENDS = date(2021, 5, 23), date(2026, 5, 10)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def within(opens: date, closes: date, ends: date | None = ENDS) -> str | None:
    return code(rules.within_term(opens, closes, term_starts=STARTS, term_ends=ends))


def test_a_session_lies_within_its_term() -> None:
    assert within(STARTS, STARTS) is None
    assert within(ENDS, ENDS) is None
    assert within(date(2021, 5, 22), STARTS) == "session.before_term"
    assert within(ENDS, date(2026, 5, 11)) == "session.after_term"
    assert within(date(2030, 1, 1), date(2030, 1, 1), ends=None) is None


def test_the_nominal_year_is_that_of_the_opening_or_the_one_before() -> None:
    january = date(2023, 1, 12)
    assert code(rules.nominal_year_fits(2023, january)) is None
    assert code(rules.nominal_year_fits(2022, january)) is None
    assert code(rules.nominal_year_fits(2021, january)) == "session.nominal_year"
    assert code(rules.nominal_year_fits(2024, january)) == "session.nominal_year"


def test_what_is_not_over_is_not_closed() -> None:
    day = date(2023, 7, 19)
    assert code(rules.closed_in_the_past(True, day, today=day)) is None
    assert code(rules.closed_in_the_past(True, day, today=date(2023, 7, 18))) == "session.not_over"
    assert code(rules.closed_in_the_past(False, day, today=date(2023, 7, 1))) is None


def test_sessions_count_from_one() -> None:
    assert code(rules.ordinal_counts_from_one(1)) is None
    assert code(rules.ordinal_counts_from_one(0)) == "session.ordinal"


def test_a_session_does_not_close_over_undecided_items_and_says_which() -> None:
    assert rules.everything_decided(True, []) is None
    assert rules.everything_decided(False, ["Phí chợ"]) is None
    violation = rules.everything_decided(True, ["Phí chợ", "Ngân sách"])
    assert violation and "Phí chợ; Ngân sách" in violation.sentence
