"""Delegates through the yearly workbook: exported and imported again, and corrected in Excel."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate, Person
from dienhong.workbook.actions import import_workbook, preview_workbook
from dienhong.workbook.exporting import export

from ..factories import NOW, make_body, make_constituency, make_mandate, make_position
from ..workbook.test_template import read
from .test_actions import end


def test_what_was_exported_comes_back_the_same(commune: Council, clerk: User) -> None:
    place = make_constituency(commune, clerk)
    mandate = make_mandate(commune, clerk, religion="catholic", constituency=place, birth_year=1970)
    make_position(make_body(commune, "committee", "Ban Pháp chế"), "head", mandate, clerk)
    end(make_mandate(commune, clerk, "Lê Văn Đi"), clerk)
    book = read(export(commune, 2021, clerk))
    preview = preview_workbook(book, council=commune, by=clerk, at=NOW)
    assert {(row.sheet, row.state.value) for row in preview.rows} == {
        ("Nhiệm kỳ", "same"),
        ("Đơn vị bầu cử", "same"),
        ("Đại biểu", "same"),
        ("Chức vụ", "same"),
    }, [row for row in preview.rows if row.state.value != "same"]


def test_the_same_file_makes_the_same_people_elsewhere(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk, religion="catholic", birth_year=1970)
    book = read(export(commune, 2021, clerk))
    Mandate.objects.all().delete()
    Person.objects.all().delete()
    preview = preview_workbook(book, council=commune, by=clerk, at=NOW)
    assert not Person.objects.exists(), "a preview keeps nothing"
    assert [row.state.value for row in preview.rows if row.sheet == "Đại biểu"] in (["new"], ["warning"])
    assert import_workbook(book, council=commune, by=clerk, at=NOW).saved
    assert Mandate.objects.get().religion == "catholic"
    assert Person.objects.get().birth_year == 1970
