"""What the file leaves out, what was cancelled, what is of another year: told, never lost or brought back."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.organisations.models import Council
from dienhong.registers import actions

from ..factories import NOW, make_session
from .files import FIRST, counts, imported, previewed, row, told, workbook


def test_clearing_is_not_cancelling(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, closes_on=date(2023, 7, 19), note="Có khách")
    make_session(commune, clerk, ordinal=8)
    preview = imported(workbook(row(place=None)), commune, clerk)
    said = "Ô để trống nhưng hệ thống đang ghi “{}”; điều đã ghi được giữ nguyên."
    assert told(preview) == [
        (FIRST, "Địa điểm", "warning", said.format("Hội trường")),
        (FIRST, "Ghi chú", "warning", said.format("Có khách")),
    ]
    assert counts(preview) == {"same": 1, "warning": 1}
    assert CouncilSession.objects.filter(place="Hội trường", cancelled_at=None).count() == 2


def test_a_cancelled_record_is_not_brought_back_by_its_old_file(commune: Council, clerk: User) -> None:
    content = workbook(row(status="dự kiến"))
    imported(content, commune, clerk)
    session = CouncilSession.objects.get()
    actions.cancel(register, session, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    preview = imported(content, commune, clerk)
    said = "Bản ghi KH-2023-001 đã hủy nên dòng này không được ghi lại; hãy xóa dòng khỏi tệp."
    assert told(preview) == [(FIRST, "", "warning", said)]
    assert (preview.saved, counts(preview)) == (True, {"warning": 1})
    assert CouncilSession.objects.count() == 1


def test_a_cancelled_record_is_not_changed_but_its_number_may_be_taken_anew(
    commune: Council, clerk: User
) -> None:
    imported(workbook(row()), commune, clerk)
    session = CouncilSession.objects.get()
    actions.cancel(register, session, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    preview = previewed(workbook(row(code="KH-2023-001", place="Nhà văn hóa")), commune, clerk)
    assert told(preview) == [(FIRST, "Mã", "error", "Bản ghi KH-2023-001 đã hủy nên không sửa được nữa.")]
    other = imported(workbook(row(place="Nhà văn hóa")), commune, clerk)
    assert counts(other) == {"new": 1}


def test_a_day_outside_the_year_of_the_file_is_told(commune: Council, clerk: User) -> None:
    preview = imported(workbook(row(opens_on="08/01/2024", closes_on="08/01/2024")), commune, clerk)
    said = "Dòng này tính vào ngày 08/01/2024, ngoài năm 2023 của tệp; hãy xem lại ngày."
    assert told(preview) == [(FIRST, "", "warning", said)]
    assert CouncilSession.objects.get().code == "KH-2024-001"


def test_old_records_that_would_not_pass_today_are_told_and_left(commune: Council, clerk: User) -> None:
    imported(workbook(row()), commune, clerk)
    CouncilSession.objects.update(nominal_year=2020)
    preview = previewed(workbook(row(nominal_year=2020)), commune, clerk)
    assert counts(preview) == {"same": 1, "warning": 1}
    assert told(preview)[0][1] == "Thuộc chương trình năm"
