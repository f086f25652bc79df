"""Whose file it is, who may import it, and whether a preview still holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.kernel.errors import Changed, NotAllowed
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.models import NothingToReport
from dienhong.workbook.actions import import_workbook, preview_workbook

from ..factories import NOW, make_session, make_user
from .files import counts, imported, previewed, read, row, told, workbook


def test_the_file_of_another_council_is_refused_before_its_rows(commune: Council, clerk: User) -> None:
    preview = imported(workbook(row(), slug="xa-ben"), commune, clerk)
    said = "Tệp này lập cho “xa-ben”, không phải cho HĐND xã Mẫu; hãy nhập đúng tệp."
    assert told(preview) == [(1, "", "error", said)]
    assert not CouncilSession.objects.exists()


def test_only_who_may_write_may_import_or_preview(commune: Council, district_clerk: User) -> None:
    delegate = make_user("daibieu", Role.DELEGATE, commune)
    for user in (delegate, district_clerk):
        for act in (preview_workbook, import_workbook):
            with pytest.raises(NotAllowed, match="không được ghi hoặc sửa"):
                act(read(workbook(row())), council=commune, by=user, at=NOW)
    assert not CouncilSession.objects.exists()


def test_a_preview_writes_nothing_and_says_what_saving_says(commune: Council, clerk: User) -> None:
    content = workbook(row(), nothing=None)
    before = Entry.objects.count()
    preview = previewed(content, commune, clerk)
    assert (preview.saved, counts(preview)) == (False, {"new": 1})
    assert not CouncilSession.objects.exists()
    assert Entry.objects.count() == before
    assert imported(content, commune, clerk).rows == preview.rows
    assert CouncilSession.objects.get().code == "KH-2023-001"


def test_a_confirmed_preview_is_saved_only_while_it_still_holds(commune: Council, clerk: User) -> None:
    content = workbook(row(place="Nhà văn hóa"))
    session = make_session(commune, clerk, closes_on=date(2023, 7, 19))
    confirmed = previewed(content, commune, clerk).fingerprint
    actions.change(register, session, values={"note": "Sửa"}, expected_version=1, by=clerk, at=NOW)
    book = read(content)
    with pytest.raises(Changed, match="hãy xem lại rồi xác nhận lần nữa"):
        import_workbook(book, council=commune, by=clerk, at=NOW, expected=confirmed)
    assert CouncilSession.objects.get().place == "Hội trường"
    confirmed = previewed(content, commune, clerk).fingerprint
    assert import_workbook(book, council=commune, by=clerk, at=NOW, expected=confirmed).saved


def test_statements_do_not_grow_with_the_rows(
    commune: Council, clerk: User, django_assert_max_num_queries: Any
) -> None:
    rows = [
        row(ordinal=n, opens_on=date(2023, 1 + n % 11, 3), closes_on=date(2023, 1 + n % 11, 4))
        for n in range(1, 61)
    ]
    book = read(workbook(*rows))
    with django_assert_max_num_queries(30):
        preview = import_workbook(book, council=commune, by=clerk, at=NOW)
    assert counts(preview) == {"new": 60}


def test_the_word_stays_possible_in_a_year_without_records(commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    imported(workbook(nothing="x", year=2022), commune, clerk)
    assert NothingToReport.objects.get().first == Period.year(2022).first
