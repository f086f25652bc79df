"""A clerk drops a commune's report, sees what cannot be right and where, judges it, and writes to the sender."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from ..checking.files import locked_pdf
from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]

PARAGRAPHS = (
    "HỘI ĐỒNG NHÂN DÂN XÃ TÂN CẢNH",
    "BÁO CÁO",
    "Kết quả hoạt động của Hội đồng nhân dân xã năm 2023",
    "I. KẾT QUẢ HOẠT ĐỘNG",
    "1. Công tác tổ chức kỳ họp",
    "Trong năm, HĐND xã đã tổ chức 09 kỳ họp; tại các kỳ họp đã xem xét, thông qua 14 nghị quyết trên các lĩnh vực "
    "kinh tế, văn hóa, xã hội và tổ chức bộ máy. Tài liệu kỳ họp được gửi đến đại biểu đúng thời gian quy định.",
    "2. Hoạt động giám sát",
    "Thường trực HĐND, hai Ban HĐND đã tổ chức 08 cuộc giám sát, khảo sát (Thường trực HĐND: 03; Ban Pháp chế: 02; "
    "Ban Kinh tế - Xã hội: 04). Qua giám sát đã chỉ ra việc làm được, việc còn chậm và kiến nghị cách khắc phục.",
    "3. Tiếp xúc cử tri",
    "Đã tiếp nhận 22 kiến nghị của cử tri (đã giải quyết 15; đang giải quyết 07), tập trung vào đường giao thông nông "
    "thôn, nước sinh hoạt và chế độ của người hoạt động không chuyên trách ở thôn.",
    "- Tiếp xúc trước và sau kỳ họp tại 04 thôn: Đăk Rao Lớn, Đăk Rao Nhỏ, Đăk Ri Peng.",
    "- Ý kiến của cử tri được tổng hợp, gửi cơ quan có thẩm quyền trong 05 ngày làm việc.",
    "II. HẠN CHẾ",
    "Một số kiến nghị trả lời còn chung chung, chưa nêu rõ thời hạn giải quyết; việc theo dõi sau giám sát chưa thường "
    "xuyên. Trong 22 kiến nghị có 15 kiến nghị đã giải quyết, chiếm 78,2%.",
)
ROWS = (
    ("Thôn", "Số điểm", "Lượt cử tri"),
    ("Đăk Rao Lớn", "02", "145"),
    ("Thôn 1", "02", "110"),
    ("Tổng", "04", "256"),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A Word file with a wrong sum, a list too short, a wrong share, a table that does not add up."""
    document = docx.Document()
    for line in PARAGRAPHS:
        document.add_paragraph(line)
    table = document.add_table(rows=len(ROWS), cols=len(ROWS[0]))
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    path = tmp_path / "bao-cao-tan-canh.docx"
    document.save(str(path))
    return path


def drop(page: Page, path: Path) -> None:
    page.get_by_label("Tệp báo cáo").set_input_files(path)
    page.get_by_label("Nơi gửi", exact=True).select_option("HĐND xã Tân Cảnh")
    page.get_by_role("button", name="Đọc và kiểm tra").click()


def test_a_report_is_checked_judged_and_answered(person: Enter, report: Path) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/kiem-tra-so-lieu/")
    clerk.show("checking-empty")
    drop(page, report)
    expect(page.get_by_role("heading", level=1)).to_contain_text("năm 2023")
    findings = page.get_by_role("region", name="Phát hiện")
    expect(findings).to_contain_text("04 sai")
    clerk.show("checking-report")

    wrong = findings.get_by_role("listitem").filter(has_text="08 cuộc")
    wrong.get_by_role("link", name="Xem chỗ này").click()
    number = re.sub(r"\D", "", wrong.get_attribute("id") or "")
    expect(page.locator(f"#cho-{number}")).to_be_in_viewport()
    expect(page.locator(f"#cho-{number} + mark")).to_contain_text("08 cuộc")
    wrong.get_by_role("button", name="Cần sửa").click()
    expect(wrong.get_by_text("Cần sửa", exact=True)).to_be_visible()

    short = findings.get_by_role("listitem").filter(has_text="04 thôn")
    short.get_by_text("Bỏ qua…").click()
    short.get_by_label("Lý do bỏ qua").fill("Điểm thứ tư nêu ở phụ lục")
    short.get_by_role("button", name="Bỏ qua phát hiện").click()
    expect(short).to_contain_text("Điểm thứ tư nêu ở phụ lục")
    findings.get_by_text("Đã đối chiếu").click()
    clerk.show("checking-decided")

    with page.expect_download() as download:
        page.get_by_role("link", name="Công văn đề nghị sửa").click()
    letter = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    cells = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
    assert any("08 cuộc" in cell for cell in cells) and not any("04 thôn" in cell for cell in cells)

    page.get_by_role("link", name="Gửi trả để sửa").click()
    page.get_by_role("button", name="Gửi trả để sửa").click()
    expect(page.get_by_text("Đã gửi trả").first).to_be_visible()
    page.get_by_role("link", name="Kiểm tra số liệu").last.click()
    clerk.show("checking-list")
    expect(page.get_by_role("row", name="xã Tân Cảnh")).to_contain_text("Đã gửi trả", ignore_case=True)


def test_a_file_that_is_refused_says_why_and_leaves_nothing(person: Enter, tmp_path: Path) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.poko")
    clerk.go("/po-ko/kiem-tra-so-lieu/")
    page = clerk.page
    for name, data, sentence in (
        ("bao-cao.docx", b"MZ" + bytes(500), "chương trình"),
        ("bao-cao.pdf", locked_pdf(), "mật khẩu"),
        ("rong.txt", b"", "rỗng"),
    ):
        (tmp_path / name).write_bytes(data)
        page.get_by_label("Tệp báo cáo").set_input_files(tmp_path / name)
        page.get_by_role("button", name="Đọc và kiểm tra").click()
        expect(page.get_by_role("alert").first).to_contain_text(sentence)
    clerk.show("checking-refused")
    clerk.go("/po-ko/kiem-tra-so-lieu/")
    expect(page.get_by_text("Chưa có báo cáo nào")).to_be_visible()
