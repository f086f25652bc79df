from datetime import date, timedelta
from fractions import Fraction

import pytest

from dienhong.rulebook.presets import (
    preset_calendar,
    preset_fields,
    preset_rulebook,
    read_data,
    read_fields,
    read_rules,
    read_special_days,
)
from dienhong.rulebook.rulebook import UnknownRule
from dienhong.rulebook.rules import LEVELS, Rule, Unit
from dienhong.rulebook.working_days import DayKind

ONE_DAY = timedelta(days=1)
RULES = preset_rulebook().rules

# What a colleague would recite, typed by hand and not read from the YAML: code, day, level, amount, verified.
KNOWN = [
    ("session.regular_per_year", date(2023, 7, 1), None, "02", True),
    ("session.other_request", date(2023, 7, 1), None, "1/3", True),
    ("session.voters_request", date(2023, 7, 1), "commune", "10%", True),
    ("session.first_of_term", date(2021, 6, 1), None, "45 ngày", True),
    ("session.first_of_term", date(2026, 4, 1), None, "45 ngày", True),
    ("session.convene_regular", date(2023, 7, 1), None, "20 ngày", False),
    ("session.convene_other", date(2023, 7, 1), None, "07 ngày", False),
    ("paper.to_delegates", date(2023, 7, 1), None, "05 ngày", False),
    ("paper.normative_to_delegates", date(2023, 7, 1), "province", "07 ngày", False),
    ("paper.normative_to_delegates", date(2023, 7, 1), "district", "05 ngày", False),
    ("paper.normative_to_delegates", date(2023, 7, 1), "commune", "03 ngày", False),
    ("verification.meeting", date(2026, 2, 28), None, "10 ngày", True),
    ("verification.meeting", date(2026, 3, 1), None, "10 ngày", False),
    ("vote.resolution", date(2023, 7, 1), None, "1/2", True),
    ("vote.delegate_removal", date(2023, 7, 1), None, "2/3", True),
    ("council.commune_delegates_min", date(2026, 1, 1), "commune", "15", True),
    ("council.commune_delegates_max", date(2026, 1, 1), "commune", "30", True),
    ("resolution.send_up", date(2023, 7, 1), None, "03 ngày", True),
    ("resolution.publish", date(2025, 3, 31), None, "03 ngày", True),
    ("resolution.publish", date(2025, 4, 1), None, "03 ngày", False),
    ("question.written_answer", date(2023, 7, 1), None, "20 ngày", True),
    ("question.promise_report", date(2023, 7, 1), None, "10 ngày", True),
    ("hearing.notice", date(2023, 7, 1), None, "10 ngày", True),
    ("oversight.plan_sent", date(2023, 7, 1), None, "15 ngày", True),
    ("oversight.visit_notice", date(2023, 7, 1), None, "10 ngày", True),
    ("oversight.report_standing", date(2023, 7, 1), None, "15 ngày", True),
    ("oversight.report_committee", date(2023, 7, 1), None, "10 ngày", True),
    ("oversight.report_group", date(2023, 7, 1), None, "10 ngày", True),
    ("oversight.report_considered", date(2023, 7, 1), None, "07 ngày", True),
    ("oversight.topics_per_group", date(2023, 7, 1), "district", "01", True),
    ("recommendation.explain", date(2026, 3, 1), None, "15 ngày", False),
    ("recommendation.explain_complex", date(2026, 3, 1), None, "30 ngày", False),
    ("confidence.low_may_resign", date(2023, 7, 1), None, "1/2", True),
    ("confidence.low_dismissal", date(2023, 7, 1), None, "2/3", True),
    ("meeting.standing_per_year", date(2023, 7, 1), None, "12", False),
    ("meeting.conferences_per_year", date(2023, 7, 1), "province", "01", True),
    ("voter_meeting.elsewhere_decided", date(2025, 2, 20), None, "05 ngày làm việc", True),
    ("voter_meeting.elsewhere_notice", date(2025, 2, 20), None, "03 ngày làm việc", True),
    ("petition.reply", date(2023, 7, 1), None, "30 ngày", False),
    ("reception.schedule", date(2023, 7, 1), None, "05 ngày làm việc", True),
    ("reception.reply", date(2023, 7, 1), None, "10 ngày làm việc", True),
    ("complaint.acceptance", date(2026, 6, 30), None, "10 ngày", True),
    ("complaint.acceptance", date(2026, 7, 1), None, "07 ngày làm việc", True),
    ("complaint.settle_first", date(2023, 7, 1), None, "30 ngày", True),
    ("complaint.settle_first_complex", date(2023, 7, 1), None, "45 ngày", True),
    ("complaint.settle_second_remote_complex", date(2023, 7, 1), None, "70 ngày", True),
    ("denunciation.check", date(2023, 7, 1), None, "07 ngày làm việc", True),
    ("denunciation.settle", date(2023, 7, 1), None, "30 ngày", True),
    ("denunciation.settle_very_complex", date(2023, 7, 1), None, "90 ngày", True),
]


@pytest.mark.parametrize(("code", "day", "level", "amount", "verified"), KNOWN)
def test_important_rules_have_the_value_that_the_law_has(
    code: str, day: date, level: str | None, amount: str, verified: bool
) -> None:
    rule = preset_rulebook().on(day, level)[code]
    assert (rule.amount, rule.verified) == (amount, verified)


def in_force(code: str, day: date, level: str) -> Rule | None:
    return preset_rulebook().on(day, level).get(code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.in_force_from}")
def test_every_rule_holds_on_its_first_and_last_day_and_not_beyond(rule: Rule) -> None:
    for level in rule.reach:
        assert in_force(rule.code, rule.in_force_from, level) is rule
        assert in_force(rule.code, rule.in_force_from - ONE_DAY, level) is not rule
        if rule.in_force_to:
            assert in_force(rule.code, rule.in_force_to, level) is rule
            assert in_force(rule.code, rule.in_force_to + ONE_DAY, level) is not rule


ENDED = [(rule, level) for rule in RULES if rule.in_force_to for level in sorted(rule.reach)]


@pytest.mark.parametrize(("rule", "level"), ENDED, ids=lambda part: getattr(part, "code", part))
def test_the_day_after_the_last_has_the_successor_unless_the_level_itself_ended(
    rule: Rule, level: str
) -> None:
    assert rule.in_force_to is not None
    after = rule.in_force_to + ONE_DAY
    successor = in_force(rule.code, after, level)
    if successor is None:
        assert (level, after) == ("district", date(2025, 7, 1))
    else:
        assert successor.in_force_from == after


def test_what_rested_on_the_old_oversight_law_ended_and_its_successor_is_marked_unverified() -> None:
    old = [rule for rule in RULES if "87/2015/QH13" in rule.basis.document]
    assert len(old) > 20
    for rule in old:
        confidence = rule.code.startswith("confidence.")
        assert rule.in_force_to == (date(2023, 6, 30) if confidence else date(2026, 2, 28))
        assert all(not in_force(rule.code, date(2026, 3, 1), level).verified for level in rule.reach)


def test_what_has_no_source_is_not_called_verified() -> None:
    assert not [rule.code for rule in RULES if rule.basis.document.startswith("Thiết lập") and rule.verified]


def test_sentences_are_whole() -> None:
    for rule in RULES:
        assert rule.text[0].isupper() and rule.text.endswith(".") and "{" not in rule.text, rule.code


def test_before_the_first_law_there_is_no_rule() -> None:
    with pytest.raises(UnknownRule):
        preset_rulebook().on(date(2026, 2, 28))["recommendation.explain"]


def test_shares_are_fractions_of_a_named_base() -> None:
    for rule in RULES:
        assert isinstance(rule.value, Fraction) == (rule.unit is Unit.SHARE) == bool(rule.base), rule.code


ENTRY = {
    "unit": "calendar_days",
    "trigger": "opening",
    "side": "before",
    "text": "Gửi chậm nhất {amount}.",
    "versions": [{"value": 5, "document": "A", "from": date(2020, 1, 1), "verified": True}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"unit": "weeks"},
        {"trigger": "dawn"},
        {"side": "beside"},
        {"side": None},
        {"text": "Gửi sớm."},
        {"levels": ["village"]},
        {"bound": "at_least"},
        {"unit": "count"},
        {"colour": "red"},
        {"versions": [{"value": 5, "document": "B", "from": date(2020, 1, 1), "verified": True}]},
        {"versions": [{"value": "two", "document": "A", "from": date(2020, 1, 1), "verified": True}]},
        {"versions": [{"value": 0, "document": "A", "from": date(2020, 1, 1), "verified": True}]},
        {"versions": [{"value": 5, "document": "A", "from": date(2020, 1, 1)}]},
    ],
    ids=str,
)
def test_a_wrong_entry_is_not_loaded(change: dict[str, object]) -> None:
    data = {"documents": {"A": "Nội quy"}, "triggers": {"opening": "ngày khai mạc"}}
    assert read_rules({**data, "rules": {"x.y": ENTRY}})[0].trigger_phrase == "ngày khai mạc"
    with pytest.raises(ValueError, match=r"rule x\.y"):
        read_rules({**data, "rules": {"x.y": {**ENTRY, **change}}})


# Weekdays off and Saturdays worked, by hand from the announcements of each year.
CLOSED = {
    2023: ["2/1", "20/1", "23/1", "24/1", "25/1", "26/1", "1/5", "2/5", "3/5", "1/9", "4/9"],
    2024: ["1/1", "8/2", "9/2", "12/2", "13/2", "14/2", "18/4", "29/4", "30/4", "1/5", "2/9", "3/9"],
    2025: ["1/1", "27/1", "28/1", "29/1", "30/1", "31/1", "7/4", "30/4", "1/5", "2/5", "1/9", "2/9"],
    2026: [
        *["1/1", "2/1", "16/2", "17/2", "18/2", "19/2", "20/2", "27/4", "30/4", "1/5", "31/8", "1/9", "2/9"],
        "24/11",
    ],
}
WORKED = {2023: [], 2024: ["4/5"], 2025: ["26/4"], 2026: ["10/1", "22/8"]}


@pytest.mark.parametrize("year", CLOSED)
def test_offices_were_closed_and_open_as_announced(year: int) -> None:
    exceptions = list(preset_calendar().exceptions(date(year, 1, 1), date(year, 12, 31)))
    written = {
        off: [f"{s.day.day}/{s.day.month}" for s in exceptions if s.is_off is off] for off in (True, False)
    }
    assert written == {True: CLOSED[year], False: WORKED[year]}


@pytest.mark.parametrize("year", range(2023, 2028))
def test_every_year_has_its_statutory_days(year: int) -> None:
    days = [special for special in read_special_days(read_data("holidays.yaml")) if special.day.year == year]
    names = [special.name for special in days if special.kind is DayKind.HOLIDAY]
    assert names.count("Tết Nguyên đán") == 5
    assert names.count("Quốc khánh") == 2
    assert {"Tết Dương lịch", "Giỗ Tổ Hùng Vương", "Ngày Chiến thắng", "Quốc tế Lao động"} <= set(names)
    assert ("Ngày Văn hóa Việt Nam" in names) == (year >= 2026)
    swapped = [special for special in days if special.kind is DayKind.SWAPPED_OFF]
    assert len(swapped) == len([special for special in days if special.kind is DayKind.WORKED])


def test_years_whose_announcement_was_not_read_are_marked() -> None:
    calendar = preset_calendar()
    assert calendar.doubts(date(2023, 1, 1), date(2026, 12, 31)) == []
    assert calendar.doubts(date(2027, 1, 1), date(2028, 1, 1)) == [
        "chưa có lịch nghỉ năm 2028",
        "lịch nghỉ năm 2027 chưa kiểm chứng",
    ]


def test_wrong_days_are_not_loaded() -> None:
    day = {"day": date(2023, 1, 1), "kind": "holiday", "name": "Tết", "verified": True, "source": "a"}
    with pytest.raises(ValueError, match="twice"):
        read_special_days({"sources": {"a": "b"}, "years": {2023: [day, day]}})
    with pytest.raises(ValueError, match="stands under 2024"):
        read_special_days({"sources": {"a": "b"}, "years": {2024: [day]}})


def test_fields_are_in_order_and_in_their_groups() -> None:
    fields = preset_fields()
    assert [field.order for field in fields] == list(range(1, len(fields) + 1))
    assert fields[0].name == "Đất đai"
    assert (fields[-1].code, fields[-1].group_name) == ("other", "Khác")
    assert {field.group for field in fields} == {"economy", "society", "law", "security", "other"}


@pytest.mark.parametrize("second", [{"name": "Điện", "group": "a"}, {"name": "Nước", "group": "b"}])
def test_wrong_fields_are_not_loaded(second: dict[str, str]) -> None:
    first = {"name": "Điện", "group": "a"}
    with pytest.raises((ValueError, KeyError)):
        read_fields({"groups": {"a": "A"}, "fields": {"one": first, "two": second}})


def test_levels_are_those_of_councils() -> None:
    assert list(LEVELS) == ["province", "district", "commune"]
