"""Delegates through the yearly workbook: exported and imported again, and corrected in Excel."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Constituency, Mandate, Person
from dienhong.workbook.actions import import_workbook, preview_workbook
from dienhong.workbook.exporting import export

from ..factories import NOW, make_body, make_constituency, make_mandate, make_position, make_term
from ..workbook.files import imported, pages, previewed, read, told
from .test_actions import end

SEAT = {"full_name": "Đại biểu mẫu 01", "birth_year": 1978, "from_on": "23/5/2021"}


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


def test_the_term_need_not_be_repeated_where_there_is_only_one(commune: Council, clerk: User) -> None:
    preview = imported(
        pages({"constituencies": [{"number": 1, "seats": 3, "polling_areas": 5}], "mandates": [SEAT]}),
        commune,
        clerk,
    )
    assert preview.saved
    assert Mandate.objects.get().term == Constituency.objects.get().term == commune.terms.get()


def test_of_several_terms_a_seat_is_of_the_one_that_runs_and_a_constituency_says_which(
    commune: Council, clerk: User
) -> None:
    span = {"starts_on": date(2016, 5, 22), "ends_on": date(2021, 5, 22)}
    make_term(commune, ordinal=13, first_year=2016, last_year=2021, code="NK-2016-001", **span)
    place = {"number": 1, "seats": 3, "polling_areas": 5}
    preview = previewed(pages({"constituencies": [place], "mandates": [SEAT]}), commune, clerk)
    assert [message for *_, message in told(preview)] == ["Hãy ghi khóa, nhiệm kỳ nào."]
    named = {**place, "term": "khóa XIV"}
    assert imported(pages({"constituencies": [named], "mandates": [SEAT]}), commune, clerk).saved
    assert Mandate.objects.get().term.ordinal == 14


def test_without_a_term_nobody_has_a_seat(commune: Council, clerk: User) -> None:
    commune.terms.all().delete()
    preview = previewed(pages({"mandates": [SEAT]}), commune, clerk)
    said = "Hội đồng chưa có khóa nào bắt đầu trước ngày 23/5/2021; hãy ghi khóa ấy trước."
    assert told(preview) == [(5, "Là đại biểu từ ngày", "error", said)]
