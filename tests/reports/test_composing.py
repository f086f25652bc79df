"""From a template to a paper: sections, live figures, appendices, every format, and data that stays data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.documents.blocks import plain
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.reports.addresses import Addresses, Nowhere
from dienhong.reports.composing import Composed, Composer, begin, strict, subject_of
from dienhong.reports.figures import Figures
from dienhong.reports.paper import ENDINGS, Head, Paper, document_of, paper_of
from dienhong.reports.sections import SectionText, sections_of

from ..documents.test_text_is_data import HOSTILE, of_html, of_markdown, of_pdf, of_word
from ..factories import make_council, make_session, make_user
from ..voters.factories import make_petition
from .papers import KIND, TEMPLATE, YEAR, covered

HELD = {"status": "closed"}


@pytest.fixture
def area(district: Council, commune: Council, sister: Council, district_clerk: User, clerk: User) -> Council:
    """Two sessions of the district, one of a commune, none of its sister; a petition of hostile words."""
    make_session(district, district_clerk, **HELD)
    make_session(district, district_clerk, ordinal=8, opens_on=date(2023, 10, 2), **HELD)
    make_session(commune, clerk, **HELD)
    make_petition(district, district_clerk, HOSTILE)
    return district


def drafted(council: Council) -> dict[str, str]:
    return {section.key: section.text for section in begin(KIND, Figures(covered(council)))}


def paper(council: Council, reader: User | None = None, as_of: date | None = None) -> Paper:
    coverage = covered(council, as_of)
    figures = Figures(coverage)
    composer = Composer(coverage, Addresses(coverage, reader) if reader else Nowhere(), figures)
    composed = composer.compose(begin(KIND, figures))
    head = Head(subject_of(KIND, figures), YEAR.label, 2024)
    return paper_of(KIND, head, composed, figures, reader or User.objects.operator())


def test_a_draft_has_its_names_settled_and_its_figures_live(area: Council) -> None:
    texts = drafted(area)
    assert list(texts) == ["mo-dau", "ket-qua", "ky-hop", "kien-nghi", "noi-nhan", "chu-ky"]
    assert texts["mo-dau"] == "HĐND các cấp báo cáo kết quả năm 2023."
    assert texts["ky-hop"].startswith('### 1. Kỳ họp\n\nĐã tổ chức {{ so("sessions.held") }} kỳ họp[^ky].')
    assert "HĐND huyện: {{" in texts["ky-hop"] and "{#" not in texts["ky-hop"]
    assert texts["noi-nhan"].startswith("- Thường trực Huyện ủy (báo cáo);")


def test_sentences_that_follow_from_data_are_drafted_only_where_they_are_true(
    area: Council, sister: Council, sister_clerk: User
) -> None:
    make_session(sister, sister_clerk)
    assert "- Chưa tổ chức kỳ họp" in drafted(area)["kien-nghi"]
    make_session(sister, sister_clerk, ordinal=9, **HELD)
    assert "Chưa tổ chức" not in drafted(area)["kien-nghi"]


def test_a_commune_reports_of_itself(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, **HELD)
    texts = drafted(commune)
    assert texts["mo-dau"] == "HĐND xã báo cáo kết quả năm 2023."
    assert texts["noi-nhan"].startswith("- Thường trực Đảng ủy xã")


def test_the_paper_says_what_the_registers_hold(area: Council) -> None:
    document = paper(area).document
    words = "\n".join(plain(line) for block in document.body for line in [getattr(block, "line", ())])
    assert "Đã tổ chức 03 kỳ họp." in words
    assert document.kind.abbreviation == "BC" and document.issuer.symbol == "TTHĐND"
    assert document.subject == "Kết quả hoạt động của HĐND các cấp năm 2023"
    assert (document.number, document.issued_on, document.year) == (None, None, 2024)
    assert [r.name for r in document.recipients] == ["Thường trực Huyện ủy"] and document.filing == "VT"
    assert document.signature and document.signature.authority == ("TM. THƯỜNG TRỰC HĐND",)


def test_a_note_names_each_council_and_who_said_nothing(area: Council) -> None:
    text = of_html(paper(area).document)
    assert "HĐND huyện: 02; xã Bên: chưa có số liệu; xã Mẫu: 01." in text


def test_appendices_hold_the_very_records(area: Council) -> None:
    petitions, sessions = paper(area).tables
    assert petitions.headings == ("STT", "Đơn vị", "Nội dung", "Ngày")
    assert petitions.words == [("1", "huyện Đăk Mẫu", HOSTILE, "27/6/2023")]
    assert sessions.headings == ("STT", "Kỳ họp", "Năm")
    assert [row[1] for row in sessions.words] == ["Kỳ họp thứ 7 (thường lệ)", "Kỳ họp thứ 8 (thường lệ)"]


def test_appendices_hold_what_the_reader_may_see(area: Council, commune: Council, clerk: User) -> None:
    make_petition(commune, clerk, "Kiến nghị của xã")
    stranger = make_user("chi.huyen", "clerk", area)  # type: ignore[arg-type]
    assert len(paper(area).tables[0].rows) == 2
    assert [row[1] for row in paper(area, stranger).tables[0].words] == ["huyện Đăk Mẫu"]


@pytest.mark.parametrize("read", [of_word, of_pdf, of_html])
def test_a_petition_prints_as_typed_in_every_format(area: Council, read: Callable[..., str]) -> None:
    """In the sentence that quotes it, and in the appendix."""
    bare = "".join(read(paper(area).document).split())
    assert bare.count("".join(HOSTILE.split())) == 2


def test_a_petition_prints_as_typed_in_markdown(area: Council) -> None:
    bare = "".join(of_markdown(paper(area).document).split())
    assert bare.count("".join(HOSTILE.split())) == 2


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_is_rendered(area: Council, ending: str) -> None:
    assert paper(area).rendered(ending)


def test_an_unknown_format_is_refused_with_those_that_are_known(area: Council) -> None:
    with pytest.raises(Refused, match=r"chỉ có: .docx, .pdf, .xlsx, .html, .md"):
        paper(area).rendered(".odt")


def test_a_section_that_cannot_be_worked_out_holds_up_no_other_but_no_paper_is_made(area: Council) -> None:
    coverage = covered(area)
    sections = [
        SectionText("a", "### 1. Một\n\n{{ so('no.such') }}"),
        SectionText("b", "{{ so('sessions.held') }}"),
    ]
    first, second = Composer(coverage, Nowhere()).compose(sections)
    assert str(first.refusal) == "Không có chỉ số “no.such”." and second.markdown == "03"
    with pytest.raises(Refused, match=r"“1. Một”: Không có chỉ số “no.such”"):
        strict([first, second])


def test_the_cost_does_not_grow_with_councils(area: Council, sister: Council, sister_clerk: User) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            paper(area)
        return len(captured)

    paper(area)
    few = statements()
    for number in range(5):
        council = make_council(f"xa-{number}", f"Xã Số {number}", upper=area)
        make_session(council, make_user(f"vanthu.{number}", "clerk", council), **HELD)  # type: ignore[arg-type]
    assert statements() == few


def test_headings_name_the_sections_and_their_depth() -> None:
    titles = {s.key: (s.title, s.depth) for s in sections_of(TEMPLATE)}
    assert titles == {
        "mo-dau": ("Mở đầu", 0),
        "ket-qua": ("I. KẾT QUẢ", 0),
        "ky-hop": ("1. Kỳ họp", 1),
        "kien-nghi": ("2. Kiến nghị", 1),
        "noi-nhan": ("Nơi nhận", 0),
        "chu-ky": ("Chữ ký", 0),
    }


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        ("## A {#a}\n\n## B {#a}\n\n## N {#noi-nhan}\n\n## K {#chu-ky}", "nhiều đoạn cùng tên: a"),
        ("## A {#a}", "thiếu đoạn: noi-nhan, chu-ky"),
    ],
)
def test_a_template_must_be_whole(template: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        sections_of(template)


def test_a_long_matter_is_broken_before_the_period(area: Council) -> None:
    long = "Tổng hợp kết quả hoạt động của HĐND huyện và HĐND các xã, thị trấn trong năm 2023, nhiệm kỳ 2021-2026"
    figures = Figures(covered(area))
    composed = [Composed(section, "") for section in begin(KIND, figures)]
    document = document_of(KIND, Head(long, "năm 2023", 2024), area, composed, ())
    assert document.subject == long.replace(" năm 2023", "\nnăm 2023")
