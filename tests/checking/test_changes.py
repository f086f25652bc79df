"""Rises and falls with both ends stated."""

import pytest

from tests.checking.say import errors, findings

RIGHT = [
    "Số vụ giảm từ 20 vụ xuống còn 15 vụ, giảm 05 vụ (25%).",
    "Tổ chức 12 cuộc giám sát, tăng 03 cuộc so với cùng kỳ (09 cuộc).",
    "Tỷ lệ hộ nghèo giảm từ 11,5% xuống còn 9,2%, giảm 2,3%.",
    "Tiếp 40 lượt công dân, giảm 10 lượt so với năm 2022 là 50 lượt.",
    "Ban hành 12 nghị quyết, tăng 03 nghị quyết so với cùng kỳ.",
]
WRONG = [
    ("Số vụ giảm từ 20 vụ xuống còn 15 vụ, giảm 06 vụ.", "sum", "5"),
    ("Tổ chức 12 cuộc giám sát, tăng 04 cuộc so với cùng kỳ (09 cuộc).", "sum", "3"),
    ("Tiếp 40 lượt công dân, tăng 10 lượt so với năm 2022 là 50 lượt.", "sum", "-10"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_differences_that_follow(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(("text", "code", "computed"), WRONG)
def test_differences_that_do_not(text: str, code: str, computed: str) -> None:
    assert [one.computed for one in findings(text, code)] == [computed]
