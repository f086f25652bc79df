import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.vietnamese.document_numbers import (
    KINDS,
    DocumentNumber,
    find_document_numbers,
    parse_document_number,
)

from .strategies import anything

issuers = st.lists(
    st.sampled_from(["HĐND", "UBND", "TTHĐND", "UBTVQH15", "BCĐ", "TTg"]), min_size=1, max_size=3
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("134/2023/NQ-HĐND", DocumentNumber(134, 2023, "NQ", "HĐND")),
        ("04/TB-TTHĐND", DocumentNumber(4, None, "TB", "TTHĐND")),
        ("594/NQ-UBTVQH15", DocumentNumber(594, None, "NQ", "UBTVQH15")),
        ("248/UBND-TH", DocumentNumber(248, None, None, "UBND", unit="TH")),
        ("96/2023/QH15", DocumentNumber(96, 2023, None, "QH15")),
        ("20/2020/QĐ-TTg", DocumentNumber(20, 2020, "QĐ", "TTg")),
        (
            "02/QCPHCT-ĐĐBQH-HĐND-UBND-UBMTTQ",
            DocumentNumber(2, None, "QCPHCT", "ĐĐBQH-HĐND-UBND-UBMTTQ"),
        ),
        (
            "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN",
            DocumentNumber(72, 2025, "NQLT", "UBTVQH15-CP-ĐCTUBTWMTTQVN", form="joint"),
        ),
        ("18-NQ/TW", DocumentNumber(18, None, "NQ", "TW", form="party")),
    ],
)
def test_a_number_is_taken_apart_and_put_together(text: str, number: DocumentNumber) -> None:
    parsed = parse_document_number(text)
    assert parsed == number
    assert parsed is not None
    assert str(parsed) == parsed.text == text


@pytest.mark.parametrize("text", ["Số: 04/TB-TTHĐND", "4/tb-tthđnd", "04 / TB – TTHÐND", "04/TB-\n  TTHĐND"])
def test_careless_writing_is_understood(text: str) -> None:
    assert str(parse_document_number(text)) == "04/TB-TTHĐND"


@pytest.mark.parametrize(
    "text", ["", "/BC-HĐND", "03/09", "12/9/2022", "2021-2026", "3/9 xã", "12-XX/TW", "04/2023/12", "a" * 300]
)
def test_what_is_no_document_number(text: str) -> None:
    assert parse_document_number(text) is None


def test_only_a_normative_document_has_the_year_inside() -> None:
    normative, individual = parse_document_number("134/2023/NQ-HĐND"), parse_document_number("134/NQ-HĐND")
    assert normative is not None
    assert individual is not None
    assert normative.is_normative
    assert not individual.is_normative
    assert normative != individual


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("134/2023/NQ-HĐND", "Nghị quyết"),
        ("12/TTr-UBND", "Tờ trình"),
        ("12/KL-HĐND", "Kết luận"),
        ("248/UBND-TH", "Công văn"),
        ("96/2023/QH15", ""),
    ],
)
def test_the_kind_in_full(text: str, name: str) -> None:
    number = parse_document_number(text)
    assert number is not None
    assert number.kind_name == name


def test_numbers_are_found_in_prose() -> None:
    text = (
        "Căn cứ Nghị quyết số 594/NQ-UBTVQH15 ngày 12/9/2022, (KH 05/KH-HĐND-UBND), Nghị quyết 18-NQ/TW; "
        "Thông báo 04/TB-\n TTHĐND - UBND huyện. Chỉ 03/09 xã, 01 chuyên đề/năm, 05/UBND xã; 248/UBND-TH."
    )
    found = find_document_numbers(text)
    assert [str(one.value) for one in found] == [
        "594/NQ-UBTVQH15",
        "05/KH-HĐND-UBND",
        "18-NQ/TW",
        "04/TB-TTHĐND",
        "248/UBND-TH",
    ]
    assert all(text[one.start : one.end] == one.value.text for one in found)


@given(st.integers(1, 99_999), st.none() | st.integers(1946, 2099), st.sampled_from(sorted(KINDS)), issuers)
def test_numbers_return(number: int, year: int | None, kind: str, issuer: list[str]) -> None:
    document = DocumentNumber(number, year, kind, "-".join(issuer))
    assert parse_document_number(str(document)) == document
    (found,) = find_document_numbers(f"({document}) ngày 8/5/2023")
    assert found.value == document


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    parsed = parse_document_number(text)
    assert parsed is None or parse_document_number(str(parsed)) == parsed
    assert all(text[one.start : one.end] == one.value.text for one in find_document_numbers(text))
