"""The blank workbook, the exported one, and the one with marked cells."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.workbook.cells import Grid
from dienhong.workbook.columns import sheet_of, sheet_registers
from dienhong.workbook.errors_file import errors_file
from dienhong.workbook.exporting import export
from dienhong.workbook.grid import read_grids
from dienhong.workbook.template import template

from ..factories import NOW, make_session
from .files import FIELDS, FIRST, HEADINGS, counts, imported, previewed, read, row, told, workbook


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def grids(content: bytes) -> dict[str, Grid]:
    return {sheet.name: sheet.grid for sheet in read_grids(content)}


# --- the blank form ---
def test_the_form_names_council_year_and_every_register(commune: Council) -> None:
    sheets = grids(template(commune, 2023))
    declared = [sheet_of(register).name for register in sheet_registers()]
    assert list(sheets) == ["Hướng dẫn", *declared, "Danh mục"]
    assert "Kỳ họp" in declared
    assert sheets["Kỳ họp"][0][0] == "Kỳ họp: HĐND xã Mẫu, năm 2023"
    assert [str(heading).removesuffix(" *") for heading in sheets["Kỳ họp"][3]] == list(HEADINGS)
    required = [heading for heading in sheets["Kỳ họp"][3] if str(heading).endswith(" *")]
    assert required == ["Kỳ họp thứ *", "Thuộc chương trình năm *", "Khai mạc ngày *", "Bế mạc ngày *"]
    book = read(template(commune, 2023))
    assert (book.council_slug, book.year, len(book.sheets)) == ("xa-mau", 2023, len(declared))


def test_the_guide_says_how(commune: Council) -> None:
    words = " ".join(str(cell) for line in grids(template())["Hướng dẫn"] for cell in line)
    for said in ("không phải là hủy", "Không phát sinh", "18/7/2023", register.purpose):
        assert said in words


def test_the_form_helps_while_typing(commune: Council) -> None:
    place = 2 + [r.code for r in sheet_registers()].index(register.code)
    sheet = parts(template(commune, 2023))[f"xl/worksheets/sheet{place}.xml"]
    assert re.search(r"'Danh mục'!\$[A-Z]+\$2:\$[A-Z]+\$4", sheet)
    assert "Gõ ngày/tháng/năm, ví dụ 18/7/2023. Bắt buộc." in sheet
    assert re.search(r'<row r="3"[^>]*hidden="1"', sheet)
    assert re.search(r'<pane [^>]*topLeftCell="B5"[^>]*state="frozen"', sheet)


def test_the_blank_form_imports_as_nothing(commune: Council, clerk: User) -> None:
    preview = imported(template(commune, 2023), commune, clerk)
    assert (preview.saved, preview.rows) == (True, ())


# --- the exported one ---
def test_an_export_has_the_year_of_the_council_and_no_more(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    make_session(commune, clerk, closes_on=date(2023, 7, 19), note="=1+1")
    make_session(commune, clerk, ordinal=4, opens_on=date(2022, 7, 5))
    make_session(sister, sister_clerk)
    struck = make_session(commune, clerk, ordinal=8)
    actions.cancel(register, struck, reason="Ghi nhầm", expected_version=1, by=clerk, at=NOW)
    day, last = date(2023, 7, 18), date(2023, 7, 19)
    assert grids(export(commune, 2023, clerk))["Kỳ họp"][5:] == [
        ["KH-2023-001", "thường lệ", 7, 2023, day, last, "Hội trường", "dự kiến", "=1+1"]
    ]


def test_an_export_shows_only_what_its_user_may_see(
    commune: Council, clerk: User, sister_clerk: User
) -> None:
    make_session(commune, clerk)
    assert len(grids(export(commune, 2023, sister_clerk))["Kỳ họp"]) == 5


def test_an_export_repeats_the_word_that_there_was_nothing(commune: Council, clerk: User) -> None:
    period = Period.year(2023)
    actions.say_nothing_to_report(register, council=commune, period=period, by=clerk, at=NOW)
    content = export(commune, 2023, clerk)
    assert grids(content)["Kỳ họp"][1][:2] == ["Không phát sinh trong năm (gõ x):", "x"]
    assert counts(imported(content, commune, clerk)) == {"same": 2}, "the term, and the word"


SESSIONS = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(["regular", "thematic", "extraordinary"]),
            "opens_on": st.dates(date(2023, 1, 1), date(2023, 12, 31)),
            "place": st.text(max_size=60),
            "note": st.text(max_size=400),
        }
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SESSIONS)
def test_an_export_imports_back_to_the_same(
    commune: Council, clerk: User, sessions: list[dict[str, object]]
) -> None:
    CouncilSession.objects.filter(council=commune).update(cancelled_at=NOW)
    for ordinal, fields in enumerate(sessions, start=1):
        clean = {n: v.replace("\x00", "") if isinstance(v, str) else v for n, v in fields.items()}
        make_session(commune, clerk, ordinal=ordinal, **clean)
    before = list(CouncilSession.objects.order_by("pk").values()), Entry.objects.count()
    preview = imported(export(commune, 2023, clerk), commune, clerk)
    assert (preview.saved, counts(preview)) == (True, {"same": len(sessions) + commune.terms.count()})
    assert told(preview) == []
    assert (list(CouncilSession.objects.order_by("pk").values()), Entry.objects.count()) == before


# --- the one with marked cells ---
def test_the_refused_file_comes_back_with_its_wrong_cells_marked(commune: Council, clerk: User) -> None:
    fields, headings = ["", *FIELDS[::-1]], ["STT", *HEADINGS[::-1]]
    bad = [1, *(row(kind="hằng  năm", opens_on="31/02/2023").get(f) for f in FIELDS[::-1])]
    content = workbook(bad, fields=fields, headings=headings, slug="xa-mau")
    book, preview = read(content), previewed(content, commune, clerk)
    marked = errors_file(book, preview)
    assert grids(marked)["Kỳ họp"] == grids(content)["Kỳ họp"]
    assert grids(marked)["Hướng dẫn"] == grids(content)["Hướng dẫn"]
    inside = parts(marked)
    assert "Không có mục “hằng năm”" in inside["xl/comments1.xml"]
    assert {'ref="F5"', 'ref="I5"'} <= set(re.findall(r'ref="\w+"', inside["xl/comments1.xml"]))
    assert "FFF4B6AE" in inside["xl/styles.xml"]
    assert re.search(r'<row r="3"[^>]*hidden="1"', inside["xl/worksheets/sheet2.xml"])


def test_a_mended_file_is_taken(commune: Council, clerk: User) -> None:
    content = workbook(row(opens_on="31/02/2023"), row(ordinal=8))
    marked = errors_file(read(content), previewed(content, commune, clerk))
    with_mistake = grids(marked)["Kỳ họp"][FIRST - 1 :]
    assert with_mistake[0][FIELDS.index("opens_on")] == "31/02/2023"
    with_mistake[0][FIELDS.index("opens_on")] = "18/7/2023"
    assert counts(imported(workbook(*with_mistake), commune, clerk)) == {"new": 2}


def test_what_is_about_a_whole_row_is_noted_at_its_code(commune: Council, clerk: User) -> None:
    content = workbook(row(opens_on="08/01/2024", closes_on="08/01/2024"))
    inside = parts(errors_file(read(content), previewed(content, commune, clerk)))
    assert 'ref="A5"' in inside["xl/comments1.xml"]
    assert "ngoài năm 2023 của tệp" in inside["xl/comments1.xml"]
