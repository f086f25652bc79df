"""Percentages and n/N."""

import pytest

from dienhong.checking import check
from tests.checking.say import errors, findings, formulas

RIGHT = [
    "HĐND xã có tổng số 34 đại biểu, trong đó có 12 đại biểu nữ, chiếm 35,3%.",
    "Trong số 65 kiến nghị, đã trả lời 58 kiến nghị, đạt tỷ lệ 89,2%.",
    "Đã giải quyết 22/27 ý kiến (81,5%).",
    "Tổng số 499 đại biểu; tỷ lệ nữ đạt 30,26% (151/499 đại biểu).",
    "Thu ngân sách 74,2 tỷ đồng, đạt 105,1% dự toán (70,6 tỷ đồng).",
    "Số phiếu tín nhiệm cao là 73, chiếm 77,66%; tín nhiệm là 11, chiếm 11,7%.",
    "Ứng cử viên nữ có 2.542 người, chiếm 40,9% (khóa trước là 2.427 người, chiếm 37,04%); trẻ tuổi 750"
    " người, chiếm 12,1%.",
    "Tổ chức 09 đợt tiếp xúc với 1.143 lượt cử tri, đạt tỷ lệ 97,6%.",
    "Khoảng 85% kiến nghị được giải quyết; trên 50% đại biểu phát biểu.",
    "Cấp huyện có tổng số 30 đại biểu, nữ 12 đại biểu, chiếm 40%; cấp xã có tổng số 220 đại biểu, nữ 55"
    " đại biểu, chiếm 25%.",
]
WRONG = [
    ("HĐND xã có tổng số 34 đại biểu, trong đó có 12 đại biểu nữ, chiếm 40%.", "40%", "35%"),
    ("Trong số 65 kiến nghị, đã trả lời 58 kiến nghị, đạt tỷ lệ 98,2%.", "98,2%", "89,2%"),
    ("Đã giải quyết 22/27 ý kiến (85,1%).", "85,1%", "81,5%"),
    ("Thu ngân sách 74,2 tỷ đồng, đạt 115,1% dự toán (70,6 tỷ đồng).", "115,1%", "105,1%"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_shares_that_follow(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("text", RIGHT[:5])
def test_shares_are_recognised(text: str) -> None:
    assert formulas(text, "percent")


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_shares_that_do_not_follow(text: str, stated: str, computed: str) -> None:
    found = findings(text, "percent")
    assert [(one.stated, one.computed, one.severity) for one in found] == [(stated, computed, "error")]


def test_the_fitting_base_is_said() -> None:
    assert "khoảng 30" in findings(WRONG[0][0], "percent")[0].message


def test_a_share_cut_instead_of_rounded_is_a_note() -> None:
    found = findings("Đã trả lời 44/89 ý kiến (49,43%).", "percent")
    assert [one.severity for one in found] == ["note"]
    assert check("Đã trả lời 44/89 ý kiến (49,43%).").errors == ()


@pytest.mark.parametrize("text", ["Có 14/12 người dự họp.", "Đã kiểm tra 10/09 xã trên địa bàn."])
def test_more_than_all(text: str) -> None:
    assert errors(text) == ["ratio"]


@pytest.mark.parametrize(
    "text",
    ["Có 12/14 người dự họp.", "Cụm công nghiệp 24/4 hoạt động tốt.", "Ngày 14/12 người dân dự họp.",
     "Thực hiện 14/12 cuộc giám sát, vượt kế hoạch."],
)  # fmt: skip
def test_not_more_than_all(text: str) -> None:
    assert errors(text) == []
