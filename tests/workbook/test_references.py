"""Cells that name something recorded elsewhere: by code, by name, or by what the same file is about to record."""

from __future__ import annotations

from datetime import date
from typing import Any
from unicodedata import normalize

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register as sessions
from dienhong.organisations.models import Council
from dienhong.people.models import Position
from dienhong.registers import actions
from dienhong.voters.actions import hold_together
from dienhong.voters.models import Petition, VoterMeeting, VoterRound
from dienhong.workbook.exporting import export

from ..factories import NOW, make_body, make_mandate, make_position, make_session, make_term, session_values
from ..voters.factories import make_meeting, make_petition, make_round
from .files import counts, imported, pages, previewed, read, row, told

ROUND = {
    "kind": "trước kỳ họp",
    "session": "Kỳ họp thứ 7 (thường lệ)",
    "starts_on": "26/6/2023",
    "ends_on": "30/6/2023",
}
MEETING = {
    "round": "Tiếp xúc cử tri trước kỳ họp thứ 7",
    "held_on": "27/6/2023",
    "place": "Nhà văn hóa thôn 1",
    "commune_delegates": "x",
}
PETITION = {
    "received_on": "27/6/2023",
    "text": "Sửa cầu treo qua suối",
    "field": "Giao thông",
    "meeting": "Nhà văn hóa thôn 1, 27/6/2023",
}


def round_of(**cells: Any) -> bytes:
    return pages({"voter_rounds": [{**ROUND, **cells}]})


def sentence(content: bytes, council: Council, by: User) -> str:
    (finding,) = told(previewed(content, council, by))
    return finding[3]


# --- one workbook for a council that has nothing ---
def test_parents_are_recorded_before_what_refers_to_them_whatever_the_order_of_the_sheets(
    commune: Council, clerk: User
) -> None:
    content = pages(
        {
            "petitions": [PETITION],
            "voter_meetings": [MEETING],
            "voter_rounds": [ROUND],
            "council_sessions": [row()],
        }
    )
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview), told(preview)) == (True, {"new": 4}, [])
    petition = Petition.objects.get()
    assert petition.meeting is not None and petition.meeting.round is not None
    assert petition.meeting.round.session == CouncilSession.objects.get()
    again = imported(content, commune, clerk)
    assert (counts(again), told(again)) == ({"same": 4}, [])


def test_delegates_hold_positions_in_the_same_file(commune: Council, clerk: User) -> None:
    make_body(commune, "committee", "Ban Pháp chế")
    mandate = {"full_name": "Đại biểu mẫu 01", "birth_year": 1978, "from_on": "23/5/2021"}
    position = {
        "organisation": "Ban pháp chế",
        "role": "Trưởng ban",
        "person": "Đại biểu mẫu 01",
        "from_on": "30/6/2021",
    }
    content = pages({"positions": [position], "mandates": [mandate]}, year=2021)
    preview = imported(content, commune, clerk)
    assert (preview.saved, told(preview)) == (True, [])
    assert Position.objects.get().holder == "Đại biểu mẫu 01"
    assert counts(imported(content, commune, clerk)) == {"same": 2}


def test_a_file_may_use_codes_of_its_own_for_what_it_records(commune: Council, clerk: User) -> None:
    content = pages(
        {"council_sessions": [row(code="KH-2020-099")], "voter_rounds": [{**ROUND, "session": "kh-2020-099"}]}
    )
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview)) == (True, {"new": 2, "warning": 1})
    session = VoterRound.objects.get().session
    assert session is not None and session.code == "KH-2023-001"


def test_what_names_a_row_with_a_mistake_waits_for_it_and_is_no_mistake_itself(
    commune: Council, clerk: User
) -> None:
    bad = row(opens_on="31/02/2023")
    content = pages({"council_sessions": [bad], "voter_rounds": [ROUND], "voter_meetings": [MEETING]})
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview)) == (False, {"error": 1, "warning": 2})
    waits = "Ô này nêu “{}” ở dòng 5 trang “{}”; dòng ấy đang có lỗi, hãy sửa dòng ấy trước."
    assert [(column, message) for _, column, state, message in told(preview) if state == "warning"] == [
        ("Kỳ họp", waits.format("Kỳ họp thứ 7 (thường lệ)", "Kỳ họp")),
        ("Đợt", waits.format("Tiếp xúc cử tri trước kỳ họp thứ 7", "Đợt tiếp xúc cử tri")),
    ]


def test_what_the_database_refuses_is_found_and_the_rest_still_referred_to(
    commune: Council, clerk: User
) -> None:
    clash = row(ordinal=7, kind="chuyên đề", place="Nhà văn hóa")
    content = pages({"council_sessions": [row(), clash], "voter_rounds": [ROUND]})
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview)) == (False, {"new": 2, "error": 1})
    assert [message for *_, message in told(preview)] == ["Nhiệm kỳ này đã có kỳ họp mang số thứ tự đó."]


# --- how a thing may be called ---
@pytest.mark.parametrize(
    "said",
    [
        "KH-2023-001",
        "kh-2023-001",
        "KH-2023-001 Kỳ họp thứ 7 (thường lệ)",
        "KỲ HỌP THỨ 7 (THƯỜNG LỆ)",
        "ky hop thu 7",
        "Kỳ họp thứ 07",
        normalize("NFD", "Kỳ  họp\u00a0thứ 7"),
    ],
)
def test_a_record_is_called_by_code_or_name(commune: Council, clerk: User, said: str) -> None:
    session = make_session(commune, clerk)
    make_session(commune, clerk, ordinal=8, kind="thematic")
    assert imported(round_of(session=said), commune, clerk).saved
    assert VoterRound.objects.get().session == session


@pytest.mark.parametrize(
    "said", ["UBND huyện", "Ủy ban nhân dân huyện Đắk Tô", "uỷ ban nhân dân huyện", "UBND huyện Đăk Tô"]
)
def test_a_body_is_called_by_its_full_or_its_short_name(commune: Council, clerk: User, said: str) -> None:
    body = make_body(commune, "executive", "Ủy ban nhân dân huyện Đăk Tô", short_name="UBND huyện")
    make_body(commune, "executive", "Ủy ban nhân dân xã Mẫu", short_name="UBND xã")
    cells = {"organisation": said, "role": "Chủ tịch", "full_name": "Lê Văn Mẫu", "from_on": "30/6/2021"}
    assert imported(pages({"positions": [cells]}, year=2021), commune, clerk).saved
    assert Position.objects.get().organisation == body


def test_of_two_terms_the_session_of_the_files_year_is_meant(commune: Council, clerk: User) -> None:
    now = make_session(commune, clerk)
    values = {**session_values(commune), "nominal_year": 2019}
    span = {"starts_on": date(2016, 5, 22), "ends_on": date(2021, 5, 22)}
    before = make_term(commune, ordinal=13, first_year=2016, last_year=2021, code="NK-2016-001", **span)
    values |= {"term": before, "opens_on": date(2019, 7, 18), "closes_on": date(2019, 7, 18)}
    actions.add(sessions, council=commune, values=values, by=clerk, at=NOW)
    assert imported(round_of(), commune, clerk).saved
    assert VoterRound.objects.get().session == now


def test_the_beginning_of_a_name_is_enough_where_only_one_begins_so(commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    assert previewed(round_of(session="Kỳ họp thứ"), commune, clerk).rows[0].state == "new"
    make_session(commune, clerk, ordinal=8, kind="thematic")
    assert sentence(round_of(session="Kỳ họp thứ"), commune, clerk) == (
        "Có nhiều mục tên “Kỳ họp thứ”: KH-2023-001 (Kỳ họp thứ 7 (thường lệ), 18/7/2023), "
        "KH-2023-002 (Kỳ họp thứ 8 (chuyên đề), 18/7/2023); hãy ghi mã hoặc tên đầy đủ."
    )


def test_two_delegates_of_one_name_are_told_apart_by_their_year(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk, "Y Mẫu", birth_year=1970)
    younger = make_mandate(commune, clerk, "Y Mẫu", birth_year=1990)
    make_body(commune, "committee", "Ban Pháp chế")
    cells = {"organisation": "Ban Pháp chế", "role": "Ủy viên", "from_on": "30/6/2021"}
    said = sentence(pages({"positions": [{**cells, "person": "Y Mẫu"}]}, year=2021), commune, clerk)
    assert said == "Có nhiều mục tên “Y Mẫu”: Y Mẫu (1970), Y Mẫu (1990); hãy ghi mã hoặc tên đầy đủ."
    assert imported(
        pages({"positions": [{**cells, "person": "Y Mẫu (1990)"}]}, year=2021), commune, clerk
    ).saved
    assert Position.objects.get().person == younger.person


# --- what is not there ---
def test_what_is_absent_is_told_with_the_nearest_names(commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    make_session(commune, clerk, ordinal=8)
    said = sentence(round_of(session="Kỳ họp thứ 9 (thường lệ)"), commune, clerk)
    assert said.startswith("Không có kỳ họp “Kỳ họp thứ 9 (thường lệ)”; có phải là: Kỳ họp thứ ")
    assert {"Kỳ họp thứ 7 (thường lệ)", "Kỳ họp thứ 8 (thường lệ)"} <= set(
        said[:-1].split(": ")[1].split(", ")
    )


def test_where_there_is_nothing_yet_that_is_said(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    make_session(sister, sister_clerk)
    assert sentence(round_of(), commune, clerk) == (
        "Không có kỳ họp “Kỳ họp thứ 7 (thường lệ)”: xã Mẫu chưa ghi kỳ họp nào."
    )


def test_what_was_cancelled_is_not_named_anew_but_stays_where_it_was(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    imported(round_of(), commune, clerk)
    actions.cancel(sessions, session, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    assert counts(previewed(round_of(), commune, clerk)) == {"same": 1}
    later = round_of(starts_on="01/7/2023", ends_on="02/7/2023")
    assert sentence(later, commune, clerk) == "KH-2023-001 đã hủy nên không chọn được nữa."


# --- shared with others ---
def test_a_round_of_the_council_above_is_named_by_the_councils_that_hold_it_too(
    district: Council, commune: Council, clerk: User, district_clerk: User
) -> None:
    shared = make_round(district, district_clerk)
    hold_together(shared, councils=[commune], expected_version=1, by=district_clerk, at=NOW)
    assert imported(pages({"voter_meetings": [{**MEETING, "round": shared.title}]}), commune, clerk).saved
    assert VoterMeeting.objects.get().round == shared


# --- back and forth ---
def test_references_of_an_export_come_back_to_the_same(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    round_ = make_round(commune, clerk, kind="before_session", session=session, theme="")
    meeting = make_meeting(commune, clerk, round=round_)
    make_petition(commune, clerk, meeting=meeting)
    mandate = make_mandate(commune, clerk, "Y Mẫu", birth_year=1990)
    make_position(make_body(commune, "committee", "Ban Pháp chế"), "head", mandate, clerk)
    preview = previewed(export(commune, 2023, clerk), commune, clerk)
    assert (counts(preview), told(preview)) == ({"same": 7}, [])


def test_what_has_no_name_of_its_own_is_exported_by_its_code(commune: Council, clerk: User) -> None:
    """Two meetings of one place and day cannot be told apart by name."""
    first = make_meeting(commune, clerk)
    second = make_meeting(commune, clerk)
    make_petition(commune, clerk, meeting=second)
    content = export(commune, 2023, clerk)
    cells = next(sheet for sheet in read(content).sheets if sheet.name == "Kiến nghị cử tri").rows[-1].cells
    assert cells["meeting"] == second.code != first.code


def test_statements_do_not_grow_with_the_rows_that_refer(
    commune: Council, clerk: User, django_assert_max_num_queries: Any
) -> None:
    make_session(commune, clerk)
    meetings = [{**MEETING, "place": f"Thôn {number}"} for number in range(40)]
    petitions = [{**PETITION, "text": f"Việc {n}", "meeting": f"Thôn {n}, 27/6/2023"} for n in range(40)]
    content = pages({"voter_rounds": [ROUND], "voter_meetings": meetings, "petitions": petitions})
    with django_assert_max_num_queries(50):
        preview = imported(content, commune, clerk)
    assert (counts(preview), told(preview)) == ({"new": 81}, [])


def test_where_only_a_few_are_there_all_are_named(commune: Council, clerk: User) -> None:
    for name in ("UBND xã Mẫu", "Công an xã"):
        make_body(commune, "executive", name)
    cells = {
        "organisation": "Trạm Y tế",
        "role": "Chủ tịch",
        "full_name": "Lê Văn Mẫu",
        "from_on": "30/6/2021",
    }
    said = sentence(pages({"positions": [cells]}, year=2021), commune, clerk)
    assert said == "Không có cơ quan, tổ chức “Trạm Y tế”; hãy chọn: UBND xã Mẫu, Công an xã."
