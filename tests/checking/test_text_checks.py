"""Dates, headings, ordinals, citations, encodings."""

import pytest

from dienhong.checking import check
from tests.checking.say import errors, findings

SECTIONS = (
    "I. KẾT QUẢ HOẠT ĐỘNG\nNội dung.\nII. HẠN CHẾ, TỒN TẠI\nNội dung.\n{}. PHƯƠNG HƯỚNG, NHIỆM VỤ\nNội dung."
)


def test_a_day_that_no_calendar_has() -> None:
    assert errors("Ngày 31/02/2023, HĐND xã họp.") == ["date"]
    assert errors("Ngày 28/02/2023, HĐND xã họp.") == []


def test_a_weekday_that_does_not_match() -> None:
    assert [one.severity for one in findings("Họp vào Thứ Hai, ngày 05/3/2024.", "date")] == ["warning"]
    assert findings("Họp vào Thứ Ba, ngày 05/3/2024.", "date") == []


def test_a_range_that_runs_backwards() -> None:
    assert findings("Giám sát từ ngày 20/5/2024 đến ngày 15/5/2024.", "date")
    assert not findings("Giám sát từ ngày 15/5/2024 đến ngày 20/5/2024.", "date")


def test_a_day_far_from_the_period() -> None:
    title = "BÁO CÁO\nKết quả hoạt động năm 2023\n"
    assert findings(f"{title}Ngày 15/3/2032, HĐND xã đã họp.", "date")
    assert not findings(f"{title}Kế hoạch đến ngày 31/12/2030.", "date")
    assert not findings(f"{title}Báo cáo ngày 27/02/2024.", "date")


@pytest.mark.parametrize(("numeral", "number"), [("III", 0), ("IV", 1), ("II", 1)])
def test_roman_sections(numeral: str, number: int) -> None:
    found = findings(SECTIONS.format(numeral), "heading")
    assert len(found) == number
    assert all(one.severity == "warning" for one in found)


def test_arabic_among_roman_sections() -> None:
    found = findings(SECTIONS.format("III").replace("I. KẾT", "1. KẾT", 1), "heading")
    assert any("Ả Rập" in one.message for one in found)


def test_dotted_sections() -> None:
    assert findings("1. Kỳ họp\n1.1. Chuẩn bị\nA.\n1.3. Tổ chức\nB.", "heading")
    assert not findings(
        "1. Kỳ họp\n1.1. Chuẩn bị\nA.\n1.2. Tổ chức\nB.\n2. Giám sát\n2.1. Chung\nC.", "heading"
    )


def test_numbered_lists_may_begin_again() -> None:
    text = (
        "1. Ưu điểm\nTốt.\n2. Hạn chế\nÍt.\nMột số việc:\n1. Việc đầu.\n2. Việc hai.\n3. Nguyên nhân\nKhác."
    )
    assert not findings(text, "heading")


def test_ordinals_with_a_hole_are_a_note() -> None:
    found = findings(
        "Phiên giải trình lần thứ nhất tốt. Phiên giải trình lần thứ ba đạt yêu cầu.", "sequence"
    )
    assert [one.severity for one in found] == ["note"]
    assert not findings("Phiên giải trình lần thứ nhất tốt. Phiên giải trình lần thứ hai đạt.", "sequence")


def test_one_number_with_two_dates() -> None:
    text = "Nghị quyết số 594/NQ-UBTVQH15 ngày 12/9/2022 và Nghị quyết số 594/NQ-UBTVQH15 ngày {}/9/2022."
    assert [one.severity for one in findings(text.format(13), "reference")] == ["warning"]
    assert not findings(text.format(12), "reference")


def test_numbers_begin_again_every_year() -> None:
    text = "Thông báo số 04/TB-HĐND ngày 09/5/2023 và Thông báo số 04/TB-HĐND ngày 10/02/2024."
    assert not findings(text, "reference")


def test_one_document_with_two_numbers() -> None:
    text = (
        "Kế hoạch số 12/KH-HĐND ngày 05/3/2024 về giám sát việc quản lý đất đai trên địa bàn huyện. "
        "Theo Kế hoạch số 21/KH-HĐND ngày 05/3/2024 về giám sát việc quản lý đất đai trên địa bàn huyện."
    )
    assert len(findings(text, "reference")) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.", 0),
     ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Bộ Nội vụ.", 1),
     ("Nghị định số 96/2023/QH15 của Quốc hội.", 2),
     ("Nghị quyết số 12/NQ-UBND của UBND huyện.", 1),
     ("Nghị quyết số 96/2023/QH15 của Quốc hội.", 0),
     ("Thông tư số 01/2011/TT-BNV của Bộ Nội vụ.", 0),
     ("Thông tư số 01/2011/TT-BNV của Chính phủ.", 1)],
)  # fmt: skip
def test_kinds_and_issuers(text: str, number: int) -> None:
    assert len(findings(text, "reference")) == number


def test_repaired_letters_are_told_once_with_their_place() -> None:
    text = "Phiên họp tốt. Ƣu điểm, ƣu tiên: ðã họp. Hộı."
    found = {one.stated: one for one in findings(text, "encoding")}
    assert set(found) == {"2", "1"}
    assert text[found["2"].start] == "Ƣ"


def test_tcvn3_is_read_and_told() -> None:
    text = "Héi ®ång nh©n d©n huyÖn cã 14 néi dung chÊt vÊn (huyÖn: 07; x·: 08)."
    found = check(text)
    assert [one.code for one in found.errors] == ["sum"]
    assert text[found.errors[0].start : found.errors[0].end] == "14 néi dung"
    assert "TCVN3" in findings(text, "encoding")[0].message


def test_vni_is_told() -> None:
    text = "Hoäi ñoàng nhaân daân huyeän ñaõ toå chöùc kyø hoïp, thoâng qua nghò quyeát cuûa huyeän"
    assert "phông chữ cũ" in findings(text, "encoding")[0].message


def test_offsets_are_those_of_the_text_that_was_read() -> None:
    decomposed = "Tha\u0309o luâ\u0323n: có 14 nội dung (huyện: 07; xã: 08)."
    found = check(decomposed).errors[0]
    assert decomposed[found.start : found.end] == "14 nội dung"
    assert check(decomposed).characters == len(decomposed)
