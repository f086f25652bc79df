"""The measures of Decree 30/2020/NĐ-CP, appendix I: once, for every format. Sizes in points, lengths in mm."""

from dataclasses import dataclass
from typing import Literal

PAGE = (210.0, 297.0)
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
NUMBER_FROM_TOP = 10.0  # the page number stands in the middle of the top margin
TEXT_WIDTH = PAGE[0] - LEFT - RIGHT
TEXT_WIDTH_ACROSS = PAGE[1] - LEFT - RIGHT
HEAD = (67.0, TEXT_WIDTH - 67.0)  # issuing body | national motto
FOOT = (82.0, TEXT_WIDTH - 82.0)  # recipients | signature
ADDRESSEES_FROM = 25.4
COLON_FROM = ADDRESSEES_FROM + 17.6  # the dashes stand under the colon of "Kính gửi:"
FONT = "Times New Roman"
NOTE_STYLE = "footnote text"  # office programs know notes by this name and show it in their own language
SIGNING_SPACE = 62.0  # points between the signer's title and name: room for the signature and the seal


@dataclass(frozen=True, slots=True)
class Style:
    """How one part prints; `name` is the style's name in Word; `first` < 0 hangs."""

    name: str
    size: float
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "right", "justify"] = "left"
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    lines: float = 1
    keep_next: bool = False
    outline: int | None = None


def _heading(name: str, level: int, *, bold: bool = False, italic: bool = False) -> Style:
    return Style(
        name, 14, bold, italic, "justify", 0, 6, first=12.7, lines=1.1, keep_next=True, outline=level
    )


STYLES: dict[str, Style] = {
    "body": Style("Thân văn bản", 14, align="justify", after=6, first=12.7, lines=1.1),
    "motto": Style("Quốc hiệu", 13, bold=True, align="center"),
    "device": Style("Tiêu ngữ", 14, bold=True, align="center"),
    "superior": Style("Cơ quan chủ quản", 13, align="center"),
    "issuer": Style("Cơ quan ban hành", 13, bold=True, align="center"),
    "number": Style("Số ký hiệu", 13, align="center", before=6),
    "matter": Style("Trích yếu công văn", 12, align="center", before=6),
    "date": Style("Địa danh, thời gian", 14, italic=True, align="center", before=6),
    "title": Style("Tên loại văn bản", 14, bold=True, align="center", before=18, keep_next=True, outline=0),
    "subject": Style("Trích yếu", 14, bold=True, align="center", keep_next=True),
    "adopted": Style("Thẩm quyền ban hành", 14, bold=True, align="center", before=6, after=6),
    "addressee": Style("Kính gửi", 14, align="center", before=12, after=12),
    "addressees": Style("Kính gửi nhiều nơi", 14, before=12, after=6, left=ADDRESSEES_FROM, keep_next=True),
    "addressed": Style("Nơi được kính gửi", 14, after=6, left=COLON_FROM + 2.9, first=-2.9),
    "basis": Style("Căn cứ", 14, italic=True, align="justify", after=6, first=12.7, lines=1.1),
    "heading1": Style("Đề mục giữa trang", 14, bold=True, align="center", after=6, keep_next=True, outline=1),
    "heading2": _heading("Đề mục I", 1, bold=True),
    "heading3": _heading("Đề mục 1", 2, bold=True),
    "heading4": _heading("Đề mục 1.1", 3, bold=True, italic=True),
    "heading5": _heading("Đề mục a)", 4, italic=True),
    "heading6": _heading("Đề mục gạch đầu dòng", 5, italic=True),
    "recipients": Style("Nơi nhận", 12, bold=True, italic=True, keep_next=True),
    "recipient": Style("Danh sách nơi nhận", 11, keep_next=True),
    "authority": Style("Quyền hạn, chức vụ", 14, bold=True, align="center", keep_next=True),
    "signer": Style("Họ tên người ký", 14, bold=True, align="center", before=SIGNING_SPACE, after=6),
    "appendix": Style("Phụ lục", 14, bold=True, align="center", keep_next=True, outline=0),
    "appendix_title": Style("Tên phụ lục", 14, bold=True, align="center", keep_next=True),
    "enclosed": Style("Kèm theo văn bản", 14, italic=True, align="center", after=12),
    "cell_head": Style("Đầu bảng", 13, bold=True, align="center", before=2, after=2),
    "cell": Style("Ô bảng", 13, before=2, after=2),
    "note": Style(NOTE_STYLE, 10, align="justify"),
    "page": Style("Số trang", 14, align="center"),
    "rule": Style("Dòng kẻ", 4, align="center", before=3),
    "edge": Style("Mép trên", 1),
    "gap": Style("Khoảng trống", 6),
}
