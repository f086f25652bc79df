"""Petitions and rounds through the yearly workbook: their published history comes in, and goes out again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup import actions as following
from dienhong.followup.actions import Happened
from dienhong.followup.models import IncomingDocument, Undertaking
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council, Organisation
from dienhong.voters.models import Dispatch, Petition, VoterRound
from dienhong.workbook.exporting import export

from ..factories import NOW, make_body
from ..workbook.files import counts, imported, pages, previewed, told
from .factories import forward, make_petition

ROW = {
    "received_on": "27/6/2023",
    "text": "Sửa cầu treo qua suối",
    "field": "Giao thông",
    "lead": "UBND xã",
    "given_on": "03/7/2023",
    "dispatch": "12/TTHĐND",
}
ANSWER = {
    "result": "đã giải quyết",
    "answered_on": "15/8/2023",
    "answer_paper": "24/UBND",
    "answer": "Đã sửa xong",
}
SETTLED = {"settled_on": "20/8/2023", "settled_paper": "09/TTHĐND"}


@pytest.fixture(autouse=True)
def executive(commune: Council) -> Organisation:
    make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    make_body(commune, "department", "Phòng Nông nghiệp")
    return make_body(commune, "executive", "Ủy ban nhân dân xã Mẫu", short_name="UBND xã")


def petitions(*rows: dict[str, Any]) -> bytes:
    return pages({"petitions": rows})


def test_a_petition_comes_in_with_what_became_of_it(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    content = petitions(
        {**ROW, **ANSWER, **SETTLED, "supporters": "Phòng nông nghiệp", "due_on": "20/7/2023"}
    )
    preview = imported(content, commune, clerk)
    assert (preview.saved, counts(preview), told(preview)) == (True, {"new": 1}, [])
    petition = Petition.objects.get()
    undertaking = petition.undertaking
    assert undertaking is not None and petition.status == "resolved"
    assert (undertaking.lead, undertaking.assigned_on) == (executive, date(2023, 7, 3))
    assert (undertaking.due_on, undertaking.due_basis) == (date(2023, 7, 20), "HĐND đặt")
    assert undertaking.settled_on == date(2023, 8, 20)
    assert [line.step for line in undertaking.history.order_by("pk")] == ["assign", "report_done", "confirm"]
    assert {str(paper) for paper in IncomingDocument.objects.all()} == {
        "24/UBND ngày 15/8/2023",
        "09/TTHĐND ngày 20/8/2023",
    }
    again = imported(content, commune, clerk)
    assert (counts(again), told(again)) == ({"same": 1}, [])


def test_the_import_is_one_entry_whatever_it_carries_out(commune: Council, clerk: User) -> None:
    imported(petitions({**ROW, **ANSWER, **SETTLED}), commune, clerk)
    entry = Entry.objects.get(council_id=commune.pk)
    petition, undertaking = Petition.objects.get(), Undertaking.objects.get()
    assert entry.verb == "Nhập từ Excel"
    assert entry.changes[petition.code][1]["forwarded_on"] == "2023-07-03"
    assert entry.changes[undertaking.code][1]["status"] == "confirmed"
    for record in (petition, undertaking):
        assert list(Entry.objects.of_record(record)) == [entry]


def test_what_goes_to_one_body_by_one_paper_is_one_paper(commune: Council, clerk: User) -> None:
    other = {**ROW, "text": "Nạo vét mương", "lead": "Phòng Nông nghiệp"}
    imported(petitions(ROW, {**ROW, "text": "Làm đèn đường"}, other), commune, clerk)
    assert sorted(paper.petitions.count() for paper in Dispatch.objects.all()) == [1, 2]


def test_history_goes_on_with_the_next_file(commune: Council, clerk: User) -> None:
    imported(petitions(ROW), commune, clerk)
    plan = {"result": "đang giải quyết, có thời hạn", "answered_on": "20/7/2023", "promised_on": "01/8/2023"}
    preview = imported(
        petitions({**ROW, **plan, "answer": "Sẽ sửa", "answer_paper": "20/UBND"}), commune, clerk
    )
    assert [(c.label, c.new) for c in preview.rows[0].changes] == [
        ("Kết quả trả lời", "đang giải quyết, có thời hạn"),
        ("Ngày trả lời", "20/7/2023"),
        ("Hẹn xong ngày", "01/8/2023"),
        ("Nội dung trả lời", "Sẽ sửa"),
        ("Văn bản trả lời", "20/UBND"),
    ]
    preview = imported(petitions({**ROW, **ANSWER, **SETTLED}), commune, clerk)
    assert preview.saved, told(preview)
    assert Petition.objects.get().version == 2, "received, forwarded; nothing of its own was typed again"
    assert Petition.objects.get().status == "resolved"


def test_what_cannot_be_done_is_closed_with_its_explanation(commune: Council, clerk: User) -> None:
    answer = {**ANSWER, "result": "chưa giải quyết: chưa có kinh phí", "answer": "Chưa bố trí được vốn"}
    preview = imported(petitions({**ROW, **answer, **SETTLED}), commune, clerk)
    assert preview.saved, told(preview)
    assert Petition.objects.get().status == "unresolved"
    assert counts(previewed(export(commune, 2023, clerk), commune, clerk)) == {"same": 2}


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        (
            {"lead": None},
            "Cơ quan chủ trì giải quyết",
            "Thiếu “Cơ quan chủ trì giải quyết”: hãy ghi ô này hoặc bỏ các ô sau nó.",
        ),
        ({"given_on": None}, "Ngày chuyển", "Thiếu “Ngày chuyển”: hãy ghi ô này hoặc bỏ các ô sau nó."),
        ({"given_on": "26/6/2023"}, "Ngày chuyển", None),
        ({"due_on": "01/7/2023"}, "Ngày chuyển", "Hạn không được trước ngày giao."),
        ({"supporters": "UBND xã"}, "Cơ quan phối hợp", None),
        ({**ANSWER, "answered_on": "01/7/2023"}, "Ngày trả lời", None),
        ({**ANSWER, "answered_on": None}, "Ngày trả lời", None),
        (
            {**ANSWER, "answer_paper": None},
            "Văn bản trả lời",
            "Ghi thay phải nêu văn bản: số, ký hiệu và ngày.",
        ),
        ({**ANSWER, "answer": None}, "Nội dung trả lời", "Hãy ghi nội dung trả lời."),
        ({**ANSWER, "promised_on": "01/9/2023"}, "Hẹn xong ngày", None),
        (SETTLED, "Ngày xác nhận", None),
        ({**ANSWER, "settled_paper": "09/TTHĐND"}, "Ngày xác nhận", None),
    ],
    ids=str,
)
def test_what_the_rules_of_following_up_forbid_is_told_at_the_cell(
    commune: Council, clerk: User, cells: dict[str, Any], column: str, sentence: str | None
) -> None:
    preview = imported(petitions({**ROW, **cells}, {**ROW, "text": "Việc khác"}), commune, clerk)
    findings = told(preview)
    assert [(number, where, state) for number, where, state, _ in findings] == [(5, column, "error")], (
        findings
    )
    assert sentence in (None, findings[0][3])
    assert not preview.saved and not Petition.objects.exists() and not Undertaking.objects.exists()


def test_an_act_that_is_recorded_is_not_rewritten_by_a_cell(commune: Council, clerk: User) -> None:
    imported(petitions({**ROW, **ANSWER, **SETTLED}), commune, clerk)
    said = "“{}” đã được ghi khác; muốn sửa việc đã ghi, hãy làm trong hệ thống."
    for name, cell, label in (
        ("lead", "Phòng Nông nghiệp", "Cơ quan chủ trì giải quyết"),
        ("dispatch", "13/TTHĐND", "Văn bản chuyển"),
        ("answer", "Chưa sửa xong", "Nội dung trả lời"),
        ("settled_on", "21/8/2023", "Ngày xác nhận"),
    ):
        preview = imported(petitions({**ROW, **ANSWER, **SETTLED, name: cell}), commune, clerk)
        assert [message for *_, message in told(preview)] == [said.format(label)]


def test_without_a_standing_committee_nobody_confirms_on_paper(commune: Council, clerk: User) -> None:
    Organisation.objects.filter(kind="standing_committee").delete()
    preview = imported(petitions({**ROW, **ANSWER, **SETTLED}), commune, clerk)
    assert [(column, message) for _, column, _, message in told(preview)] == [
        (
            "Văn bản xác nhận",
            "Chưa có Thường trực Hội đồng trong danh mục cơ quan nên không ghi được văn bản xác nhận.",
        )
    ]


def test_an_export_tells_it_so_that_it_comes_back_the_same(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    department = Organisation.objects.get(kind="department")
    petition = make_petition(commune, clerk)
    forward(commune, [petition], executive, clerk, supporters=[department])
    part = Undertaking.objects.get().assignments.get(leads=True)
    make_petition(commune, clerk, text="Nạo vét mương")
    paper = following.record_document(
        council=commune, number="24/UBND", issued_on=date(2023, 8, 1), issuer=executive, by=clerk, at=NOW
    )
    happened = Happened(date(2023, 8, 1), text="Đang làm", result="in_progress", document=paper)
    following.answer(part, happened=happened, expected_version=1, by=clerk, at=NOW)
    content = export(commune, 2023, clerk)
    preview = previewed(content, commune, clerk)
    assert (counts(preview), told(preview)) == ({"same": 3}, [])


def test_the_same_history_comes_about_elsewhere(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    """An export of one office is the beginning of another."""
    imported(petitions({**ROW, **ANSWER, **SETTLED}), commune, clerk)
    make_body(sister, "standing_committee", "Thường trực HĐND xã Bên")
    make_body(sister, "executive", "UBND xã")
    content = pages({"petitions": [{**ROW, **ANSWER, **SETTLED, "code": Petition.objects.get().code}]})
    assert imported(content, sister, sister_clerk).saved
    assert Petition.objects.get(council=sister).status == "resolved"


def test_figures_as_of_a_day_follow_from_the_file(commune: Council, clerk: User) -> None:
    """Of three that were received, one was resolved by the end of August, and two by the end of September."""
    late = {**ANSWER, "answered_on": "05/9/2023", "settled_on": "10/9/2023", "settled_paper": "10/TTHĐND"}
    rows = [
        {**ROW, **ANSWER, **SETTLED},
        {**ROW, **late, "text": "Nạo vét mương"},
        {**ROW, "text": "Làm đèn"},
    ]
    assert imported(petitions(*rows), commune, clerk).saved
    indicator = get_indicator("petitions.received")
    for day, resolved in ((date(2023, 8, 31), 1), (date(2023, 9, 30), 2)):
        scope = Scope([commune], Period.between(date(2023, 1, 1), day), clerk)
        assert evaluate([indicator], scope)[indicator.code].by["status"]["resolved"] == resolved


def test_statements_for_what_is_the_same_do_not_grow(
    commune: Council, clerk: User, django_assert_num_queries: Any
) -> None:
    def content(number: int) -> bytes:
        return petitions(*({**ROW, **ANSWER, **SETTLED, "text": f"Việc {n}"} for n in range(number)))

    imported(content(12), commune, clerk)
    with django_assert_num_queries(12):
        imported(content(3), commune, clerk)
    with django_assert_num_queries(12):
        imported(content(12), commune, clerk)


def test_statements_for_what_is_new_do_not_grow(commune: Council, clerk: User) -> None:
    def statements(names: str) -> int:
        told = {**ROW, **ANSWER, **SETTLED, "supporters": "Phòng nông nghiệp"}
        rows = [{**told, "text": f"Việc {name}"} for name in names]
        with CaptureQueriesContext(connection) as captured:
            assert imported(petitions(*rows), commune, clerk).saved
        return len(captured)

    imported(petitions({**ROW, **ANSWER, **SETTLED, "text": "Việc đầu tiên trong năm"}), commune, clerk)
    assert statements("abc") == statements("defghijklmno")


# --- rounds ---
def test_councils_that_hold_a_round_together_are_named_in_one_cell(
    district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    row = {"kind": "chuyên đề", "theme": "nông thôn mới", "starts_on": "26/6/2023", "ends_on": "30/6/2023"}
    content = pages({"voter_rounds": [{**row, "councils": "xã Mẫu; HĐND xã Bên"}]})
    assert imported(content, district, district_clerk).saved
    held = VoterRound.objects.get()
    assert {share.council for share in held.shares.filter(ended_at=None)} == {commune, sister}
    assert counts(previewed(content, district, district_clerk)) == {"same": 1}
    assert counts(previewed(export(district, 2023, district_clerk), district, district_clerk)) == {"same": 2}
    alone = pages({"voter_rounds": [{**row, "councils": "xã Bên"}]})
    preview = imported(alone, district, district_clerk)
    assert [(c.old, c.new) for c in preview.rows[0].changes] == [("HĐND xã Bên; HĐND xã Mẫu", "HĐND xã Bên")]
    assert {share.council for share in held.shares.filter(ended_at=None)} == {sister}
