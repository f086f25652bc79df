"""What a text may ask for, and the sentence where it cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.actions import say_nothing_to_report
from dienhong.reports.addresses import Addresses, Nowhere
from dienhong.reports.composing import Composer
from dienhong.reports.coverage import Coverage
from dienhong.reports.helpers import HELPERS, meanings
from dienhong.reports.language import LIVE, unescape
from dienhong.voters.register import petitions

from ..factories import NOW, make_body, make_session
from ..voters.factories import field, forward, make_petition, make_round
from .papers import YEAR, covered

HELD = {"status": "closed"}


@pytest.fixture
def area(district: Council, commune: Council, sister: Council, district_clerk: User, clerk: User) -> Council:
    make_session(district, district_clerk, **HELD)
    make_session(commune, clerk, **HELD)
    make_session(commune, clerk, ordinal=8, kind="thematic", **HELD)
    make_petition(commune, clerk, "Sửa cầu treo.")
    make_petition(commune, clerk, "Kéo điện", field=field("electricity"))
    make_petition(district, district_clerk, "Mở đường")
    return district


def said(council: Council, source: str, reader: User | None = None, coverage: Coverage | None = None) -> str:
    about = coverage or covered(council)
    composer = Composer(about, Addresses(about, reader) if reader else Nowhere())
    return unescape(LIVE.read(source, composer.vocabulary).write())


SAID = [
    ('so("sessions.held")', "03"),
    ('so("sessions.held", level="own")', "01"),
    ('so("sessions.held", level="below")', "02"),
    ('so("sessions.held", level="commune")', "02"),
    ('so("sessions.held", level="province")', "0"),
    ('so("sessions.held", council="xa-mau")', "02"),
    ('so("sessions.held", kind="regular")', "02"),
    ('so("sessions.held", level="below", kind="thematic")', "01"),
    ('so("petitions.received", field="electricity")', "01"),
    ('so("petitions.received", level="own", status="in_progress")', "01"),
    ('ty_le("sessions.held", kind="regular")', "66,7% (02/03)"),
    ('ty_le("sessions.held", level="province", kind="regular")', "không có"),
    ('theo_phan("sessions.held", "kind")', "thường lệ: 02; chuyên đề: 01"),
    ('theo_phan("petitions.received", "field", level="below")', "Giao thông: 01; Điện: 01"),
    ('theo_hoi_dong("sessions.held")', "xã Bên: chưa có số liệu; xã Mẫu: 02"),
    ('theo_hoi_dong("sessions.held", only_some=true)', "xã Mẫu: 02"),
    ('nhom_hoi_dong("sessions.held")', "xã Mẫu: 02; xã Bên: chưa có số liệu"),
    ('co("sessions.held")', "xã Mẫu"),
    ('co("sessions.held", kind="extraordinary")', "không có"),
    ('khong_co("sessions.held", kind="extraordinary")', "xã Mẫu"),
    ('chua_bao("sessions.held")', "xã Bên"),
    ('it_hon("sessions.held", 3)', "xã Mẫu: 02"),
    ("dem_hoi_dong()", "02"),
    ('dem_hoi_dong("sessions.held")', "01"),
    ('dem_khong_co("sessions.held", kind="extraordinary")', "01"),
    ('dem_it_hon("sessions.held", 3)', "01"),
    ('dinh_muc("meeting.standing_per_year")', "12"),
    ('liet_ke("petitions.received", "text", level="below")', "Sửa cầu treo; Kéo điện"),
    ('liet_ke("petitions.received", "text", most=1, level="below")', "Sửa cầu treo và một số nội dung khác"),
    ('liet_ke("petitions.received", "text", council="xa-ben")', "không có"),
    ('theo_muc("petitions.received", "place")', "Thôn 1: 03"),
    ('theo_muc("sessions.held", "kind")', "thường lệ: 02; chuyên đề: 01"),
    ('theo_muc("petitions.received", "field")', "Giao thông: 02; Điện: 01"),
]


@pytest.mark.parametrize(("source", "words"), SAID, ids=[source for source, _ in SAID])
def test_says(area: Council, source: str, words: str) -> None:
    assert said(area, f"{{{{ {source} }}}}") == words


def test_nothing_that_was_said_is_none_and_not_unknown(
    area: Council, sister: Council, sister_clerk: User
) -> None:
    say_nothing_to_report(petitions, council=sister, period=YEAR, by=sister_clerk, at=NOW)
    assert said(area, '{{ theo_hoi_dong("petitions.received") }}') == "xã Bên: không có; xã Mẫu: 02"
    assert said(area, '{{ khong_co("petitions.received") }}') == "xã Bên"
    assert said(area, '{{ chua_bao("petitions.received") }}') == "không có"


def test_what_is_shared_counts_once_in_all_and_below(area: Council, district_clerk: User) -> None:
    shared = make_round(area, district_clerk)
    for council in Council.objects.exclude(pk=area.pk):
        shared.shares.create(council=council)
    for level, words in {"": "01", ', level="below"': "01", ', level="own"': "01"}.items():
        assert said(area, f'{{{{ so("voter_meetings.rounds"{level}) }}}}') == words


def test_a_table_has_a_row_for_every_council_and_a_total(area: Council) -> None:
    lines = said(area, '{{ bang("sessions.held", "petitions.received") }}').strip().splitlines()
    assert lines == [
        "| STT | Hội đồng | Kỳ họp đã tổ chức | Kiến nghị cử tri đã tiếp nhận |",
        "| ---: | --- | ---: | ---: |",
        "| 1 | huyện Đăk Mẫu | 1 | 1 |",
        "| 2 | xã Bên | – | – |",
        "| 3 | xã Mẫu | 2 | 2 |",
        "|  | **Cộng** | **3** | **3** |",
    ]


def test_bodies_that_no_record_names(area: Council, district_clerk: User) -> None:
    busy = Organisation.objects.create(council=area, kind="department", name="Phòng A")
    make_body(area, "department", "Phòng B")
    petition = make_petition(area, district_clerk, "Việc đã giao")
    forward(area, [petition], busy, district_clerk)
    source = '("undertakings.open", "lead", "department")'
    assert said(area, f"{{{{ co_quan_khong_co{source} }}}}") == "Phòng B"
    assert said(area, f"{{{{ dem_co_quan_khong_co{source} }}}}") == "01"


def test_the_rules_ask_for_half_of_it_in_half_a_year(area: Council) -> None:
    half = Coverage.of(area, Period.half_year(2023, 1), None, User.objects.operator())
    assert said(area, '{{ dinh_muc("meeting.standing_per_year") }}', coverage=half) == "06"


REFUSED = [
    ('so("no.such")', "Không có chỉ số “no.such”."),
    (
        'so("sessions.held", level="tổ")',
        "Không có cấp “tổ”; chỉ có: own, below, province, district, commune.",
    ),
    ('so("sessions.held", council="ha-noi")', "Báo cáo này không gồm Hội đồng “ha-noi”"),
    ('so("sessions.held", colour="red")', "không phân theo “colour”; chỉ có: kind."),
    ('so("delegates.seats", kind="x")', "chỉ số này không phân theo gì"),
    (
        'so("sessions.held", kind="secret")',
        "không có phần “secret”; chỉ có: regular, thematic, extraordinary.",
    ),
    ('so("petitions.received", status="resolved", field="land")', "chỉ lấy theo một cách phân"),
    ('dinh_muc("no.rule")', "Không có quy tắc nào mang mã “no.rule”."),
    ('liet_ke("sessions.held", "council_id")', "Sổ Kỳ họp không có mục “council_id”"),
    ('theo_muc("sessions.held", "nothing")', "Sổ Kỳ họp không có mục “nothing”"),
    ('co_quan_khong_co("sessions.held", "kind", "department")', "không ghi cơ quan"),
    ('liet_ke("delegates.current", "religion")', "không có mục “religion”"),
    ('theo_muc("delegates.current", "religion")', "không có mục “religion”"),
]


@pytest.mark.parametrize(("source", "sentence"), REFUSED, ids=[source for source, _ in REFUSED])
def test_refuses_by_name(area: Council, source: str, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        said(area, f"{{{{ {source} }}}}")
    assert sentence in str(refusal.value)


def test_every_helper_says_what_it_gives() -> None:
    assert set(meanings()) == {helper.__name__ for helper in HELPERS}
    assert all(meanings().values())


def test_states_are_those_of_the_day(area: Council, district_clerk: User) -> None:
    assert covered(area).as_of == date(2023, 12, 31)
    assert covered(area, date(2024, 2, 27)).as_of == date(2024, 2, 27)
