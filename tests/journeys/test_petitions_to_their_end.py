"""A petition from the meeting to its end: repeats, forwarding, answers, giving back, confirming; one paper for many."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import FilePayload, Page, expect

from ..files.test_sniffing import PIXEL
from ..followup.books import answered
from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]

ROAD = "Đường Hùng Vương đoạn Khối 5 lại có ổ gà và đọng nước, cần duy tu sớm cho người đi lại an toàn"
LAMPS = "Lắp đèn chiếu sáng tại ngã tư chợ mới"
SCHOOL = "Bổ sung giáo viên mầm non cho điểm trường Khối 9"
BODY = "Phòng Kinh tế và Hạ tầng"


def record_petition(page: Page, text: str, field: str) -> None:
    page.get_by_label("Nội dung kiến nghị").fill(text)
    page.get_by_label("Lĩnh vực").select_option(field)


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def link_of(page: Page, name: str) -> str:
    """Where a link leads, whole."""
    return urljoin(page.url, page.get_by_role("link", name=name).first.get_attribute("href") or "")


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu").click()


def answer(page: Page, code: str, result: str, text: str, promised: str = "") -> None:
    page.get_by_role("link", name=code).first.click()
    page.get_by_role("link", name="Trả lời", exact=True).click()
    page.get_by_label(result, exact=True).check()
    page.get_by_label("Nội dung trả lời").fill(text)
    if promised:
        page.get_by_label("Hẹn xong ngày").fill(promised)


def test_a_petition_is_followed_to_its_end(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/diem-tiep-xuc/ghi-moi/")
    page.locator("[name=round]").select_option("")
    page.locator("[name=held_on]").fill("10/11/2026")
    page.get_by_label("Nơi tiếp xúc").fill("Hội trường Khối 5")
    page.locator("[name=attendees]").fill("85")
    page.locator("[name=opinions]").fill("3")
    clerk.show("meeting-form")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hội trường Khối 5")
    meeting = page.url
    for text, field in ((ROAD, "Giao thông"), (LAMPS, "Điện"), (SCHOOL, "Giáo dục - đào tạo")):
        page.goto(meeting)
        page.get_by_role("link", name="Ghi kiến nghị nêu tại đây").click()
        record_petition(page, text, field)
        if text == ROAD:
            expect(page.get_by_text("Có thể đã được nêu trước đây")).to_be_visible()
            clerk.show("petition-form-hint")
        save(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text(text[:40])
    page.goto(meeting)
    clerk.show("meeting-record")

    page.get_by_role("link", name=ROAD[:40]).click()
    page.get_by_role("link", name="Kiến nghị trùng").click()
    clerk.show("petition-repeats")
    page.get_by_role("button", name="Nối với KN-2023-001").click()
    expect(page.get_by_text("Nêu 02 lần")).to_be_visible()
    clerk.show("petition-record")

    page.get_by_role("link", name="Chuyển kiến nghị", exact=True).click()
    page.get_by_label(LAMPS).check()
    page.get_by_label("Cơ quan chủ trì giải quyết").select_option(label=BODY)
    page.get_by_label("Ngày chuyển").fill("12/11/2026")
    page.get_by_label("Số, ký hiệu văn bản chuyển").fill("45/TTHĐND")
    clerk.show("petition-forward")
    page.get_by_role("button", name="Chuyển kiến nghị").click()
    expect(page.get_by_text("Đã chuyển 02 kiến nghị")).to_be_visible()
    clerk.show("petitions-list")

    agency = person()
    agency.sign_in("phong.kinhte")
    body = agency.page
    expect(body.get_by_role("link", name=ROAD[:40])).to_be_visible()
    agency.show("agency-desk")
    expect(body.get_by_text(SCHOOL)).to_have_count(0)
    assert agency.go("/dak-to/kien-nghi/") == 404
    assert agency.go("/dak-to/theo-doi/") == 404
    agency.go("/dak-to/viec-duoc-giao/")
    answer(body, ROAD[:40], "đã giải quyết", "Đã vá ổ gà.")
    body.get_by_label("Tệp minh chứng").set_input_files([file("anh.exe", b"MZ\x90")])
    body.get_by_role("button", name="Gửi trả lời").click()
    expect(body.get_by_text("anh.exe: Tệp là chương trình chạy được").first).to_be_visible()
    body.get_by_label("Tệp minh chứng").set_input_files([file("anh-mat-duong.png", PIXEL)])
    agency.show("agency-answer")
    body.get_by_role("button", name="Gửi trả lời").click()
    expect(body.get_by_text("chờ xác nhận").first).to_be_visible()
    assert body.request.get(link_of(body, "anh-mat-duong.png")).body() == PIXEL
    first = body.url
    agency.go("/dak-to/viec-duoc-giao/")
    answer(body, LAMPS, "đang giải quyết, có thời hạn", "Lắp trong quý I.", "31/3/2027")
    body.get_by_role("button", name="Gửi trả lời").click()
    expect(body.get_by_text("Xin gia hạn", exact=False).last).to_be_visible()

    page.goto(first)
    assert page.request.get(link_of(page, "anh-mat-duong.png")).ok
    page.get_by_role("link", name="Trả lại, yêu cầu làm tiếp").click()
    page.get_by_label("Lý do").fill("Chưa xử lý nước đọng")
    page.get_by_role("button", name="Trả lại").click()
    expect(page.get_by_text("Chưa xử lý nước đọng")).to_be_visible()

    body.goto(first)
    body.get_by_role("link", name="Trả lời", exact=True).click()
    body.get_by_label("đã giải quyết", exact=True).check()
    body.get_by_label("Nội dung trả lời").fill("Đã vá ổ gà và khơi rãnh thoát nước.")
    body.get_by_role("button", name="Gửi trả lời").click()

    leader = person()
    leader.sign_in("thuongtruc.huyen")
    leader.page.goto(first)
    leader.page.get_by_role("link", name="Xác nhận đã xong").click()
    leader.page.get_by_role("button", name="Xác nhận đã xong").click()
    story = leader.page.locator(".timeline > li")
    expect(story).to_contain_text(
        [
            f"Xác nhận đã xong ({BODY})",
            "Đã vá ổ gà và khơi rãnh thoát nước.",
            "Chưa xử lý nước đọng",
            f"{BODY}: Báo đã xong – đã giải quyết",
            f"{BODY} chủ trì.",
        ]
    )
    expect(story.nth(3)).to_contain_text("anh-mat-duong.png")
    leader.show("undertaking-confirmed")
    leader.go("/dak-to/theo-doi/")
    leader.show("board")


def test_one_paper_answers_five_petitions(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.tancanh")
    page = clerk.page
    for number in range(1, 6):
        clerk.go("/tan-canh/kien-nghi/ghi-moi/")
        record_petition(page, f"Kiến nghị thử số {number} về đường liên thôn Đăk Rao", "Giao thông")
        page.get_by_label("Tiếp nhận qua").select_option("đơn, thư")
        page.get_by_label("Ngày tiếp nhận").fill("02/11/2026")
        save(page)
        expect(page.get_by_text("Đã ghi kiến nghị")).to_be_visible()
    clerk.go("/tan-canh/chuyen-kien-nghi/")
    for number in range(1, 6):
        page.get_by_label(f"Kiến nghị thử số {number}").check()
    page.get_by_label("Cơ quan chủ trì giải quyết").select_option(label="UBMTTQVN xã Tân Cảnh")
    page.get_by_label("Ngày chuyển").fill("03/11/2026")
    page.get_by_role("button", name="Chuyển kiến nghị").click()
    expect(page.get_by_text("Đã chuyển 05 kiến nghị")).to_be_visible()

    clerk.go("/tan-canh/van-ban-tra-loi/")
    clerk.show("paper-whose")
    page.get_by_role("link", name="Ủy ban MTTQ Việt Nam xã Tân Cảnh").click()
    page.get_by_label("Số, ký hiệu văn bản").fill("88/UBND-VP")
    page.get_by_label("Ngày văn bản").fill("15/11/2026")
    page.get_by_label("Ngày nhận").fill("16/11/2026")
    for chosen, text in zip(
        page.get_by_label("Kết quả").all(), page.get_by_label("Nội dung trả lời").all(), strict=True
    ):
        chosen.select_option("giải trình, cung cấp thông tin")
        text.fill("Đã đưa vào kế hoạch duy tu quý IV.")
    page.get_by_label("Bản quét, tệp kèm theo").set_input_files([file("88-UBND.png", PIXEL)])
    clerk.show("paper-answers")
    page.get_by_role("button", name="Ghi văn bản trả lời").click()
    expect(page.get_by_text("Đã ghi văn bản 88/UBND-VP trả lời 05 việc.")).to_be_visible()
    clerk.go("/tan-canh/viec-theo-doi/?tinh-trang=with_council")
    page.get_by_role("link", name="Kiến nghị thử số 3").click()
    expect(page.get_by_text("theo văn bản 88/UBND-VP ngày 15/11/2026")).to_be_visible()
    expect(page.get_by_role("link", name="88-UBND.png")).to_be_visible()
    clerk.show("undertaking-answered-on-paper")

    clerk.go("/tan-canh/theo-doi/")
    page.get_by_role("link", name="Xem xét trả lời (05)").click()
    page.get_by_label("Ngày xem xét").fill("20/11/2026")
    page.get_by_label("Số, ký hiệu văn bản").fill("12/TB-HĐND")
    page.get_by_label("Ngày văn bản").fill("20/11/2026")
    page.get_by_label("Cơ quan ban hành").select_option(label="Thường trực HĐND")
    for chosen in page.get_by_label("Quyết định").all():
        chosen.select_option("Xác nhận đã xong")
    clerk.show("paper-assessment")
    page.get_by_role("button", name="Ghi ý kiến xem xét").click()
    expect(page.get_by_text("Đã ghi ý kiến xem xét 05 trả lời.")).to_be_visible()
    clerk.go("/tan-canh/viec-theo-doi/?tinh-trang=done")
    page.get_by_role("link", name="Kiến nghị thử số 3").click()
    expect(page.get_by_text("theo văn bản 12/TB-HĐND ngày 20/11/2026")).to_be_visible()


def test_a_body_answers_by_excel(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/van-ban-tra-loi/")
    page.get_by_role("link", name=BODY).click()
    page.get_by_role("link", name="Nhập từ Excel").click()
    template = page.request.get(link_of(page, f"Tải mẫu cho {BODY}")).body()
    upload = page.url
    for name, result in (("sai", "xong rồi"), ("dung", "đã giải quyết")):
        content = answered(template, "Lưới điện thôn Đăk Pung", result, "Đã kéo dây, lắp công tơ riêng.")
        page.goto(upload)
        page.get_by_label("Tệp Excel").set_input_files([file(f"{name}.xlsx", content)])
        page.get_by_label("Số, ký hiệu văn bản").fill("31/KTHT")
        page.get_by_label("Ngày văn bản").fill("10/11/2026")
        page.get_by_label("Ngày nhận").fill("11/11/2026")
        page.get_by_role("button", name="Xem trước").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Trả lời của")
        clerk.show(f"answer-book-{name}")
        if name == "sai":
            expect(page.get_by_text("Không có mục “xong rồi”")).to_be_visible()
            expect(page.get_by_role("button", name="Ghi 01 trả lời")).to_have_count(0)
    page.get_by_role("button", name="Ghi 01 trả lời").click()
    expect(page.get_by_text(f"Đã ghi 01 trả lời của {BODY} theo văn bản 31/KTHT.")).to_be_visible()
    clerk.go("/dak-to/van-ban-tra-loi/tu-excel/")
    clerk.show("answer-book-upload")


def test_ending_a_body_moves_its_open_matters_and_says_so(person: Enter) -> None:
    ending, clerk = "Phòng Tài nguyên và Môi trường", person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    for text in ("Bãi rác Khối 9 bốc mùi", "Cắm mốc ranh giới đất làng"):
        clerk.go("/dak-to/kien-nghi/ghi-moi/")
        record_petition(page, text, "Môi trường - khoáng sản")
        page.get_by_label("Tiếp nhận qua").select_option("đơn, thư")
        page.get_by_label("Ngày tiếp nhận").fill("02/11/2026")
        save(page)
        expect(page.get_by_text("Đã ghi kiến nghị")).to_be_visible()
    clerk.go("/dak-to/chuyen-kien-nghi/")
    for text in ("Bãi rác Khối 9", "Cắm mốc ranh giới"):
        page.get_by_label(text).check()
    page.get_by_label("Cơ quan chủ trì giải quyết").select_option(label=ending)
    page.get_by_label("Ngày chuyển").fill("03/11/2026")
    page.get_by_role("button", name="Chuyển kiến nghị").click()
    expect(page.get_by_text("Đã chuyển 02 kiến nghị")).to_be_visible()

    administrator = person()
    administrator.sign_in("quantri")
    page = administrator.page
    administrator.go("/quan-tri/hoi-dong/dak-to/co-quan/")
    page.get_by_role("link", name=ending).first.click()
    page.get_by_role("link", name="Kết thúc").click()
    expect(page.get_by_text("việc phải theo dõi đang mở, sẽ chuyển cho cơ quan kế thừa")).to_be_visible()
    page.get_by_label("Kết thúc từ ngày").fill("20/11/2026")
    page.get_by_label("Căn cứ hoặc lý do").fill("Đề án sắp xếp tổ chức")
    page.get_by_role("button", name="Kết thúc cơ quan").click()
    expect(page.get_by_text("hãy nêu cơ quan kế thừa").first).to_be_visible()
    page.get_by_label(BODY).check()
    administrator.show("organisation-end")
    page.get_by_role("button", name="Kết thúc cơ quan").click()
    expect(page.get_by_text(f"việc phải theo dõi đang mở chuyển cho {BODY}: ")).to_be_visible()
    administrator.show("organisation-ended")
    agency = person()
    agency.sign_in("phong.kinhte")
    expect(agency.page.get_by_role("link", name="Cắm mốc ranh giới")).to_be_visible()
