"""An upload that waits to be confirmed: kept, looked at, imported once, told what changed meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.workbook import actions
from dienhong.workbook.models import WorkbookUpload

from ..factories import NOW, make_session, make_user
from .files import row, workbook

LATER = NOW + timedelta(hours=2)


def received(council: Council, by: User, content: bytes | None = None) -> WorkbookUpload:
    return actions.receive(council=council, name="so.xlsx", data=content or workbook(row()), by=by, at=NOW)


def fingerprint(upload: WorkbookUpload, by: User) -> str:
    return actions.preview_upload(upload, by=by, at=LATER).fingerprint


def confirmed(upload: WorkbookUpload, by: User) -> WorkbookUpload:
    return actions.confirm(upload, expected=fingerprint(upload, by), by=by, at=LATER)


def test_an_upload_writes_nothing_until_it_is_confirmed(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk)
    assert (upload.code, upload.waits(LATER), CouncilSession.objects.count()) == ("NX-2023-001", True, 0)
    done = confirmed(upload, clerk)
    assert (done.new_rows, done.changed_rows, done.imported_at) == (1, 0, LATER)
    assert CouncilSession.objects.get().recorded_at == LATER


def test_a_second_click_imports_nothing_more(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk)
    expected = fingerprint(upload, clerk)
    actions.confirm(upload, expected=expected, by=clerk, at=LATER)
    entries = Entry.objects.count()
    again = actions.confirm(upload, expected=expected, by=clerk, at=LATER)
    assert (again.new_rows, CouncilSession.objects.count(), Entry.objects.count()) == (1, 1, entries)


def test_the_import_is_one_entry_that_names_the_file(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk)
    confirmed(upload, clerk)
    verbs = [entry.verb for entry in Entry.objects.filter(council_id=commune.pk).order_by("pk")]
    assert verbs == ["Tải lên tệp", "Tải sổ Excel lên", "Nhập từ Excel"]
    assert Entry.objects.latest("pk").changes["sha256"] == [None, upload.file.sha256]


def test_what_changed_meanwhile_is_not_imported_unseen(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk)
    expected = fingerprint(upload, clerk)
    make_session(commune, clerk)
    with pytest.raises(Changed, match="hãy xem lại rồi xác nhận lần nữa"):
        actions.confirm(upload, expected=expected, by=clerk, at=LATER)
    assert WorkbookUpload.objects.get().imported_at is None
    assert CouncilSession.objects.count() == 1


def test_what_has_errors_is_not_imported_however_it_is_asked_for(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk, workbook(row(ordinal="bảy tám")))
    with pytest.raises(Refused, match="Tệp còn ô sai"):
        confirmed(upload, clerk)
    assert upload.waits(LATER)


def test_what_is_no_workbook_is_not_kept(commune: Council, clerk: User) -> None:
    with pytest.raises(Refused, match="không phải là sổ Excel"):
        received(commune, clerk, b"%PDF-1.4")
    assert not StoredFile.objects.exists()


def test_an_upload_waits_a_day_and_gives_way_to_the_next(commune: Council, clerk: User) -> None:
    first = received(commune, clerk)
    assert not first.waits(NOW + timedelta(days=1))
    second = received(commune, clerk, workbook(row(ordinal=8)))
    first.file.refresh_from_db()
    assert first.file.discarded_at is not None and second.waits(LATER)
    with pytest.raises(Refused, match="không còn được giữ"):
        actions.confirm(first, expected="", by=clerk, at=LATER)
    colleague = make_user("dong.nghiep", Role.CLERK, commune)
    actions.receive(
        council=commune, name="so.xlsx", data=workbook(), by=colleague, at=NOW + timedelta(days=2)
    )
    assert Entry.objects.filter(reason="Sổ Excel hết hạn chờ xác nhận").count() == 1


def test_an_upload_is_its_clerks_own_until_it_was_imported(commune: Council, clerk: User) -> None:
    upload, colleague = received(commune, clerk), make_user("dong.nghiep", Role.CLERK, commune)
    assert not WorkbookUpload.objects.visible_to(colleague).exists()
    with pytest.raises(Refused, match="không còn được giữ"):
        actions.confirm(upload, expected="", by=colleague, at=LATER)
    confirmed(upload, clerk)
    assert WorkbookUpload.objects.visible_to(colleague).get() == upload


def test_what_is_dropped_is_gone(commune: Council, clerk: User) -> None:
    upload = received(commune, clerk)
    actions.drop(upload, by=clerk, at=LATER)
    upload.refresh_from_db()
    assert not upload.waits(LATER)
    with pytest.raises(Refused, match="không còn được giữ"):
        actions.drop(upload, by=clerk, at=LATER)


def test_only_a_clerk_of_the_council_may(commune: Council, clerk: User, district_clerk: User) -> None:
    upload = received(commune, clerk)
    for user in (make_user("thuongtruc", Role.LEADER, commune), district_clerk):
        with pytest.raises(NotAllowed, match="Chỉ chuyên viên của HĐND xã Mẫu"):
            received(commune, user)
        with pytest.raises(NotAllowed):
            actions.confirm(upload, expected="", by=user, at=LATER)
        with pytest.raises(NotAllowed):
            actions.drop(upload, by=user, at=LATER)
