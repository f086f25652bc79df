"""Beginning, editing, signing off, issuing: who may, what is kept, and that what is frozen stays so."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council
from dienhong.registers import actions as records
from dienhong.reports import actions
from dienhong.reports.comparing import compare
from dienhong.reports.kinds import get_kind
from dienhong.reports.models import FrozenFigure, Report, ReportFile, ReportSection
from dienhong.reports.register import register
from dienhong.voters.register import petitions

from ..factories import NOW, make_session, make_user
from ..voters.factories import make_petition
from .papers import KIND, TEMPLATE, begun, values

LATER = NOW + timedelta(days=1)


@pytest.fixture
def leader(district: Council) -> User:
    return make_user("thuongtruc.huyen", Role.LEADER, district)


@pytest.fixture
def report(district: Council, commune: Council, district_clerk: User, clerk: User) -> Report:
    make_session(district, district_clerk, status="closed")
    make_session(commune, clerk, status="closed")
    make_petition(commune, clerk)
    return begun(district, district_clerk)


def section_of(report: Report, key: str = "ky-hop") -> ReportSection:
    return report.sections.get(key=key)


def edited(report: Report, by: User, text: str = "### 1. Kỳ họp\n\nMới.", version: int = 1) -> ReportSection:
    return actions.edit_section(section_of(report), text=text, expected_version=version, by=by, at=LATER)


def signed(report: Report, leader: User) -> Report:
    return actions.sign(report, expected_version=report.version, by=leader, at=LATER)


def issued(report: Report, by: User, number: int = 4, on: date = date(2023, 11, 22)) -> Report:
    at = NOW + timedelta(days=5)
    return actions.issue(report, number=number, issued_on=on, expected_version=report.version, by=by, at=at)


def verbs(record: object) -> list[str]:
    return [entry.verb for entry in Entry.objects.of_record(record)]  # type: ignore[arg-type]


class TestBeginning:
    def test_a_draft_has_its_sections_and_a_matter(self, report: Report) -> None:
        assert report.title == "Kết quả hoạt động của HĐND các cấp năm 2023"
        assert (report.code, report.counts_on, report.day) == (
            "BTH-2023-001",
            date(2023, 12, 31),
            date(2023, 12, 31),
        )
        assert report.sections.count() == 6 and report.is_draft
        assert verbs(report) == ["Ghi mới"]

    def test_a_matter_that_is_typed_stays(self, district: Council, district_clerk: User) -> None:
        assert begun(district, district_clerk, title="Tổng kết").title == "Tổng kết"

    def test_only_the_clerk_begins(self, district: Council, leader: User) -> None:
        with pytest.raises(NotAllowed):
            begun(district, leader)

    def test_an_unknown_kind_is_refused(self, district: Council, district_clerk: User) -> None:
        with pytest.raises(Refused, match="Không có loại báo cáo"):
            begun(district, district_clerk, kind="poem")

    def test_states_before_the_end_are_refused_and_nothing_is_kept(
        self, district: Council, district_clerk: User
    ) -> None:
        with pytest.raises(Refused, match="không được trước ngày cuối kỳ"):
            begun(district, district_clerk, as_of=date(2023, 6, 1))
        assert not Report.objects.exists() and not ReportSection.objects.exists()

    def test_kind_and_period_do_not_change_and_the_matter_does(
        self, report: Report, district_clerk: User
    ) -> None:
        def change(**fields: object) -> None:
            records.change(
                register,
                report,
                values=values(title="Tổng kết", **fields),
                expected_version=report.version,
                by=district_clerk,
                at=LATER,
            )

        with pytest.raises(Refused, match="không đổi được sau khi lập"):
            change(year=2022)
        change()
        report.refresh_from_db()
        assert report.title == "Tổng kết"


class TestEditing:
    def test_a_section_is_changed_and_journaled(self, report: Report, district_clerk: User) -> None:
        section = edited(report, district_clerk)
        assert (section.text, section.edited_by, section.version) == (
            "### 1. Kỳ họp\n\nMới.",
            district_clerk,
            2,
        )
        assert verbs(section) == ["Sửa đoạn “1. Kỳ họp”"]
        report.refresh_from_db()
        assert report.version == 2

    def test_the_second_of_two_editors_is_told_and_overwrites_nothing(
        self, report: Report, district_clerk: User
    ) -> None:
        edited(report, district_clerk)
        with pytest.raises(Changed):
            edited(report, district_clerk, "khác")
        assert section_of(report).text == "### 1. Kỳ họp\n\nMới."

    def test_two_editors_of_two_sections_do_not_meet(self, report: Report, district_clerk: User) -> None:
        edited(report, district_clerk)
        other = section_of(report, "kien-nghi")
        actions.edit_section(other, text="Khác", expected_version=1, by=district_clerk, at=LATER)
        assert section_of(report, "kien-nghi").text == "Khác"

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("{{ foo() }}", "không có hàm “foo”"),
            ('{{ so("no.such") }}', "Không có chỉ số “no.such”"),
            ("{{ so( }}", "không đọc được"),
        ],
    )
    def test_a_text_that_asks_for_what_is_not_there_is_refused(
        self, report: Report, district_clerk: User, text: str, sentence: str
    ) -> None:
        with pytest.raises(Refused, match=sentence):
            edited(report, district_clerk, text)
        assert section_of(report).version == 1

    def test_only_the_councils_clerk_edits(self, report: Report, leader: User, clerk: User) -> None:
        for who in (leader, clerk):
            with pytest.raises(NotAllowed):
                edited(report, who)

    def test_nothing_is_edited_after_signing(
        self, report: Report, leader: User, district_clerk: User
    ) -> None:
        signed(report, leader)
        with pytest.raises(Refused, match="đã ký duyệt nên không sửa được"):
            edited(report, district_clerk)

    def test_nothing_is_edited_after_cancelling(self, report: Report, district_clerk: User) -> None:
        records.cancel(register, report, reason="nhầm", expected_version=1, by=district_clerk, at=LATER)
        with pytest.raises(Refused, match="đã hủy"):
            edited(report, district_clerk)


class TestSigning:
    def test_text_figures_appendices_and_files_are_frozen(self, report: Report, leader: User) -> None:
        signed(report, leader)
        assert (report.status, report.signed_by, report.signed_at) == ("signed", leader, LATER)
        assert (
            "[02](</dak-mau/bao-cao/BTH-2023-001/so-voi-hom-nay/#sessions.held>)" in section_of(report).frozen
        )
        figure = report.figures.get(indicator="sessions.held")
        assert (figure.total, figure.by_council) == (2, {"dak-mau": 1, "xa-mau": 1})
        assert [row[1:] for row in figure.records] == [["KH-2023-001", "dak-mau"], ["KH-2023-001", "xa-mau"]]
        petition = ["1", "xã Mẫu", "Sửa cầu treo qua suối", "27/6/2023"]
        assert report.appendices.get(number="1").rows == [petition]
        assert {file.ending for file in report.files.all()} == {".docx", ".pdf", ".xlsx", ".html", ".md"}
        assert verbs(report)[-1] == "Ký duyệt báo cáo"

    def test_files_carry_their_hash(self, report: Report, leader: User) -> None:
        signed(report, leader)
        for kept in ReportFile.objects.select_related("file"):
            assert hashlib.sha256(kept.file.read()).hexdigest() == kept.file.sha256

    def test_files_have_no_links(self, report: Report, leader: User) -> None:
        signed(report, leader)
        page = report.files.get(ending=".html").file.read().decode()
        assert "kỳ họp" in page and "so-voi-hom-nay" not in page

    def test_the_leader_signs_and_nobody_else(
        self, report: Report, district_clerk: User, clerk: User
    ) -> None:
        for who in (district_clerk, clerk):
            with pytest.raises(NotAllowed):
                signed(report, who)

    def test_what_was_edited_since_it_was_read_is_not_signed_and_nothing_stays(
        self, report: Report, leader: User, district_clerk: User
    ) -> None:
        read = report.version
        edited(report, district_clerk)
        with pytest.raises(Changed):
            actions.sign(report, expected_version=read, by=leader, at=LATER)
        assert not ReportFile.objects.exists() and not FrozenFigure.objects.exists()
        assert not StoredFile.objects.exists()

    def test_it_is_signed_once(self, report: Report, leader: User) -> None:
        signed(report, leader)
        with pytest.raises(Refused, match="Không thể “Ký duyệt báo cáo”"):
            signed(report, leader)

    def test_a_section_that_cannot_be_worked_out_is_not_signed(self, report: Report, leader: User) -> None:
        report.sections.filter(key="ky-hop").update(text='{{ so("no.such") }}')
        with pytest.raises(Refused, match=r"Không có chỉ số “no\.such”"):
            signed(report, leader)

    def test_the_engine_does_not_change_what_was_signed(
        self, report: Report, leader: User, district_clerk: User
    ) -> None:
        signed(report, leader)
        with pytest.raises(Refused, match="không sửa được nữa"):
            records.change(
                register,
                report,
                values=values(title="x"),
                expected_version=report.version,
                by=district_clerk,
                at=LATER,
            )


class TestComparing:
    def test_what_came_and_what_went_is_named_and_the_frozen_stays(
        self, report: Report, leader: User, district_clerk: User, commune: Council, clerk: User
    ) -> None:
        signed(report, leader)
        frozen = section_of(report).frozen
        fresh = make_session(commune, clerk, ordinal=8, status="closed")
        gone = petitions.objects.get()
        records.cancel(petitions, gone, reason="trùng", expected_version=1, by=clerk, at=LATER)
        found = {one.frozen.indicator: one for one in compare(report, district_clerk)}
        sessions, asked = found["sessions.held"], found["petitions.received"]
        assert (sessions.changed, sessions.frozen.total, sessions.now, sessions.by) == (True, 2, 3, 1)
        assert [(s.council, s.then, s.now) for s in sessions.steps] == [("xã Mẫu", 1, 2)]
        assert [(m.code, m.record) for m in sessions.added] == [(fresh.code, fresh)] and not sessions.removed
        assert [m.record for m in asked.removed] == [gone] and asked.now == 0
        assert section_of(report).frozen == frozen

    def test_nothing_has_changed(self, report: Report, leader: User) -> None:
        signed(report, leader)
        assert not any(one.changed for one in compare(report, leader))

    def test_who_does_not_see_a_record_is_told_its_code(
        self, report: Report, leader: User, commune: Council, clerk: User
    ) -> None:
        signed(report, leader)
        fresh = make_session(commune, clerk, ordinal=8, status="closed")
        moved = next(one for one in compare(report, leader) if one.changed).added
        assert [(m.code, m.council, m.record) for m in moved] == [(fresh.code, "xã Mẫu", None)]

    def test_an_indicator_that_is_gone_is_told(self, report: Report, leader: User) -> None:
        signed(report, leader)
        report.figures.filter(indicator="sessions.held").update(indicator="no.such")
        gone = next(one for one in compare(report, leader) if one.frozen.indicator == "no.such")
        assert gone.changed and gone.now is None and gone.by == -2


class TestIssuing:
    def test_number_and_day_print_and_the_text_stays(
        self, report: Report, leader: User, district_clerk: User, commune: Council, clerk: User
    ) -> None:
        signed(report, leader)
        make_session(commune, clerk, ordinal=8, status="closed")
        issued(report, district_clerk)
        assert (report.status, report.number, report.number_label) == ("issued", 4, "04")
        page = report.files.get(stage="issued", ending=".html").file.read().decode()
        assert "Số: 04/BC-TTHĐND" in page and "ngày 22 tháng 11 năm 2023" in page
        assert "Đã tổ chức 02 kỳ họp" in page and "so-voi-hom-nay" not in page
        assert report.files.filter(stage="signed").count() == 5
        assert verbs(report)[-1] == "Ghi số, ngày phát hành"

    def test_only_what_was_signed_is_issued(self, report: Report, district_clerk: User) -> None:
        with pytest.raises(Refused, match="dự thảo"):
            issued(report, district_clerk)

    def test_a_delegate_issues_nothing(self, report: Report, leader: User, district: Council) -> None:
        signed(report, leader)
        with pytest.raises(NotAllowed):
            issued(report, make_user("daibieu", Role.DELEGATE, district))

    def test_a_number_is_given_once_a_year(self, report: Report, leader: User, district_clerk: User) -> None:
        issued(signed(report, leader), district_clerk)
        other = signed(begun(report.council, district_clerk), leader)
        with pytest.raises(Refused, match="đã có báo cáo mang số 04"):
            issued(other, district_clerk)
        assert issued(other, district_clerk, number=5).number == 5

    @pytest.mark.parametrize("on", [date(2023, 11, 19), date(2023, 12, 31)])
    def test_the_day_lies_between_signing_and_today(
        self, report: Report, leader: User, district_clerk: User, on: date
    ) -> None:
        signed(report, leader)
        with pytest.raises(Refused, match="Ngày phát hành"):
            issued(report, district_clerk, on=on)

    def test_what_was_issued_is_not_cancelled(
        self, report: Report, leader: User, district_clerk: User
    ) -> None:
        issued(signed(report, leader), district_clerk)
        with pytest.raises(Refused, match="đã phát hành nên không hủy được"):
            records.cancel(
                register, report, reason="x", expected_version=report.version, by=district_clerk, at=LATER
            )


class TestTemplates:
    def keep(self, council: Council, text: str, by: User, version: int = 0) -> object:
        kind = get_kind(KIND.code)
        return actions.keep_template(
            council=council, kind=kind, text=text, expected_version=version, by=by, at=NOW
        )

    def test_a_councils_own_template_writes_its_drafts_and_an_empty_one_gives_the_common_back(
        self, district: Council, district_clerk: User
    ) -> None:
        self.keep(district, TEMPLATE.replace("báo cáo kết quả", "thưa về kết quả"), district_clerk)
        assert "thưa về" in begun(district, district_clerk).sections.get(key="mo-dau").text
        self.keep(district, "", district_clerk, version=1)
        assert "thưa về" not in begun(district, district_clerk).sections.get(key="mo-dau").text

    @pytest.mark.parametrize(
        ("old", "new", "sentence"),
        [
            ("[[ cap_uy ]]", "[[ que ]]", "không có từ “que”"),
            ('so("sessions.held")', 'so("no.such")', "Không có chỉ số “no.such”"),
            ("{#noi-nhan}", "", "thiếu đoạn: noi-nhan"),
        ],
    )
    def test_a_template_with_a_fault_is_refused(
        self, district: Council, district_clerk: User, old: str, new: str, sentence: str
    ) -> None:
        with pytest.raises(Refused, match=sentence):
            self.keep(district, TEMPLATE.replace(old, new), district_clerk)

    def test_the_second_of_two_is_told(self, district: Council, district_clerk: User) -> None:
        self.keep(district, TEMPLATE, district_clerk)
        with pytest.raises(Changed):
            self.keep(district, TEMPLATE, district_clerk)

    def test_only_the_clerk_keeps_one(self, district: Council, leader: User) -> None:
        with pytest.raises(NotAllowed):
            self.keep(district, TEMPLATE, leader)


def test_an_upper_office_reads_and_does_not_write(
    report: Report, commune: Council, district_clerk: User, clerk: User
) -> None:
    below = begun(commune, clerk)
    assert below in Report.objects.visible_to(district_clerk)
    with pytest.raises(NotAllowed):
        edited(below, district_clerk)
    assert report not in Report.objects.visible_to(clerk)


def test_reach_does_not_change_the_numbers(report: Report, leader: User) -> None:
    """A leader who sees the own council only signs the numbers of the whole area."""
    assert leader.grants.get().reach == Reach.OWN
    assert signed(report, leader).figures.get(indicator="sessions.held").total == 2
