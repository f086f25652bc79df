"""When two letters may be one, and the days that a pattern gives; without a database."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.reception.likeness import Said, reasons, shared_place
from dienhong.reception.planning import Pattern, days_of
from dienhong.rulebook.presets import preset_calendar

LAND = "Đề nghị xem xét tranh chấp ranh giới đất rẫy với hộ liền kề tại thôn 2"
DISTRICT = Said("", 1, ("", "Huyện Mẫu", "UBND xã Suối Mẫu"), LAND)
COMMUNE = Said(
    "Nguyễn Văn A",
    1,
    ("Thôn 2", "Xã Suối Mẫu", ""),
    "Kiến nghị giải quyết tranh chấp đất rẫy, ranh giới hộ liền kề",
)


def test_the_same_matter_at_two_levels_is_seen_with_its_reasons() -> None:
    told = reasons(DISTRICT, COMMUNE)
    assert told[:2] == ("cùng lĩnh vực", "cùng nơi: UBND xã Suối Mẫu")
    assert "tranh, chấp, ranh, giới, đất, rẫy" in told[2]


def test_the_same_sender_is_enough() -> None:
    one = Said("NGUYỄN VĂN A", 2, (), "Xin cấp lại giấy")
    assert reasons(one, COMMUNE) == ("cùng người gửi",)


@pytest.mark.parametrize(
    "other",
    [
        Said("Trần B", 1, ("Thôn 2", "Xã Khác", ""), "Đề nghị xem xét việc cấp đất ở"),
        Said("", 2, ("Thôn 7", "Xã Khác", ""), "Phản ánh quán hát gây ồn ban đêm"),
        Said("", None, (), ""),
    ],
)
def test_other_letters_are_left_alone(other: Said) -> None:
    assert reasons(DISTRICT, other) == ()


def test_a_number_within_a_number_is_no_place() -> None:
    one, two = Said("", 1, ("Thôn 1",), ""), Said("", 1, ("Thôn 12",), "")
    assert shared_place(one, two) == "" and shared_place(one, one) == "Thôn 1"


def test_a_day_off_gives_way_to_the_next_working_day() -> None:
    planned = list(days_of(Pattern(2023, 30, 1, 4), preset_calendar()))
    assert [one.day for one in planned] == [
        date(2023, 1, 30),
        date(2023, 2, 28),
        date(2023, 3, 30),
        date(2023, 5, 4),
    ]
    assert [bool(one.closed) for one in planned] == [False, False, False, True]
