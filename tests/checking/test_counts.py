"""Announced numbers of things that are named."""

import pytest

from tests.checking.say import errors, findings, formulas

RIGHT = [
    "Giám sát tại 03 xã: An Khê, Sơn Hà và Kim Long.",
    "Chỉ có 3/9 xã có nội dung chất vấn (Mỹ Đức, Tân Lập, thị trấn Phú Xuân).",
    "Có 02 đơn vị (xã An Khê, xã Sơn Hà) chưa báo cáo.",
    "HĐND huyện có 02 Ban: Ban Pháp chế, Ban Kinh tế - Xã hội.",
    "Làm việc với 02 cơ quan: Sở Tài nguyên và Môi trường, Sở Nông nghiệp và Phát triển nông thôn.",
    "Giải trình 02 nội dung: (1) việc quản lý đất đai; (2) việc thu gom rác.",
    "Chủ trì có 03 đồng chí: Nguyễn Văn An, Trần Thị Bình, Lê Công.",
    "Tại 05 xã, nhất là: An Khê, Sơn Hà.",
    "Khảo sát 02 thôn (Kon Rẫy, xã Đăk Tờ Lung).",
    "Tập trung vào 02 nội dung sau:\n1. Công tác lập quy hoạch.\n2. Công tác quản lý chợ.",
    "Tại 04 xã: An Khê, Sơn Hà...",
]
WRONG = [
    ("Giám sát tại 03 xã: An Khê, Sơn Hà.", "03", "2"),
    ("Chỉ có 2/9 xã có nội dung chất vấn (Mỹ Đức, Tân Lập, thị trấn Phú Xuân).", "2", "3"),
    ("Có 03 đơn vị (xã An Khê, xã Sơn Hà) chưa báo cáo.", "03", "2"),
    ("Giải trình 03 nội dung: (1) việc quản lý đất đai; (2) việc thu gom rác.", "03", "2"),
    ("HĐND huyện có 03 Ban: Ban Pháp chế, Ban Kinh tế - Xã hội.", "03", "2"),
    ("Tập trung vào 03 nội dung sau:\n1. Công tác lập quy hoạch.\n2. Công tác quản lý chợ.", "03", "2"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_lists_as_long_as_announced(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("text", RIGHT[:6])
def test_lists_are_recognised(text: str) -> None:
    assert formulas(text, "count")


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_lists_longer_or_shorter(text: str, stated: str, computed: str) -> None:
    assert [(one.stated, one.computed) for one in findings(text, "count")] == [(stated, computed)]
