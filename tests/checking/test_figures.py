"""What is a figure, and what is only a number."""

from decimal import Decimal

import pytest

from dienhong.checking.figures import find_figures


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [("đã ban hành 05 nghị"
      " quyết", 5, "nghị quyết", "count"), ("1.650 lượt cử tri", 1650, "lượt cử tri", "count"),
     ("có 44 ý kiến, kiến"
      " nghị", 44, "ý kiến, kiến nghị", "count"), ("xã:32 nội dung", 32, "nội dung", "count"),
     ("chiếm 30,3%", Decimal("30.3"), "", "percent"), ("đạt 30.3 %", Decimal("30.3"), "", "percent"),
     ("thu 74,2 tỷ"
      " đồng", 74_200_000_000, "đồng", "money"), ("chi 1 tỷ 200 triệu đồng", 1_200_000_000, "đồng", "money"),
     ("có 03/09 xã", 3, "xã", "share"), ("tổ chức mười hai phiên họp", 12, "phiên họp", "count"),
     ("có 02 (hai) báo cáo", 2, "báo cáo", "count"), ("các phường 12; xã", 12, "", "count"),
     ("trong số 65 kiến"
      " nghị", 65, "kiến nghị", "count"), ("11 huyện, thị xã, thành"
                                           " phố", 11, "huyện, thị xã, thành phố", "count")],
)  # fmt: skip
def test_figures(text: str, value: int | Decimal, unit: str, kind: str) -> None:
    (figure,) = find_figures(text)
    assert (figure.value, str(figure.unit), figure.kind) == (value, unit, kind)


@pytest.mark.parametrize(
    "text",
    ["Điều 5, khoản"
     " 2", "kỳ họp thứ 9", "lần 3", "Tổ 2 xã Diên Bình", "năm 2023", "ngày 09/5/2023", "từ 25-26/7/2023",
     "tháng 7/2023", "06 tháng đầu"
                     " năm", "nhiệm kỳ 2021-2026", "Nghị quyết số 96/2023/QH15", "Công văn số 248/UBND-TH",
     "Nghị quyết 594/NQ-UBTVQH15", "phụ lục 2.1, 2.2 kèm"
                                   " theo", "(1) Xã Tân Lập; (2) xã Sơn Hà", "kỳ họp này", "Quốc lộ 14",
     "lúc 14 giờ 30", "hai cấp", "lần thứ Hai", "giai đoạn 2021 – 2025", "Covid-19", "K12"],
)  # fmt: skip
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    "text", ["khoảng 50 người", "trên 50%", "gần 2 tỷ đồng", "ít nhất 01 chuyên đề/năm", "5 người trở lên"]
)
def test_approximate_figures(text: str) -> None:
    assert all(figure.approximate for figure in find_figures(text))
