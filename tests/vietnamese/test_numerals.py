from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.vietnamese.numerals import (
    format_count,
    format_decimal,
    format_money,
    format_percent,
    parse_money,
    parse_number,
    parse_percent,
    percent,
)

from .strategies import anything

amounts = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("05", "5"),
        ("1.650", "1650"),
        (" 45.000\u00a0", "45000"),
        ("1.234.567,89", "1234567.89"),
        ("30,3", "30.3"),
        ("−3,5", "-3.5"),
        ("hai mươi mốt", "21"),
        ("Mười lăm", "15"),
        ("một trăm linh năm", "105"),
    ],
)
def test_numbers_as_officials_write_them(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)
    assert parse_number(text, lenient=True) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "lenient"),
    [
        ("1.5", "1.5"),
        ("1.65", "1.65"),
        ("0.500", "0.5"),
        ("1,650.5", "1650.5"),
        ("1,234,567", "1234567"),
        ("1 650", "1650"),
        ("1.6500", "1.65"),
    ],
)
def test_what_could_be_read_two_ways_is_refused_unless_asked(text: str, lenient: str) -> None:
    assert parse_number(text) is None
    assert parse_number(text, lenient=True) == Decimal(lenient)


@pytest.mark.parametrize("text", ["", "5%", "1.65.000", "5a", "1,2,3", "--5", "9" * 19, "khoảng 5", "²"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text, lenient=True) is None


@pytest.mark.parametrize(
    ("text", "value"), [("30,3%", "30.3"), ("66,67 %", "66.67"), ("40 phần trăm", "40"), ("30,3", None)]
)
def test_percentages(text: str, value: str | None) -> None:
    assert parse_percent(text) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("703 triệu đồng", 703_000_000),
        ("74,2 tỷ đồng", 74_200_000_000),
        ("74,2 tỉ", 74_200_000_000),
        ("1 tỷ 200 triệu đồng", 1_200_000_000),
        ("2.500 nghìn tỷ đồng", 2_500_000_000_000_000),
        ("1.650.000 đồng", 1_650_000),
        ("500 ngàn đồng", 500_000),
        ("1.650.000đ", 1_650_000),
        ("bảy trăm triệu đồng", 700_000_000),
        ("1 tỷ 5 tỷ đồng", None),
        ("200 triệu 1 tỷ đồng", None),
        ("0,5 đồng", None),
        ("đồng", None),
        ("vài triệu đồng", None),
    ],
)
def test_money(text: str, value: int | None) -> None:
    assert parse_money(text) == value


@given(amounts)
def test_money_returns(amount: int) -> None:
    assert parse_money(format_money(amount)) == amount
    assert parse_money(format_money(amount * 10**5)) == amount * 10**5


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (703_000_000, "703 triệu đồng"),
        (74_200_000_000, "74,2 tỷ đồng"),
        (1_234_567, "1.234.567 đồng"),
        (74_205_300_000, "74.205,3 triệu đồng"),
        (0, "0 đồng"),
    ],
)
def test_money_in_the_unit_that_keeps_it_exact(amount: int, text: str) -> None:
    assert format_money(amount) == text


@given(amounts, st.booleans())
def test_counts_return(number: int, padded: bool) -> None:
    assert parse_number(format_count(number, padded=padded)) == number


def test_counts_below_ten_take_a_zero() -> None:
    assert [format_count(number) for number in (0, 5, 9, 10, 1650)] == ["0", "05", "09", "10", "1.650"]
    assert format_count(5, padded=False) == "5"


@given(amounts, st.integers(0, 4), st.booleans())
def test_decimals_return(number: int, places: int, fixed: bool) -> None:
    value = Decimal(f"{number}e-{places}")
    assert parse_number(format_decimal(value, places, fixed=fixed)) == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("1234.565"), 2, "1.234,57"),
        (Fraction(1, 3), 3, "0,333"),
        (Decimal("-0.001"), 2, "0"),
        (100, 2, "100"),
        (100, 0, "100"),
    ],
)
def test_decimals_round_half_up(value: Decimal | Fraction | int, places: int, text: str) -> None:
    assert format_decimal(value, places) == text


def test_shares_drop_an_empty_decimal_unless_fixed() -> None:
    assert format_percent(10, 33) == "30,3%"
    assert format_percent(2, 3, 2) == "66,67%"
    assert format_percent(2, 5) == "40%"
    assert format_percent(2, 5, fixed=True) == "40,0%"
    assert format_percent(1, 800) == "0,1%"
    assert format_percent(0, 0) == "–"
    assert percent(1, 0) is None


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_share_is_within_half_of_its_last_digit(part: int, whole: int, places: int) -> None:
    share = percent(part, whole, places)
    assert share is not None
    assert abs(Fraction(share) - Fraction(100 * part, whole)) <= Fraction(1, 2 * 10**places)
    assert parse_percent(format_percent(part, whole, places)) == share


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    for parsed in (parse_number(text), parse_number(text, lenient=True), parse_percent(text)):
        assert parsed is None or parsed.is_finite()
    assert isinstance(parse_money(text), int | None)
