"""Parts and wholes in running text: what adds up, what does not, and what was never meant to."""

import pytest

from tests.checking.say import errors, findings, formulas

HOLDING = [
    "HĐND thị xã ban hành 31 nghị quyết (cấp thị xã: 09; cấp phường, xã: 22).",
    "Đã tiếp 57 lượt công dân, trong đó: Thường trực HĐND tiếp 40 lượt; đại biểu tiếp 17 lượt.",
    "Tổng hợp 48 kiến nghị, gồm 20 kiến nghị về đất đai, 18 kiến nghị về giao thông và 10 kiến nghị về điện.",
    "Có 12 nội dung chất vấn[^1].\n\n[^1]: Nhóm tài chính 07 nội dung; nhóm văn hóa 05 nội dung.",
    "Các Ban tổ chức 15 cuộc giám sát, cụ thể: Ban Pháp chế 06 cuộc, Ban Kinh tế - Xã hội 09 cuộc.",
    "Ban Pháp chế có 05 thành viên (Trưởng ban, 01 Phó Trưởng ban và 03 Ủy viên).",
    "Thường trực HĐND huyện gồm 05 đồng chí: 01 Chủ tịch, 02 Phó Chủ tịch, 02 Ủy viên.",
    "Địa bàn có 11 huyện, thị xã, thành phố (08 huyện, 02 thị xã và 01 thành phố).",
    "Tổng kinh phí 12,5 tỷ đồng, trong đó: ngân sách tỉnh 8,2 tỷ đồng; ngân sách huyện 4,3 tỷ đồng.",
    "Kinh phí 1 tỷ 200 triệu đồng, gồm: ngân sách 900 triệu đồng; xã hội hóa 300 triệu đồng.",
    "Nhận 08 đơn: (1) Xã Tân Lập nhận 03 đơn; (2) xã Sơn Hà nhận 05 đơn.",
    "Có 40 ý kiến: xã Kim Long 25 ý kiến; xã An Khê 15 ý kiến; xã Mỹ Đức không có ý kiến.",
    "Tổ chức ba phiên giải trình (huyện: hai phiên; xã: một phiên).",
    "Cấp tỉnh 5 cuộc giám sát, cấp xã 17 cuộc giám sát, tổng cộng 22 cuộc giám sát.",
    "Có 153 vấn đề được nêu, giải trình tại chỗ 83 vấn đề, còn lại 70 vấn đề chuyển cơ quan chức năng.",
    "Tổng số 60 văn bản (12 kế hoạch, 20 báo cáo, 28 công văn).",
]
WRONG = [
    ("HĐND thị xã ban hành 31 nghị quyết (cấp thị xã: 09; cấp phường, xã: 23).", "31", "32"),
    ("Đã tiếp 57 lượt công dân, trong đó: Thường trực HĐND tiếp 40 lượt; đại biểu tiếp 27 lượt.", "57", "67"),
    ("Tổng hợp 48 kiến nghị, gồm 20 kiến nghị về đất đai, 18 kiến nghị về giao thông và 11 kiến nghị về"
     " điện.", "48", "49"),
    ("Có 12 nội dung chất vấn[^1].\n\n[^1]: Nhóm tài chính 07 nội dung; nhóm văn hóa 06 nội"
     " dung.", "12", "13"),
    ("Ban Pháp chế có 06 thành viên (Trưởng ban, 01 Phó Trưởng ban và 03 Ủy viên).", "06", "5"),
    ("Thường trực HĐND huyện gồm 05 đồng chí: 01 Chủ tịch, 02 Phó Chủ tịch, 03 Ủy viên.", "05", "6"),
    ("Địa bàn có 11 huyện, thị xã, thành phố (08 huyện, 03 thị xã và 01 thành phố).", "11", "12"),
    ("Nhận 08 đơn: (1) Xã Tân Lập nhận 03 đơn; (2) xã Sơn Hà nhận 06 đơn.", "08", "9"),
    ("Có 153 vấn đề được nêu, giải trình tại chỗ 83 vấn đề, còn lại 71 vấn đề chuyển cơ quan chức"
     " năng.", "153", "154"),
    ("Cấp tỉnh 5 cuộc giám sát, cấp xã 17 cuộc giám sát, tổng cộng 23 cuộc giám sát.", "23", "22"),
    ("Kinh phí 1 tỷ 200 triệu đồng, gồm: ngân sách 900 triệu đồng; xã hội hóa 200 triệu"
     " đồng.", "1 tỷ 200 triệu đồng",
     "1.100.000.000 đồng"),
]  # fmt: skip
NEVER_A_SUM = [
    "HĐND xã có 25 đại biểu, trong đó có 08 đại biểu nữ, 12 đại biểu là người dân tộc thiểu số, 05 đại"
    " biểu trẻ.",
    "Ban hành 45 văn bản, trong đó có 12 kế hoạch.",
    "Ban hành 134 nghị quyết, trong đó có 10 nghị quyết về đầu tư công, 15 nghị quyết về ngân sách.",
    "Có 20 kiến nghị, như: 02 kiến nghị về cầu, 03 kiến nghị về cống.",
    "Khoảng 1.650 cử tri tham dự (xã An Khê 500 cử tri; xã Sơn Hà 900 cử tri).",
    "Năm 2023 ban hành 12 nghị quyết (năm 2022: 10 nghị quyết; năm 2021: 15 nghị quyết).",
    "Tổ chức 05 cuộc giám sát tại 12 đơn vị, 03 xã.",
    "Có 60 người dự gồm 12 đại biểu, 30 cử tri và đại diện các phòng, ban.",
    "Các xã An Khê, Sơn Hà tổ chức 05 kỳ họp (mỗi xã 02 kỳ họp thường lệ, 01 kỳ họp chuyên đề).",
    "Theo Điều 5 và khoản 2 Điều 87, ngày 12/6/2024 có 03 nội dung (Phụ lục 1, 2 kèm theo).",
    "Có 896 vấn đề, trong đó có 153 vấn đề thuộc cấp tỉnh; giải trình tại chỗ 83 vấn đề, còn lại 70 vấn đề.",
    "Tổ chức 03 kỳ họp, ban hành 26 nghị quyết, trong đó 10 nghị quyết về kinh tế.",
]


@pytest.mark.parametrize("text", HOLDING)
def test_parts_that_make_the_whole_are_recognised(text: str) -> None:
    assert formulas(text)
    assert errors(text) == []


@pytest.mark.parametrize(("text", "stated", "computed"), WRONG)
def test_parts_that_do_not_make_the_whole_are_told(text: str, stated: str, computed: str) -> None:
    found = findings(text, "sum")
    assert [(one.stated, one.computed) for one in found] == [(stated, computed)]
    assert text[found[0].start : found[0].end].startswith(stated)


@pytest.mark.parametrize("text", NEVER_A_SUM)
def test_lists_that_need_not_add_up_are_left_alone(text: str) -> None:
    assert errors(text) == []


def test_a_part_greater_than_its_whole_is_told() -> None:
    assert errors("HĐND xã có 25 đại biểu, trong đó có 28 đại biểu nữ.") == ["sum"]


def test_money_with_decimals_may_be_rounded() -> None:
    text = "Tổng 12,5 tỷ đồng, trong đó: tỉnh 8,2 tỷ đồng; huyện 4,{} tỷ đồng."
    assert errors(text.format(4)) == []
    assert errors(text.format(8)) == ["sum"]
