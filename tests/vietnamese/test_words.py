import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dienhong.vietnamese.words import parse_words, to_words

from .strategies import anything

VOCABULARY = "một mốt hai mươi trăm nghìn triệu tỷ linh âm không"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (1_005, "một nghìn không trăm linh năm"),
        (20_000, "hai mươi nghìn"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (2_000_000_000_000, "hai nghìn tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_words(number: int, words: str) -> None:
    assert to_words(number) == words


def test_every_number_to_a_hundred_thousand_returns() -> None:
    assert all(parse_words(to_words(number)) == number for number in range(100_000))


@given(st.integers(-(10**18) + 1, 10**18 - 1))
@example(999_999)
def test_greater_numbers_return(number: int) -> None:
    assert parse_words(to_words(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Một trăm lẻ bẩy", 107),
        ("hai ngàn không trăm hai mươi bốn", 2024),
        ("một tỉ", 10**9),
        ("hai mươi bốn", 24),
    ],
)
def test_other_spellings(words: str, number: int) -> None:
    assert parse_words(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "",
        "tỷ",
        "trăm",
        "năm mốt",
        "hai trăm năm",
        "mười mươi",
        "một nghìn một triệu",
        "hai mươi không",
        "ba " * 200,
    ],
)
def test_what_is_no_number_in_words(words: str) -> None:
    assert parse_words(words) is None


def test_no_words_beyond_a_billion_billions() -> None:
    with pytest.raises(ValueError, match="no words"):
        to_words(10**18)


@given(anything | st.lists(st.sampled_from(VOCABULARY.split())).map(" ".join))
def test_what_is_read_can_be_written(text: str) -> None:
    number = parse_words(text)
    assert number is None or abs(number) >= 10**18 or parse_words(to_words(number)) == number
