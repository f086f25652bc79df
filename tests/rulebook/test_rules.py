from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from dienhong.kernel.errors import Unreadable
from dienhong.rulebook.rules import Basis, Rule, Side, Unit, read_value

NOTICE = Rule(
    code="hall.notice",
    value=5,
    unit=Unit.WORKING_DAYS,
    wording="Báo mượn hội trường chậm nhất {amount} trước ngày họp.",
    basis=Basis("Nội quy hội trường", "mục 2"),
    in_force_from=date(2020, 1, 1),
    in_force_to=date(2022, 12, 31),
    verified=True,
    trigger="meeting",
    trigger_phrase="ngày họp",
    side=Side.BEFORE,
)

AMOUNTS = [
    (5, Unit.WORKING_DAYS, "05 ngày làm việc"),
    (20, Unit.CALENDAR_DAYS, "20 ngày"),
    (10, Unit.MONTHS, "10 tháng"),
    (2, Unit.COUNT, "02"),
    (Fraction(2, 3), Unit.SHARE, "2/3"),
    (Fraction(1, 10), Unit.SHARE, "10%"),
    (Fraction(35, 100), Unit.SHARE, "35%"),
]


@pytest.mark.parametrize(("value", "unit", "amount"), AMOUNTS, ids=str)
def test_a_value_is_written_as_officials_write_it(value: int | Fraction, unit: Unit, amount: str) -> None:
    rule = replace(NOTICE, value=value, unit=unit)
    assert rule.amount == amount
    assert rule.text == f"Báo mượn hội trường chậm nhất {amount} trước ngày họp."


@pytest.mark.parametrize(("value", "unit", "amount"), AMOUNTS, ids=str)
def test_a_value_is_read_back_as_it_is_written(value: int | Fraction, unit: Unit, amount: str) -> None:
    assert read_value(amount.split(maxsplit=1)[0], unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "right"),
    [
        ("hai", Unit.COUNT, "Không đọc được giá trị “hai”: cần một số nguyên, ví dụ 20."),
        ("2/3", Unit.CALENDAR_DAYS, "Không đọc được giá trị “2/3”: cần một số nguyên, ví dụ 20."),
        ("1/0", Unit.SHARE, "Không đọc được giá trị “1/0”: tỷ lệ viết dạng 2/3 hoặc 10%."),
        ("", Unit.SHARE, "Không đọc được giá trị “”: tỷ lệ viết dạng 2/3 hoặc 10%."),
    ],
)
def test_an_unreadable_value_is_told_with_what_would_be_right(text: str, unit: Unit, right: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_value(text, unit)
    assert caught.value.sentence == right
