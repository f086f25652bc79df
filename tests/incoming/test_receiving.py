"""A report comes in: kept, read, checked, counted; whatever is refused leaves nothing behind."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import default_storage

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.files.models import StoredFile
from dienhong.incoming.models import IncomingReport, ReportCheck
from dienhong.incoming.queries import findings_of_report
from dienhong.incoming.states import ReportStatus
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.spans import Span

from ..checking.files import bomb, locked_pdf, paragraph, pdf, zipped
from ..checking.files import word as bare_word
from ..factories import TODAY, make_user
from .conftest import Receive
from .documents import LISTED, RIGHT_SUM, WRONG_SUM, plain, received, report_text, word


def test_a_report_is_read_checked_and_counted(receive_report: Receive, clerk: User) -> None:
    report = receive_report(word(RIGHT_SUM, WRONG_SUM, LISTED), "bao-cao.docx")
    assert (report.status, report.error_count, report.code) == (ReportStatus.CHECKED, 2, "KT-2023-001")
    assert report.title == "Báo cáo kết quả hoạt động của HĐND xã Mẫu năm 2023"
    assert (report.year, report.span, report.period_label) == (2023, Span.YEAR, "năm 2023")
    check = ReportCheck.objects.get(report=report)
    assert check.text == report_text(RIGHT_SUM, WRONG_SUM, LISTED)
    wrong, short = [one for one in findings_of_report(report) if one.severity == "error"]
    assert (wrong.code, short.code) == ("sum", "count")
    assert "15" in check.text[wrong.start : wrong.end]
    assert sum(one["holds"] for one in check.result["checked"]) >= 1
    assert [entry.verb for entry in Entry.objects.of_record(report)] == ["Ghi mới", "Kiểm tra số liệu"]
    assert not list(verify())


def test_what_was_typed_stands(receive_report: Receive) -> None:
    report = receive_report(plain(RIGHT_SUM), title="Báo cáo quý", year=2022, span=Span.THIRD_QUARTER)
    assert (report.title, report.year, report.period_label) == ("Báo cáo quý", 2022, "quý III năm 2022")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "rỗng"),
        (bomb(), "bất thường"),
        (b"MZ\x90" + bytes(200), "chương trình"),
        (locked_pdf(), "mật khẩu"),
        (pdf([[]] * 4), "giới hạn 3 trang"),
        (zipped(xl__workbook_xml="<workbook/>"), "bảng tính"),
        (zipped(word__document_xml="<w/>", word__vbaProject_bin="x"), "macro"),
        (bare_word(paragraph("  ")), "không có chữ"),
        (plain("XÃ MẪU", "TỐI MẬT"), "bí mật nhà nước"),
        (pdf([[]]), "ảnh quét"),
    ],
    ids=["empty", "bomb", "program", "locked", "pages", "sheet", "macro", "no words", "secret", "scan"],
)
def test_what_is_refused_leaves_nothing(
    data: bytes, sentence: str, receive_report: Receive, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CHECK_PAGE_LIMIT = 3
    monkeypatch.setattr("dienhong.checking.readers.pdf.recogniser", lambda: None)
    monkeypatch.setattr("dienhong.checking.readers.scan.recogniser", lambda: None)
    before = default_storage.listdir("")
    with pytest.raises(Refused) as refused:
        receive_report(data, "bao-cao.docx")
    assert sentence in refused.value.sentence
    assert len(refused.value.violations) == 1
    assert not IncomingReport.objects.exists() and not StoredFile.objects.exists()
    assert default_storage.listdir("") == before
    assert not Entry.objects.exists()


def test_who_may_not_and_what_does_not_fit(
    commune: Council, sister: Council, district: Council, district_clerk: User, clerk: User
) -> None:
    delegate = make_user("dai.bieu", Role.DELEGATE, commune)
    for stranger in (delegate, district_clerk):
        with pytest.raises(NotAllowed):
            received(commune, stranger, plain(RIGHT_SUM))
    for values, sentence in (
        ({"sender": None}, "Hội đồng gửi"),
        ({"sender": sister}, "thuộc cấp dưới"),
        ({"received_on": TODAY.replace(year=2024)}, "chưa đến"),
        ({"year": 1800}, "1946"),
    ):
        with pytest.raises(Refused, match=sentence):
            received(commune, clerk, plain(RIGHT_SUM), **values)
    assert not StoredFile.objects.exists()
    below = received(district, district_clerk, plain(RIGHT_SUM), sender=sister)
    typed = received(district, district_clerk, plain(RIGHT_SUM), sender=None, sender_name="Ban Pháp chế")
    assert (below.sender_label, typed.sender_label) == ("xã Bên", "Ban Pháp chế")
    leader = make_user("thuong.truc", Role.LEADER, commune)
    assert received(commune, leader, plain(RIGHT_SUM)).recorded_by == leader


def test_readers_are_the_council_and_the_office_above(
    receive_report: Receive, district_clerk: User, sister_clerk: User, commune: Council
) -> None:
    report = receive_report(plain(RIGHT_SUM))
    seen = IncomingReport.objects.visible_to
    delegate, front = make_user("d", Role.DELEGATE, commune), make_user("f", Role.FRONT, commune)
    assert [seen(user).filter(pk=report.pk).exists() for user in (district_clerk, delegate)] == [True, True]
    assert [seen(user).exists() for user in (sister_clerk, front)] == [False, False]
