"""Cells as clerks type them, kind by kind."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from unicodedata import normalize

import pytest
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from dienhong.kernel.errors import Unreadable
from dienhong.workbook.cells import column_letters, is_blank, typed
from dienhong.workbook.columns import kind_of
from dienhong.workbook.kinds import Day, Fractional, LongText, OneOf, Several, Text, Whole, YesNo

NFD = partial(normalize, "NFD")
KIND = OneOf((("regular", "thường lệ"), ("thematic", "chuyên đề"), ("extraordinary", "đột xuất")))


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (45000.0, 45000),
        (7, 7),
        ("45.000", 45000),
        ("45 000", 45000),
        ("45\u00a0000", 45000),
        ("1.234.567", 1234567),
        (" 07 ", 7),
        ("hai mươi mốt", 21),
    ],
)
def test_a_whole_number_however_it_is_typed(cell: Any, value: int) -> None:
    assert Whole().read(cell, None) == value


@pytest.mark.parametrize(
    "cell", ["45,000", "7,5", 7.5, "bảy tám", True, date(2023, 7, 1), timedelta(days=1), float("inf"), "12a"]
)
def test_what_is_no_whole_number_is_refused_with_what_would_be_right(cell: Any) -> None:
    with pytest.raises(Unreadable, match="không phải là một số nguyên; hãy gõ như 7 hoặc"):
        Whole().read(cell, None)


@pytest.mark.parametrize(
    ("cell", "value"), [("74,2", "74.20"), (74.2, "74.20"), (0.1 + 0.2, "0.30"), ("1.650,5", "1650.50")]
)
def test_a_fraction_is_rounded_only_by_what_binary_left_behind(cell: Any, value: str) -> None:
    assert Fractional(2).read(cell, None) == Decimal(value)


def test_a_fraction_with_more_decimals_is_left_for_the_model_to_refuse() -> None:
    assert Fractional(1).read("74,25", None) == Decimal("74.25")
    with pytest.raises(Unreadable, match="hãy gõ như 74,2"):
        Fractional(1).read("nhiều", None)


@pytest.mark.parametrize(
    "cell",
    [
        date(2023, 7, 18),
        datetime(2023, 7, 18, 8, 30),
        45125,
        45125.0,
        "45125",
        "18/7/2023",
        "18-07-2023",
        "18/7",
        "2023-07-18",
        "ngày 18 tháng 7 năm 2023",
        NFD("ngày 18 tháng 7 năm 2023"),
        "\u00a018/07/2023 ",
    ],
)
def test_a_day_however_it_is_typed(cell: Any) -> None:
    assert Day().read(cell, 2023) == date(2023, 7, 18)


@pytest.mark.parametrize("cell", ["31/02/2023", "7/2023", 2023, 7.5, "hôm qua", True, time(8)])
def test_what_is_no_day_is_refused_with_what_would_be_right(cell: Any) -> None:
    with pytest.raises(Unreadable, match="không phải là một ngày có thật; hãy gõ như 18/7/2023"):
        Day().read(cell, 2023)


def test_a_day_without_a_year_needs_the_year_of_the_file() -> None:
    with pytest.raises(Unreadable):
        Day().read("18/7", None)


@pytest.mark.parametrize(
    "cell", ["thường lệ", "THƯỜNG LỆ", "Thuong le", " thường\u00a0lệ ", NFD("thường lệ")]
)
def test_a_choice_whatever_its_case_and_diacritics(cell: str) -> None:
    assert KIND.read(cell, None) == "regular"


def test_an_unknown_choice_is_refused_with_the_choices() -> None:
    with pytest.raises(Unreadable, match="Không có mục “hằng năm”; hãy chọn: thường lệ, chuyên đề, đột xuất"):
        KIND.read("hằng năm", None)


def test_of_many_choices_only_the_nearest_are_named() -> None:
    communes = OneOf((*((n, f"xã Thôn {chr(65 + n)}") for n in range(12)), (99, "xã Đắk Trăm")))
    with pytest.raises(Unreadable, match="hãy chọn: xã Đắk Trăm"):
        communes.read("xã Đắk Tram 2", None)
    with pytest.raises(Unreadable, match="hãy chọn trong danh sách thả xuống"):
        communes.read("zzzzzz", None)


def test_names_are_compared_without_the_marks_that_places_differ_in() -> None:
    places = OneOf(((1, "xã Đắk Rơ Nga"), (2, "xã Tân Cảnh")), ((1, "HĐND xã Đăk Rơ Nga"),))
    assert [places.read(cell, None) for cell in ("xã Đăk Rơ Nga", "Xã Dak Ro Nga", "HĐND XÃ ĐẮK RƠ NGA")] == [
        1,
        1,
        1,
    ]


def test_two_names_that_differ_only_in_marks_need_their_marks() -> None:
    twins = OneOf(((1, "xã Hòa"), (2, "xã Hoà"), (3, "xã Hoa")))
    assert twins.read("xã Hoa", None) == 3
    with pytest.raises(Unreadable, match="Có nhiều mục cùng tên"):
        twins.read("xa hoa", None)


@pytest.mark.parametrize(
    ("cell", "value"), [("x", True), ("Có", True), ("co", True), (True, True), ("không", False)]
)
def test_yes_and_no(cell: Any, value: bool) -> None:
    assert YesNo().read(cell, None) is value


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (7.0, "7"),
        (7.5, "7,5"),
        (True, "TRUE"),
        (date(2023, 5, 9), "09/5/2023"),
        ("  a\u00a0 b ", "a b"),
        (None, ""),
    ],
)
def test_text_takes_what_stands_on_the_screen(cell: Any, words: str) -> None:
    assert typed(cell) == words
    assert Text().read(cell, None) == words


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        (models.CharField(max_length=9), Text()),
        (models.TextField(), LongText()),
        (models.PositiveSmallIntegerField(), Whole()),
        (models.DateField(), Day()),
        (models.BooleanField(), YesNo()),
        (models.DecimalField(max_digits=9, decimal_places=2), Fractional(2)),
        (models.CharField(choices=[("a", "chữ a")]), OneOf((("a", "chữ a"),))),
    ],
)
def test_each_field_has_its_kind(field: models.Field[Any, Any], kind: Any) -> None:
    assert kind_of(field) == kind


@pytest.mark.parametrize("field", [models.DateTimeField(), models.JSONField()])
def test_a_field_that_no_cell_can_stand_for_is_a_fault_of_the_declaration(field: Any) -> None:
    with pytest.raises(TypeError):
        kind_of(field)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_days_come_back_from_a_cell(day: date) -> None:
    assert Day().read(Day().write(day), None) == day


def test_what_no_cell_can_hold_stays_blank() -> None:
    assert LongText().write("a" * 32_768) is None


def test_columns_are_lettered_and_blanks_are_seen() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [is_blank(cell) for cell in (None, "", " \u00a0\u200b", 0, False, "0")] == [True] * 3 + [False] * 3


def test_several_in_one_cell_whatever_their_order() -> None:
    kinds = Several(KIND)
    both = frozenset({"regular", "thematic"})
    assert kinds.read("chuyên đề;  thường lệ ;", None) == both
    assert kinds.read("Thường lệ\nchuyên đề", None) == both
    assert kinds.write(both) == "chuyên đề; thường lệ"
    assert kinds.write(()) is None
    with pytest.raises(Unreadable, match="Không có mục “hằng năm”"):
        kinds.read("thường lệ; hằng năm", None)
