import pytest
from hypothesis import given

from dienhong.vietnamese.numerals import format_term, ordinal_words, parse_ordinal, parse_roman, to_roman

from .strategies import anything


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("thứ Bảy", 7),
        ("thứ 6", 6),
        ("lần thứ Hai", 2),
        ("lần 3", 3),
        ("tư", 4),
        ("nhất", 1),
        ("thứ mười hai", 12),
        ("khóa XIV", 14),
        ("khoá xxi", 21),
        ("KHÓA XX", 20),
        ("thứ không", None),
        ("lần 0", None),
        ("bế mạc", None),
        ("", None),
    ],
)
def test_ordinals(text: str, number: int | None) -> None:
    assert parse_ordinal(text) == number


def test_the_first_and_the_fourth_have_words_of_their_own() -> None:
    assert [ordinal_words(number) for number in (1, 2, 4, 7, 14, 21)] == [
        "nhất",
        "hai",
        "tư",
        "bảy",
        "mười bốn",
        "hai mươi mốt",
    ]


def test_ordinals_return() -> None:
    assert all(parse_ordinal(f"thứ {ordinal_words(number)}") == number for number in range(1, 1000))
    assert all(parse_ordinal(format_term(number)) == number for number in range(1, 100))


def test_every_roman_numeral_returns() -> None:
    assert all(parse_roman(to_roman(number)) == number for number in range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "XIVa", "mười", "MMMM", "ı"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert parse_roman(text) is None


@pytest.mark.parametrize("number", [0, -1])
def test_nothing_stands_before_the_first(number: int) -> None:
    with pytest.raises(ValueError, match="no ordinal"):
        ordinal_words(number)
    with pytest.raises(ValueError, match="no Roman"):
        to_roman(number)


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    assert (parse_ordinal(text) or 1) >= 1
    assert (parse_roman(text) or 1) in range(1, 4000)
