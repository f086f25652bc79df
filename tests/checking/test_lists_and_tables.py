"""Wholes above list items and in tables."""

import pytest

from tests.checking.say import errors, findings, formulas

ITEMS = "Đã tổ chức giám sát {} chuyên đề, cụ thể:\n{m} HĐND: 04 chuyên đề;\n{m} Thường trực HĐND: 06 chuyên đề;\n{m} Các Ban: 9 chuyên đề."  # noqa: E501
NESTED = """Tổng số 20 cuộc giám sát, trong đó:
- Cấp huyện: 08 cuộc:
+ Thường trực HĐND 05 cuộc;
+ Các Ban 03 cuộc.
- Cấp xã: 12 cuộc.
Các cuộc giám sát đúng kế hoạch."""
TABLE = """| STT | Đơn vị | Tổng số | Đã giải quyết | Đang giải quyết | Tỷ lệ % |
|---|---|---|---|---|---|
| 1 | An Khê | 20 | 15 | 5 | 75 |
| 2 | Sơn Hà | 10 | 8 | 2 | 80 |
| 3 | Kim Long | 12 | {} | 3 | 75 |
| | Tổng cộng | {} | 32 | 10 | 76,2 |"""
SECTIONS = """| STT | Nội dung | Số lượng |
| I | Cấp huyện | 15 |
| 1 | Nghị quyết | 9 |
| 2 | Kết luận | 6 |
| II | Cấp xã | 20 |
| 1 | Nghị quyết | 20 |
| | Tổng số | 35 |"""


@pytest.mark.parametrize("mark", ["-", "+", "*", "•", "a)"])
def test_items_that_make_the_whole(mark: str) -> None:
    assert formulas(ITEMS.format(19, m=mark)) == ["19 chuyên đề = 04 + 06 + 9"]


def test_items_that_do_not() -> None:
    found = findings(ITEMS.format(18, m="-"), "sum")
    assert [(one.stated, one.computed) for one in found] == [("18", "19")]


def test_items_of_items_are_lists_of_their_own() -> None:
    assert sorted(formulas(NESTED)) == ["08 cuộc = 05 + 03", "20 cuộc giám sát = 08 + 12"]
    assert errors(NESTED.replace("05 cuộc", "06 cuộc")) == ["sum"]


def test_items_without_figures_are_no_sum() -> None:
    text = "Thực hiện 05 nhiệm vụ trọng tâm năm 2024, chú trọng:\n- Tổ chức 02 phiên giải trình;\n- Hoàn thành 01 báo cáo."  # noqa: E501
    assert errors(text) == []


def test_columns_and_rows_of_a_table() -> None:
    assert errors(TABLE.format(9, 42)) == []
    assert len(formulas(TABLE.format(9, 42))) >= 6
    assert {one.stated for one in findings(TABLE.format(9, 43), "sum")} == {"43"}
    assert {one.stated for one in findings(TABLE.format(8, 42), "sum")} == {"12", "32"}


def test_sections_of_a_table_are_not_added_twice() -> None:
    assert errors(SECTIONS) == []
    assert formulas(SECTIONS)
