"""Papers and their verification: due by rule, received in versions, late by body, opened by whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions import actions, divisions
from dienhong.council_sessions.models import CouncilSession, Paper, PaperOpening, Verification
from dienhong.council_sessions.queries import lateness_by_body
from dienhong.council_sessions.register import papers, register, verifications
from dienhong.council_sessions.register.papers import facts, standing, tasks
from dienhong.files.actions import Upload
from dienhong.files.heads import upload_of
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions as records

from ..factories import NOW, TODAY, make_body, make_user
from .factories import make_item, make_paper, make_verification, session_of

DUE = date(2023, 7, 13)


@pytest.fixture
def session(commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


def receive(paper: Paper, by: User, on: date, upload: Upload | None = None, **fields: Any) -> Any:
    paper.refresh_from_db()
    told = {"received_on": on, "expected_version": paper.version, "by": by, "at": NOW, **fields}
    return actions.receive_version(paper, upload=upload, **told)


def test_a_paper_is_due_by_the_rule_of_the_opening_day(session: CouncilSession, clerk: User) -> None:
    assert make_paper(session, clerk).due_on == DUE
    assert make_paper(session, clerk, normative=True).due_on == date(2023, 7, 15)
    own = make_paper(session, clerk, due_set_on=date(2023, 7, 1))
    assert own.due_on == date(2023, 7, 1)
    assert next(iter(facts(own))).explanation == "Do Thường trực đặt."


def test_due_dates_follow_a_session_that_is_moved_and_the_journal_says_so(
    session: CouncilSession, commune: Council, clerk: User
) -> None:
    paper, item = make_paper(session, clerk), make_item(session, clerk)
    verification = make_verification(session, make_body(commune, "committee", "Ban A"), clerk)
    assert verification.due_on == date(2023, 7, 8)
    moved = {"opens_on": date(2023, 7, 25), "closes_on": date(2023, 7, 25)}
    told = {"expected_version": session.version, "by": clerk, "at": NOW}
    records.change(register, session, values=moved, **told)
    for part in (paper, item, verification):
        part.refresh_from_db()
        assert part.counts_on == date(2023, 7, 25)
    assert (paper.due_on, verification.due_on) == (date(2023, 7, 20), date(2023, 7, 15))
    told_last = Entry.objects.of_record(paper).last()
    assert told_last and told_last.changes["due_on"] == ["2023-07-13", "2023-07-20"]
    assert paper.version == 2


def test_versions_are_numbered_and_the_first_day_counts(session: CouncilSession, clerk: User) -> None:
    paper = make_paper(session, clerk)
    assert standing(paper, DUE) == ("draft", "chưa nhận")
    assert standing(paper, date(2023, 7, 14)) == ("overdue", "chưa nhận, chậm 1 ngày")
    assert receive(paper, clerk, date(2023, 7, 14)).number == 1
    assert receive(paper, clerk, date(2023, 7, 17), note="Sửa mức thu").number == 2
    paper.refresh_from_db()
    assert paper.received_on == date(2023, 7, 14)
    assert standing(paper, TODAY) == ("due_soon", "chậm 1 ngày")
    receive(paper, clerk, DUE)
    paper.refresh_from_db()
    assert standing(paper, TODAY) == ("done", "đúng hạn")


def test_a_version_to_come_or_of_a_cancelled_paper_is_refused(session: CouncilSession, clerk: User) -> None:
    paper = make_paper(session, clerk)
    with pytest.raises(Refused, match="chưa đến"):
        receive(paper, clerk, date(2023, 11, 21))
    with pytest.raises(Changed):
        receive(paper, clerk, DUE, expected_version=9)
    records.cancel(papers, paper, reason="Ghi trùng", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã hủy"):
        receive(paper, clerk, DUE)


def test_a_state_secret_is_refused_and_nothing_of_it_is_kept(session: CouncilSession, clerk: User) -> None:
    secret = "MẬT\nTỜ TRÌNH\nVề phương án phòng thủ".encode()
    paper = make_paper(session, clerk)
    with pytest.raises(Refused, match="bí mật nhà nước"):
        receive(paper, clerk, DUE, upload_of("to-trinh.txt", secret))
    assert not StoredFile.objects.exists() and not paper.versions.exists()


def test_an_upload_comes_with_its_words_where_it_has_any() -> None:
    assert "phí chợ" in upload_of("a.txt", "TỜ TRÌNH về phí chợ".encode()).text
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"
    assert upload_of("a.png", png).text == ""


def test_who_opened_a_version_is_kept_once(session: CouncilSession, clerk: User, commune: Council) -> None:
    paper = make_paper(session, clerk)
    version = receive(paper, clerk, DUE, Upload("a.txt", b"To trinh"))
    delegate = make_user("daibieu", Role.DELEGATE, commune)
    first = actions.record_opening(version, by=delegate, at=NOW)
    assert actions.record_opening(version, by=delegate, at=NOW.replace(hour=20)) == first
    assert PaperOpening.objects.get().first_opened_at == NOW


def test_only_who_writes_takes_a_version_in(session: CouncilSession, clerk: User, commune: Council) -> None:
    paper = make_paper(session, clerk)
    with pytest.raises(NotAllowed):
        receive(paper, make_user("daibieu", Role.DELEGATE, commune), DUE)


def test_lateness_is_told_by_body_the_worst_first(
    session: CouncilSession, commune: Council, clerk: User
) -> None:
    finance, culture = (make_body(commune, "department", name) for name in ("Phòng A", "Phòng B"))
    make_paper(session, clerk, submitter=finance, received_on=date(2023, 7, 15))
    make_paper(session, clerk, submitter=finance, received_on=date(2023, 7, 10))
    make_paper(session, clerk, submitter=culture, received_on=DUE)
    make_paper(session, clerk)
    told = [(one.body, one.papers, one.late, one.most) for one in lateness_by_body(session, clerk, TODAY)]
    assert told == [("chưa ghi cơ quan", 1, 1, 130), ("Phòng A", 2, 1, 2), ("Phòng B", 1, 0, 0)]


def test_every_paper_is_in_time_late_or_still_to_come(session: CouncilSession, clerk: User) -> None:
    in_time = make_paper(session, clerk, received_on=DUE)
    late = make_paper(session, clerk, received_on=date(2023, 7, 14))
    missing = make_paper(session, clerk)

    def parts(day: date) -> dict[str, set[Any]]:
        return {
            part: set(Paper.objects.filter(divisions.on_time.part(part, day)))
            for part in divisions.on_time.parts
        }

    assert parts(DUE) == {"yes": {in_time}, "no": {late}, "pending": {missing}}
    assert parts(TODAY) == {"yes": {in_time}, "no": {late, missing}, "pending": set()}


def test_what_has_not_come_is_to_be_done(session: CouncilSession, clerk: User) -> None:
    make_paper(session, clerk, received_on=DUE)
    make_paper(session, clerk, title="Dự thảo")
    assert [(task.what, task.due_on) for task in tasks(Paper.objects.all(), TODAY)] == [
        ("Nhận tài liệu: Dự thảo", DUE)
    ]


def test_parts_of_another_session_are_refused(session: CouncilSession, commune: Council, clerk: User) -> None:
    other = make_item(session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12)), clerk)
    with pytest.raises(Refused, match="thuộc kỳ họp khác"):
        make_paper(session, clerk, item=other)
    with pytest.raises(Refused, match="thuộc kỳ họp khác"):
        make_verification(session, make_body(commune, "committee", "Ban A"), clerk, item=other)


def support(verification: Verification, by: User, *bodies: Any) -> None:
    verification.refresh_from_db()
    told = {"expected_version": verification.version, "by": by, "at": NOW}
    actions.set_supporters(verification, committees=bodies, **told)


def test_committees_support_one_that_leads(session: CouncilSession, commune: Council, clerk: User) -> None:
    lead, other = (make_body(commune, "committee", name) for name in ("Ban Pháp chế", "Ban KT-NS"))
    verification = make_verification(session, lead, clerk)
    support(verification, clerk, other)
    assert [row.committee for row in verification.supports.all()] == [other]
    with pytest.raises(Refused, match="Ban chủ trì không đồng thời"):
        support(verification, clerk, lead)
    with pytest.raises(NotAllowed):
        support(verification, make_user("daibieu", Role.DELEGATE, commune))
    support(verification, clerk)
    assert not verification.supports.exists()
    assert [entry.reason for entry in Entry.objects.of_record(verification)][1:] == ["Ban KT-NS", "không có"]


def test_a_verification_stands_as_its_committee_has_come(
    session: CouncilSession, commune: Council, clerk: User
) -> None:
    def stands(**fields: Any) -> tuple[str, str]:
        lead = make_body(commune, "committee", f"Ban {Verification.objects.count()}")
        assert verifications.standing
        return verifications.standing(make_verification(session, lead, clerk, **fields), date(2023, 7, 10))

    assert stands() == ("overdue", "chưa họp, chậm 2 ngày")
    assert stands(met_on=DUE) == ("neutral", "đã họp, chưa báo cáo")
    assert stands(reported_on=DUE, conclusion="amended") == ("done", "nhất trí, đề nghị chỉnh sửa")
    with pytest.raises(Refused, match="cả ngày và kết luận"):
        stands(reported_on=DUE)
