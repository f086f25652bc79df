"""What a report calls itself in its head."""

import pytest

from dienhong.incoming.titles import period_of, title_of
from dienhong.registers.spans import Span


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("HĐND XÃ MẪU\nBÁO CÁO\nKết quả giám sát năm 2023\nKính gửi: Thường trực", "Báo cáo kết quả giám sát năm 2023"),
        (
            "# BÁO CÁO\n**Kết quả hoạt động năm 2023,**\nphương hướng năm 2024\nThực hiện",
            "Báo cáo kết quả hoạt động năm 2023, phương hướng năm 2024",
        ),
        ("BÁO CÁO\n[bookmark: _Hlk9]Kết quả năm 2023", "Báo cáo kết quả năm 2023"),
        ("BÁO CÁO KẾT QUẢ TIẾP CÔNG DÂN\nNăm qua", "Báo cáo kết quả tiếp công dân"),
        ("THÔNG BÁO\nKết luận phiên họp\n\nSáng nay", "Thông báo kết luận phiên họp"),
        ("không có đầu\nchỉ có chữ", "bao cao quy 3"),
        ("BÁO CÁO\n" + "dài " * 100, "Báo cáo"),
    ],
)  # fmt: skip
def test_a_title_is_taken_from_the_head(text: str, title: str) -> None:
    assert title_of(text, "bao cao quy 3.docx") == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Báo cáo năm 2023", (2023, Span.YEAR)),
        ("Báo cáo 6 tháng đầu năm 2024", (2024, Span.FIRST_HALF)),
        ("Báo cáo 9 tháng năm 2022", (2022, Span.NINE_MONTHS)),
        ("Báo cáo quý III năm 2023", (2023, Span.THIRD_QUARTER)),
        ("Báo cáo quý IV năm 2023", (2023, Span.FOURTH_QUARTER)),
        ("Báo cáo giám sát", (None, Span.YEAR)),
    ],
)
def test_a_period_is_taken_from_the_title(title: str, expected: tuple[int | None, Span]) -> None:
    assert period_of(title) == expected


def test_every_span_lies_in_its_year() -> None:
    for span in Span:
        period = span.of(2024)
        assert period.first.year == period.last.year == 2024
