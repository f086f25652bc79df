"""The first sheet of a workbook: whose it is, of which year, and how it is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.workbook.cells import Cell, Grid
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.layout import BOOK_KEY, EXAMPLE, NOTHING
from dienhong.workbook.painting import Page
from dienhong.workbook.reading import YEAR_LABEL

GUIDE = "Hướng dẫn"
FORM_VERSION = 1
GUIDE_WIDTHS = (24, 110)

HOW_TO: Sequence[str] = (
    "Mỗi trang là một sổ; mỗi dòng là một bản ghi. Tiêu đề có dấu * là ô bắt buộc. Bấm vào một ô để xem cách ghi.",
    "Ngày gõ ngày/tháng/năm: 18/7/2023. Số gõ chữ số: 7, 1.650 hoặc 1650; phần lẻ sau dấu phẩy: 74,2.",
    "Ô có danh sách thì chọn trong danh sách; gõ tay cũng được, không phân biệt chữ hoa, chữ thường hay dấu.",
    "Cột Mã để trống khi ghi mới. Dòng đã có mã là bản ghi đã có trong hệ thống: sửa ô nào thì bản ghi đổi ô ấy.",
    f"Cả năm không có gì để ghi vào một sổ thì gõ x ở ô “{NOTHING}” của trang đó. Để trang trống là chưa báo, "
    "không phải là không có.",
    "Xóa một dòng hay để trống một ô không phải là hủy: điều đã ghi vẫn còn. Muốn hủy hoặc xóa, làm trong hệ thống, "
    "có ghi lý do.",
    f"Dòng chữ xám có chữ “{EXAMPLE}” ở cột Mã chỉ để xem, không được đọc.",
    "Có thể đổi chỗ, thêm cột của riêng mình. Đừng xóa dòng tiêu đề và dòng ẩn ngay trên nó.",
    "Nhập cùng một tệp hai lần không ghi thêm gì. Có một ô sai thì cả tệp chưa được ghi; mỗi ô sai được chỉ rõ "
    "trang, dòng, cột và cách sửa.",
)


def guide_page(registers: Sequence[Register], council: Council | None, year: int | None) -> Page:
    """The sheet, with the workbook's own key in its hidden row."""
    how_to: Grid = [[f"{number}.", words] for number, words in enumerate(HOW_TO, start=1)]
    grid: Grid = [
        ["SỔ GHI HOẠT ĐỘNG CỦA HỘI ĐỒNG NHÂN DÂN"],
        [BOOK_KEY, council.slug if council else "", year, FORM_VERSION],
        ["Hội đồng", council.name if council else ""],
        [YEAR_LABEL, year],
        [],
        ["Cách ghi"],
        *how_to,
        [],
        ["Các trang"],
        *(_about(register) for register in registers),
    ]
    return Page(GUIDE, grid, hidden_rows=(1,), widths=GUIDE_WIDTHS)


def _about(register: Register) -> list[Cell]:
    return [sheet_of(register).name, register.purpose]
