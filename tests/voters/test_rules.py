"""Rules of meetings and petitions, without a database."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.voters import rules

DAY = date(2023, 7, 18)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def test_a_round_names_its_session_or_theme() -> None:
    assert rules.session_or_theme("before_session", has_session=True, theme="") is None
    assert code(rules.session_or_theme("after_session", has_session=False, theme="")) == "round.session"
    assert code(rules.session_or_theme("thematic", has_session=False, theme=" ")) == "round.theme"
    assert rules.session_or_theme("other", has_session=False, theme="") is None


def side(kind: str, starts: date, ends: date) -> str | None:
    return code(rules.on_its_side_of_the_session(kind, starts, ends, DAY, DAY))


def test_before_is_before_the_opening_and_after_is_after_the_closing() -> None:
    assert side("before_session", BEFORE, BEFORE) is None
    assert side("before_session", BEFORE, DAY) == "round.not_before"
    assert side("after_session", DAY, AFTER) is None
    assert side("after_session", BEFORE, AFTER) == "round.not_after"
    assert rules.on_its_side_of_the_session("before_session", DAY, DAY, None, None) is None


def test_a_point_lies_within_its_round() -> None:
    assert rules.within_round(DAY, BEFORE, AFTER) is None
    assert rules.within_round(DAY, None, None) is None
    assert code(rules.within_round(AFTER, BEFORE, DAY)) == "meeting.outside_round"


def test_nobody_comes_to_what_has_not_happened() -> None:
    assert rules.counted_when_held(DAY, 10, 2, DAY) is None
    assert rules.counted_when_held(AFTER, None, None, DAY) is None
    assert code(rules.counted_when_held(AFTER, 10, None, DAY)) == "meeting.not_held"
    assert code(rules.counted_when_held(AFTER, None, 0, DAY)) == "meeting.not_held"
    assert rules.somebody_meets(False, True) is None
    assert code(rules.somebody_meets(False, False)) == "meeting.no_delegates"


def test_a_petition_is_received_in_time_and_from_where_it_says() -> None:
    assert rules.received_in_time(DAY, DAY) is None
    assert code(rules.received_in_time(AFTER, DAY)) == "petition.future"
    assert rules.source_names_meeting("meeting", has_meeting=True) is None
    assert code(rules.source_names_meeting("letter", has_meeting=True)) == "petition.source"
    assert rules.not_before_meeting(DAY, DAY) is None and rules.not_before_meeting(DAY, None) is None
    assert code(rules.not_before_meeting(BEFORE, DAY)) == "petition.before_meeting"


def test_petitions_are_forwarded_once_and_after_they_came() -> None:
    assert rules.not_forwarded([]) is None
    assert "KN-1, KN-2" in str(rules.not_forwarded(["KN-1", "KN-2"]))
    assert rules.something_chosen(1) is None and code(rules.something_chosen(0)) == "petition.none_chosen"
    assert (
        rules.forwarded_after_received(DAY, DAY) is None and rules.forwarded_after_received(DAY, None) is None
    )
    assert code(rules.forwarded_after_received(BEFORE, DAY)) == "petition.not_received_yet"


def test_a_repeat_comes_later_than_what_it_repeats() -> None:
    assert rules.repeats_an_earlier(DAY, DAY, same=False) is None
    assert code(rules.repeats_an_earlier(DAY, AFTER, same=False)) == "petition.later"
    assert code(rules.repeats_an_earlier(DAY, DAY, same=True)) == "petition.itself"


def test_only_what_is_open_is_carried_and_only_once_to_a_session() -> None:
    assert rules.carried_while_open(True) is None
    assert code(rules.carried_while_open(False)) == "petition.settled"
    assert rules.not_carried_there(False) is None
    assert code(rules.not_carried_there(True)) == "petition.carried"
    day, later = date(2023, 7, 1), date(2023, 12, 1)
    assert (
        rules.carried_in_order(later, day, later) is None and rules.carried_in_order(day, None, day) is None
    )
    assert code(rules.carried_in_order(later, None, day)) == "petition.carried_later"
    assert code(rules.carried_in_order(day, later, later)) == "petition.carried_before"
    assert rules.was_passed(True) is None and code(rules.was_passed(False)) == "petition.not_passed"


def test_small_things() -> None:
    assert rules.passed_elsewhere(False) is None and code(rules.passed_elsewhere(True)) == "petition.own"
    assert rules.nobody_is_left_out([]) is None
    assert code(rules.nobody_is_left_out(["xã Mẫu"])) == "round.has_meetings"
    assert rules.not_followed(False) is None and code(rules.not_followed(True)) == "petition.followed"
    assert rules.why("Nhầm") is None and code(rules.why(" ")) == "reason"
