from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.kernel.errors import Refused
from dienhong.rulebook.due_dates import due_date
from dienhong.rulebook.presets import preset_calendar, preset_rulebook
from dienhong.rulebook.rulebook import Override
from dienhong.rulebook.rules import Rule, Side, Unit

CALENDAR = preset_calendar()
DEADLINES = [rule for rule in preset_rulebook().rules if rule.is_deadline]


def preset(code: str, day: date) -> Rule:
    return preset_rulebook().on(day)[code]


EXPLAINED = [
    (
        "session.convene_regular",
        date(2023, 7, 11),
        date(2023, 6, 21),
        "20 ngày trước ngày khai mạc 11/7/2023 (Điều 80 Luật Tổ chức chính quyền địa phương 77/2015/QH13; "
        "chưa kiểm chứng).",
    ),
    (
        "question.written_answer",
        date(2023, 7, 11),
        date(2023, 7, 31),
        "20 ngày kể từ ngày chất vấn 11/7/2023 (Điều 60 và Điều 69 Luật Hoạt động giám sát 87/2015/QH13).",
    ),
    (
        "verification.meeting",
        date(2023, 7, 11),
        date(2023, 7, 1),
        "10 ngày trước ngày khai mạc 11/7/2023 (khoản 1 Điều 78 Luật Hoạt động giám sát 87/2015/QH13). "
        "Ngày 01/7/2023 là thứ Bảy, không phải ngày làm việc.",
    ),
    (
        "reception.reply",
        date(2024, 4, 22),
        date(2024, 5, 8),
        "10 ngày làm việc kể từ ngày nhận được 22/4/2024, không tính nghỉ hoán đổi dịp 30/4 (29/4/2024), "
        "Ngày Chiến thắng (30/4/2024), Quốc tế Lao động (01/5/2024), tính cả thứ Bảy làm bù 04/5/2024 "
        "(Điều 28 Luật Tiếp công dân 42/2013/QH13).",
    ),
    (
        "reception.schedule",
        date(2023, 1, 30),
        date(2023, 1, 16),
        "05 ngày làm việc trước ngày tiếp công dân đầu tiên 30/01/2023, không tính Tết Nguyên đán "
        "(20-24/01/2023), nghỉ bù Tết Nguyên đán (25-26/01/2023) (khoản 4 Điều 24 Luật Tiếp công dân "
        "42/2013/QH13).",
    ),
    (
        "denunciation.forward",
        date(2027, 1, 28),
        date(2027, 2, 11),
        "05 ngày làm việc kể từ ngày nhận được 28/01/2027, không tính Tết Nguyên đán (04-08/02/2027), "
        "nghỉ bù Tết Nguyên đán (09-10/02/2027) (Điều 24 Luật Tố cáo 25/2018/QH14; "
        "lịch nghỉ năm 2027 chưa kiểm chứng).",
    ),
    (
        "oversight.programme_proposals",
        date(2024, 1, 1),
        date(2023, 3, 1),
        "10 tháng trước ngày đầu năm của chương trình 01/01/2024 (khoản 1 Điều 58 Luật Hoạt động giám sát "
        "87/2015/QH13).",
    ),
]


@pytest.mark.parametrize(
    ("code", "trigger_day", "day", "explanation"), EXPLAINED, ids=lambda part: str(part)[:30]
)
def test_a_due_date_shows_how_it_was_worked_out(
    code: str, trigger_day: date, day: date, explanation: str
) -> None:
    due = due_date(preset(code, trigger_day), trigger_day, CALENDAR)
    assert due.explanation == explanation
    assert (due.day, due.trigger_day, due.rule.code) == (day, trigger_day, code)


def test_only_days_that_were_counted_are_named() -> None:
    after = due_date(preset("denunciation.forward", date(2024, 9, 2)), date(2024, 9, 2), CALENDAR)
    assert "không tính Quốc khánh (03/9/2024) (" in after.explanation
    before = due_date(preset("reception.online_test", date(2026, 8, 24)), date(2026, 8, 24), CALENDAR)
    assert before.day == date(2026, 8, 22)
    assert "tính cả thứ Bảy làm bù 22/8/2026 (" in before.explanation


def test_a_closed_office_is_told_and_moves_the_day_only_when_asked() -> None:
    rule = preset("question.written_answer", date(2023, 8, 13))
    kept = due_date(rule, date(2023, 8, 13), CALENDAR)
    assert (kept.day, kept.day_off) == (date(2023, 9, 2), "Quốc khánh")
    assert kept.explanation.endswith("Ngày 02/9/2023 là Quốc khánh, không phải ngày làm việc.")
    moved = due_date(rule, date(2023, 8, 13), CALENDAR, to_working_day=True)
    assert (moved.day, moved.day_off) == (date(2023, 9, 5), "")
    assert moved.explanation.endswith("không phải ngày làm việc, nên tính đến ngày 05/9/2023.")


def test_a_deadline_before_its_trigger_moves_away_from_it() -> None:
    rule = preset("verification.meeting", date(2023, 7, 11))
    assert due_date(rule, date(2023, 7, 11), CALENDAR, to_working_day=True).day == date(2023, 6, 30)


def test_an_override_is_explained_with_its_author() -> None:
    own = Override(
        code="petition.reply",
        value=15,
        unit=Unit.WORKING_DAYS,
        basis="Quy chế phối hợp",
        in_force_from=date(2023, 2, 1),
        in_force_to=None,
        author="Đại biểu mẫu 02",
        reason="đã thống nhất với UBND",
    )
    rule = preset_rulebook().with_overrides([own]).on(date(2023, 6, 1))["petition.reply"]
    assert due_date(rule, date(2023, 6, 1), CALENDAR).explanation == (
        "15 ngày làm việc kể từ ngày chuyển 01/6/2023 (Quy chế phối hợp; "
        "Đại biểu mẫu 02 đặt từ ngày 01/02/2023: đã thống nhất với UBND)."
    )


def test_years_without_a_calendar_are_named() -> None:
    explanation = due_date(
        preset("reception.reply", date(2021, 12, 27)), date(2021, 12, 27), CALENDAR
    ).explanation
    assert "chưa có lịch nghỉ năm 2021; chưa có lịch nghỉ năm 2022" in explanation


@pytest.mark.parametrize("code", ["vote.resolution", "session.regular_per_year"])
def test_what_is_no_deadline_has_no_due_date(code: str) -> None:
    with pytest.raises(Refused, match=code):
        due_date(preset(code, date(2023, 7, 1)), date(2023, 7, 1), CALENDAR)


@given(st.sampled_from(DEADLINES), st.dates(date(2023, 2, 1), date(2027, 11, 30)))
def test_a_due_date_lies_on_its_side_as_far_as_the_rule_says(rule: Rule, trigger_day: date) -> None:
    due = due_date(rule, trigger_day, CALENDAR)
    assert (due.day > trigger_day) == (rule.side is Side.AFTER)
    first, last = sorted((trigger_day, due.day))
    between = [
        first + timedelta(days=n)
        for n in range((last - first).days + 1)
        if first + timedelta(days=n) != trigger_day
    ]
    if rule.unit is Unit.CALENDAR_DAYS:
        assert len(between) == rule.value
    if rule.unit is Unit.WORKING_DAYS:
        assert sum(map(CALENDAR.is_working_day, between)) == rule.value
        assert due.day_off == ""


@given(st.sampled_from(DEADLINES), st.dates(date(2023, 2, 1), date(2027, 11, 30)))
def test_a_moved_due_date_is_worked_and_never_nearer_to_the_trigger(rule: Rule, trigger_day: date) -> None:
    kept = due_date(rule, trigger_day, CALENDAR)
    moved = due_date(rule, trigger_day, CALENDAR, to_working_day=True)
    assert CALENDAR.is_working_day(moved.day)
    assert abs(moved.day - trigger_day) >= abs(kept.day - trigger_day)
