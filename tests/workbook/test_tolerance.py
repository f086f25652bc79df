"""What clerks do to a workbook, all of it in one file: it is read as they mean it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from unicodedata import normalize

import pytest
import xlsxwriter

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.voters.models import Petition, VoterMeeting

from ..factories import make_body
from ..voters.factories import make_round
from .files import counts, imported, told

HEADINGS = (
    "Đợt",
    "Ngày",
    "Nơi tiếp xúc",
    "Đại biểu HĐND cấp xã",
    "Số cử tri dự",
    "Số ý kiến, kiến nghị",
)
ROUND = "Tiếp xúc cử tri nông thôn mới, từ 26/6/2023"
NFD = partial(normalize, "NFD")


def meetings(*rows: tuple[Any, ...], said: Callable[[str], str] = str, merge: bool = False) -> bytes:
    """A sheet of meetings without machine keys; the round stands once, merged over the rows, or in each."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet(said("Điểm tiếp xúc cử tri"))
        sheet.write_row(1, 0, [said(heading) for heading in HEADINGS])
        for number, cells in enumerate(rows, start=2):
            sheet.write_row(number, 0 if not merge else 1, cells)
        if merge:
            sheet.merge_range(2, 0, 1 + len(rows), 0, said(ROUND))
        for number in range(40):
            sheet.write(2 + len(rows) + number, 2, "  \u00a0" if number % 2 else "\u200b")
        sheet.write(2, 30, " ")
    return stream.getvalue()


@pytest.fixture(autouse=True)
def recorded(commune: Council, clerk: User) -> None:
    make_round(commune, clerk)


@pytest.mark.parametrize(
    "said",
    [str, str.upper, NFD, lambda text: NFD(text.upper()), lambda text: f" {text.replace(' ', chr(0xA0))} "],
    ids=["as it is", "capitals", "NFD", "NFD capitals", "non-breaking spaces"],
)
def test_headings_and_names_however_they_are_written(
    commune: Council, clerk: User, said: Callable[[str], str]
) -> None:
    row = (said(ROUND), "27/6/2023", said("Nhà văn hóa thôn 1"), said("có"), "1.020", "9 ")
    preview = imported(meetings(row, said=lambda text: said(text).strip()), commune, clerk)
    assert (preview.saved, counts(preview), told(preview)) == (True, {"new": 1}, [])
    meeting = VoterMeeting.objects.get()
    assert meeting.round is not None
    assert (meeting.held_on, meeting.attendees, meeting.opinions) == (date(2023, 6, 27), 1020, 9)


def test_a_name_merged_over_rows_is_named_by_each(commune: Council, clerk: User) -> None:
    rows = [("ngày 27 tháng 6 năm 2023", f"Thôn {number}", "x", "45 000", 3) for number in (1, 2, 3)]
    preview = imported(meetings(*rows, merge=True), commune, clerk)
    assert (counts(preview), told(preview)) == ({"new": 3}, [])
    assert {meeting.round_id for meeting in VoterMeeting.objects.all()} == {
        VoterMeeting.objects.first().round_id
    }  # type: ignore[union-attr]
    assert {meeting.attendees for meeting in VoterMeeting.objects.all()} == {45_000}


@pytest.mark.parametrize(
    "said", ["UBND xã Đăk Rơ Nga", "UBND xã Đắk Rơ Nga", "ubnd xa dak ro nga", "UBND XÃ ĐẮK RƠ NGA"]
)
def test_one_place_written_in_two_ways_is_one_place(commune: Council, clerk: User, said: str) -> None:
    body = make_body(commune, "executive", "UBND xã Đăk Rơ Nga")
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Kiến nghị cử tri")
        headings = ["Ngày tiếp nhận", "Nội dung kiến nghị", "Lĩnh vực"]
        sheet.write_row(0, 0, [*headings, "Cơ quan chủ trì giải quyết", "Ngày chuyển"])
        sheet.write_row(1, 0, ["27/6/2023", "Sửa cầu treo", "GIAO THÔNG", said, "03/7/2023"])
    assert imported(stream.getvalue(), commune, clerk).saved
    assert Petition.objects.get().lead == body
