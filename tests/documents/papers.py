"""Documents that the tests print: a report with everything in it, a letter with a table, a resolution."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dienhong.documents.blocks import Heading, Line, Listing, Note, Paragraph, Table, Text, line_of
from dienhong.documents.kinds import KINDS
from dienhong.documents.official import Appendix, Issuer, OfficialDocument, Recipient, Signature

STANDING = Issuer(
    "Thường trực Hội đồng nhân dân",
    "TTHĐND",
    "Suối Mơ",
    superior="Hội đồng nhân dân huyện Suối Mơ",
    full_name="Thường trực Hội đồng nhân dân huyện Suối Mơ",
)
COUNCIL = Issuer("Hội đồng nhân dân huyện Suối Mơ", "HĐND", "Suối Mơ")
DEPUTY = Signature("Phó Chủ tịch", "Nguyễn Thị Ánh Dương", authority=("TM. Thường trực HĐND", "KT. Chủ tịch"))
HOSTILE = '{{7*7}} <b>*x*</b> #set page [link](javascript:alert(1)) $x$ \\input `a` _b_ & "c" ~d~ ^e^ @f --'
SENTENCE = (
    "Trong năm, Thường trực Hội đồng nhân dân đã duy trì phiên họp hằng tháng, xem xét các nội dung do Ủy ban nhân "
    "dân trình và đôn đốc việc giải quyết kiến nghị của cử tri tại từng địa bàn dân cư. "
)


def noted(before: str, note: str, after: str = ".") -> Line:
    return (Text(before), Note(line_of(note)), Text(after))


def table(rows: int) -> Table:
    header = (
        tuple(
            line_of(name) for name in ("STT", "Cử tri", "Nội dung kiến nghị", "Cơ quan trả lời", "Thời hạn")
        ),
    )
    return Table(
        header,
        tuple(
            (
                line_of(str(number)),
                line_of(f"Thôn {number}, xã Đá Bạc"),
                line_of(f"Sửa đường vào khu sản xuất số {number}, đoạn qua cầu treo bị sạt lở sau mùa mưa"),
                line_of("Ủy ban nhân dân huyện"),
                line_of("30/6/2024"),
            )
            for number in range(1, rows + 1)
        ),
        aligns=("center", "left", "left", "left", "center"),
    )


LETTERED = Listing(
    tuple(
        (Paragraph(line_of(f"Điểm {word};")),) for word in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")
    ),
    "a",
)

REPORT = OfficialDocument(
    issuer=STANDING,
    kind=KINDS["report"],
    subject="Tổng hợp kết quả hoạt động của Hội đồng nhân dân huyện, xã\nnăm 2023, nhiệm kỳ 2021-2026",
    number=4,
    issued_on=date(2024, 2, 7),
    body=(
        Paragraph(line_of(SENTENCE * 3)),
        Heading(2, line_of("I. KẾT QUẢ HOẠT ĐỘNG")),
        Heading(3, line_of("1. Kỳ họp")),
        Paragraph(noted("Đã ban hành 134 nghị quyết", "Cấp huyện: 26; cấp xã: 108")),
        Paragraph(
            (
                Text("Chữ đậm", bold=True),
                Text(" và "),
                Text("chữ nghiêng", italic=True),
                *noted(" có chú", "Thứ hai"),
            )
        ),
        Heading(4, line_of("1.1. Giám sát tại kỳ họp")),
        Heading(5, line_of("a) Chất vấn và trả lời chất vấn")),
        Heading(6, line_of("- Về xem xét báo cáo")),
        LETTERED,
        table(9),
        Heading(2, line_of("II. ĐÁNH GIÁ CHUNG")),
        *(Paragraph(line_of(SENTENCE * 4)) for _ in range(4)),
        Listing(
            (
                (Paragraph(line_of("Ý thứ nhất;")), Listing(((Paragraph(line_of("Ý con;")),),), "+")),
                (Paragraph(noted("Ý thứ hai", "Thứ ba", ";")),),
            )
        ),
        Paragraph(line_of("Trên đây là báo cáo của Thường trực Hội đồng nhân dân huyện.")),
    ),
    recipients=(
        Recipient("Thường trực HĐND tỉnh", "báo cáo"),
        Recipient("Thường trực Huyện ủy", "để b/c"),
        Recipient("Văn phòng HĐND và UBND huyện", members=("CVP, các PVP", "Chuyên viên theo dõi")),
    ),
    filing="VT, CTHĐ",
    signature=DEPUTY,
    appendices=(
        Appendix("Nội dung chất vấn", (table(40),), "1"),
        Appendix(
            "Kiến nghị của cử tri đã giải quyết",
            (Paragraph(noted("Số liệu", "Thứ tư")), table(30)),
            "2.1",
            landscape=True,
        ),
    ),
)

LETTER = OfficialDocument(
    issuer=STANDING,
    kind=KINDS["letter"],
    subject="kiểm tra lại số liệu trong báo cáo năm 2023",
    year=2024,
    unit="TH",
    addressees=("Thường trực Hội đồng nhân dân xã Đá Bạc", "Thường trực Hội đồng nhân dân xã Nà Hẩu"),
    body=(
        Paragraph(
            line_of("Qua xem xét báo cáo, Thường trực Hội đồng nhân dân huyện đề nghị làm rõ các điểm sau:")
        ),
        table(3),
        Paragraph(line_of("Đề nghị gửi lại báo cáo trước ngày 15/3/2024.")),
    ),
    recipients=(Recipient("Như trên"),),
    signature=DEPUTY,
)

RESOLUTION = OfficialDocument(
    issuer=COUNCIL,
    kind=KINDS["normative_resolution"],
    subject="Quy định mức chi bảo đảm hoạt động của Hội đồng nhân dân các cấp trên địa bàn huyện",
    number=16,
    issued_on=date(2023, 12, 20),
    adopted_by="Hội đồng nhân dân huyện Suối Mơ\nkhóa VIII, kỳ họp thứ Bảy",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Ngân sách nhà nước;"),
    body=(
        Heading(1, line_of("QUYẾT NGHỊ:")),
        Paragraph((Text("Điều 1. Phạm vi điều chỉnh", bold=True),)),
        Paragraph(line_of("1. Nghị quyết này quy định mức chi.")),
        Paragraph(
            (Text("Điều 2.", bold=True), Text(" Nghị quyết này có hiệu lực từ ngày 01 tháng 01 năm 2024."))
        ),
    ),
    signature=Signature("Chủ tịch", "Trần Văn Bình"),
)

MINUTES = replace(
    REPORT,
    kind=KINDS["minutes"],
    subject="Phiên họp tháng 01 năm 2024",
    appendices=(),
    countersignature=Signature("Thư ký", "Lê Thị Hoa"),
)
