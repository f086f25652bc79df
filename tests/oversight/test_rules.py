"""Rules of oversight, without a database."""

from datetime import date

import pytest

from dienhong.oversight import rules

TODAY = date(2023, 11, 20)
MAY, JUNE = date(2023, 5, 10), date(2023, 6, 1)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


@pytest.mark.parametrize(
    ("lead", "body", "delegate", "expected"),
    [
        ("council", None, False, None),
        ("standing_committee", None, False, None),
        ("committee", "committee", False, None),
        ("delegate_group", "delegate_group", False, None),
        ("delegate", None, True, None),
        ("council", "committee", False, "oversight.no_body"),
        ("standing_committee", "standing_committee", False, "oversight.no_body"),
        ("committee", None, False, "oversight.body"),
        ("committee", "delegate_group", False, "oversight.body"),
        ("delegate_group", None, False, "oversight.body"),
        ("delegate", None, False, "oversight.delegate"),
        ("council", None, True, "oversight.delegate"),
        ("delegate", "committee", True, "oversight.no_body"),
    ],
)
def test_every_lead_is_named_as_far_as_there_are_several(
    lead: str, body: str | None, delegate: bool, expected: str | None
) -> None:
    assert code(rules.led_by(lead, body, delegate)) == expected


def test_what_stands_in_a_programme_says_in_which_and_why_it_was_added() -> None:
    assert code(rules.in_programme("planned", 2023, "")) is None
    assert code(rules.in_programme("outside", None, "")) is None
    assert code(rules.in_programme("planned", None, "")) == "oversight.programme_year"
    assert code(rules.in_programme("added", None, "Cử tri nêu")) == "oversight.programme_year"
    assert code(rules.in_programme("added", 2023, " ")) == "oversight.added_why"
    assert code(rules.in_programme("added", 2023, "Cử tri nêu")) is None


def test_it_counts_in_some_year() -> None:
    assert code(rules.when_is_told(MAY, None)) is None
    assert code(rules.when_is_told(None, 2023)) is None
    assert code(rules.when_is_told(None, None)) == "oversight.no_day"


def test_what_begins_in_another_year_belongs_to_its_programme() -> None:
    assert code(rules.in_its_year(MAY, 2023)) is None
    assert code(rules.in_its_year(None, 2023)) is None
    assert code(rules.in_its_year(MAY, None)) is None
    assert code(rules.in_its_year(date(2024, 1, 2), 2023)) == "oversight.other_year"


def test_what_has_not_begun_is_not_under_way() -> None:
    assert code(rules.begun("planned", None, TODAY)) is None
    assert code(rules.begun("under_way", TODAY, TODAY)) is None
    assert code(rules.begun("under_way", None, TODAY)) == "oversight.not_begun"
    assert code(rules.begun("concluded", date(2023, 11, 21), TODAY)) == "oversight.not_begun"


def test_it_is_concluded_when_it_is_over_and_reported() -> None:
    assert code(rules.concluded("under_way", None, None, None, TODAY)) is None
    assert code(rules.concluded("concluded", MAY, JUNE, None, TODAY)) is None
    assert code(rules.concluded("concluded", MAY, None, JUNE, TODAY)) is None
    assert code(rules.concluded("concluded", None, JUNE, None, TODAY)) == "oversight.not_over"
    assert code(rules.concluded("concluded", date(2023, 11, 21), JUNE, None, TODAY)) == "oversight.not_over"
    assert code(rules.concluded("concluded", MAY, None, None, TODAY)) == "oversight.no_report"


def test_nothing_is_put_off_without_a_reason() -> None:
    assert code(rules.stopped_for_a_reason("planned", "")) is None
    assert code(rules.stopped_for_a_reason("postponed", "Dịch bệnh")) is None
    assert code(rules.stopped_for_a_reason("postponed", " ")) == "oversight.no_reason"
    assert code(rules.stopped_for_a_reason("dropped", "")) == "oversight.no_reason"


def test_renewed_oversight_names_another() -> None:
    assert code(rules.renews_an_earlier("renewed", True, False)) is None
    assert code(rules.renews_an_earlier("thematic", False, False)) is None
    assert code(rules.renews_an_earlier("renewed", False, False)) == "oversight.earlier"
    assert code(rules.renews_an_earlier("thematic", True, True)) == "oversight.itself"


def test_nothing_comes_before_what_it_rests_on() -> None:
    assert code(rules.not_before("Báo cáo", "reported_on", JUNE, MAY)) is None
    assert code(rules.not_before("Báo cáo", "reported_on", MAY, MAY)) is None
    assert code(rules.not_before("Báo cáo", "reported_on", None, MAY)) is None
    assert code(rules.not_before("Báo cáo", "reported_on", MAY, None)) is None
    early = rules.not_before("Báo cáo", "reported_on", MAY, JUNE)
    assert early and (early.field, early.sentence) == ("reported_on", "Báo cáo trước ngày 01/6/2023.")


def test_a_working_session_lies_within_the_oversight() -> None:
    assert code(rules.within(MAY, MAY, JUNE)) is None
    assert code(rules.within(MAY, None, None)) is None
    assert code(rules.within(date(2023, 5, 9), MAY, JUNE)) == "working_session.before"
    assert code(rules.within(date(2023, 6, 2), MAY, JUNE)) == "working_session.after"


def test_what_is_followed_is_not_struck_out() -> None:
    assert code(rules.not_followed(False)) is None
    assert code(rules.not_followed(True)) == "oversight.followed"
