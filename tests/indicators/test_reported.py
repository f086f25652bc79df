"""Figures that a council reported by paper: entered at once, corrected, taken back; what they are beside records."""

from __future__ import annotations

from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.indicators import rules
from dienhong.indicators.actions import Key, report_figures
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.document import as_document
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.indicators.figure import Figure, Source
from dienhong.indicators.models import ReportedFigure
from dienhong.indicators.reporting import Number
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.actions import say_nothing_to_report
from dienhong.voters.register import petitions

from ..factories import NOW, TODAY
from ..voters.factories import make_petition

YEAR = Period.year(2023)
PAPER = "Báo cáo số 12/BC-HĐND ngày 15/12/2023"
RECEIVED = "petitions.received"


def report(council: Council, by: User, values: Any, **given: Any) -> list[ReportedFigure]:
    usual = {"period": YEAR, "document": PAPER, "expected": {}, "at": NOW}
    keyed = {Key(*name) if isinstance(name, tuple) else Key(name): number for name, number in values.items()}
    return report_figures(council=council, values=keyed, by=by, **{**usual, **given})


def received(council: Council, user: User, period: Period = YEAR) -> Figure:
    scope = Scope.below(council, period, user)
    return evaluate([get_indicator(RECEIVED)], scope)[RECEIVED]


class TestRules:
    def test_a_paper_is_named(self) -> None:
        assert rules.names_its_document(PAPER) is None
        assert rules.names_its_document("  ") is not None

    def test_nobody_reports_of_days_to_come(self) -> None:
        assert rules.period_has_begun(TODAY, TODAY) is None
        assert rules.period_has_begun(Period.year(2024).first, TODAY) is not None

    def test_a_part_is_no_greater_than_its_whole_and_never_without_it(self) -> None:
        assert list(rules.parts_within_whole("Kiến nghị", 5, {"đã giải quyết": 5, "khác": 5})) == []
        assert list(rules.parts_within_whole("Kiến nghị", None, {})) == []
        (told,) = rules.parts_within_whole("Kiến nghị", 5, {"đã giải quyết": 6})
        assert told.sentence == "Kiến nghị: phần “đã giải quyết” (06) lớn hơn số chung (05)."
        (told,) = rules.parts_within_whole("Kiến nghị", None, {"đã giải quyết": 1})
        assert "số chung" in told.sentence

    def test_an_empty_form_says_nothing(self) -> None:
        assert rules.something_is_said(1) is None
        assert rules.something_is_said(0) is not None


def test_what_was_reported_counts_for_a_council_without_records(
    district: Council,
    commune: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    make_petition(sister, sister_clerk)
    report(
        commune,
        clerk,
        {RECEIVED: Number(23, True), (RECEIVED, "status", "resolved"): Number(20, False)},
    )
    found = received(district, district_clerk)
    assert (found.total, found.recorded(), found.said()) == (24, 1, "khoảng 24")
    assert found.by_council == {district.pk: 0, commune.pk: 23, sister.pk: 1}
    assert found.by["status"]["resolved"] == found.value(level="commune", part=("status", "resolved")) == 20
    assert found.missing == (district,)
    assert [found.source_of(c) for c in (commune, sister)] == [Source.REPORTED, Source.RECORDS]
    assert found.source is Source.BOTH and found.difference == 0


def test_records_win_and_the_difference_shows(commune: Council, clerk: User) -> None:
    make_petition(commune, clerk)
    report(commune, clerk, {RECEIVED: Number(3, False), (RECEIVED, "competence", "own"): Number(3, False)})
    found = received(commune, clerk)
    assert (found.total, found.difference, found.source) == (1, 2, Source.BOTH)
    assert found.by["competence"]["own"] == 1
    (told,) = as_document(found.scope, [found])["figures"]
    assert (told["source"], told["difference"], told["total"]) == ("both", 2, 1)


def test_the_word_that_there_was_nothing_wins_too(commune: Council, clerk: User) -> None:
    say_nothing_to_report(petitions, council=commune, period=YEAR, by=clerk, at=NOW)
    report(commune, clerk, {RECEIVED: Number(3, False)})
    found = received(commune, clerk)
    assert (found.total, found.difference, found.source) == (0, 3, Source.BOTH)


def test_a_reported_zero_is_said(commune: Council, clerk: User) -> None:
    report(commune, clerk, {RECEIVED: Number(0, False)})
    found = received(commune, clerk)
    assert (found.total, found.source, found.missing) == (0, Source.REPORTED, ())
    (told,) = as_document(found.scope, [found])["figures"]
    assert told["source"] == "reported" and "difference" not in told


def test_of_another_period_nothing_was_reported(commune: Council, clerk: User) -> None:
    report(commune, clerk, {RECEIVED: Number(23, False)})
    assert received(commune, clerk, Period.half_year(2023, 1)).total == 0


def test_one_entry_tells_of_the_whole_paper(commune: Council, clerk: User) -> None:
    first, second = report(
        commune,
        clerk,
        {RECEIVED: Number(23, False), "petitions.repeated": Number(2, True), "sessions.held": None},
    )
    entry = Entry.objects.get(verb="Ghi số liệu báo cáo")
    assert entry.reason == PAPER
    assert entry.changes == {RECEIVED: [None, [23, False]], "petitions.repeated": [None, [2, True]]}
    assert list(Entry.objects.of_record(second)) == [entry]
    assert str(first) == "xã Mẫu: petitions.received năm 2023"


def test_a_figure_is_corrected_and_taken_back(commune: Council, clerk: User) -> None:
    (figure,) = report(commune, clerk, {RECEIVED: Number(23, False)})
    assert report(commune, clerk, {RECEIVED: Number(23, False)}) == []
    report(commune, clerk, {RECEIVED: Number(25, True)}, expected={Key(RECEIVED): 1})
    assert received(commune, clerk).said() == "khoảng 25"
    report(commune, clerk, {RECEIVED: None}, expected={Key(RECEIVED): 2}, document="")
    figure.refresh_from_db()
    assert (figure.version, figure.withdrawn_at) == (3, NOW)
    assert received(commune, clerk).missing == (commune,)
    report(commune, clerk, {RECEIVED: Number(1, False)})
    assert received(commune, clerk).total == 1


def test_the_second_of_two_clerks_is_told(commune: Council, clerk: User) -> None:
    report(commune, clerk, {RECEIVED: Number(23, False)})
    for expected in ({}, {Key(RECEIVED): 7}):
        with pytest.raises(Changed):
            report(commune, clerk, {RECEIVED: Number(24, False)}, expected=expected)
    assert received(commune, clerk).total == 23


def test_everything_that_is_wrong_is_said_and_nothing_kept(commune: Council, clerk: User) -> None:
    with pytest.raises(Refused) as refusal:
        report(
            commune,
            clerk,
            {(RECEIVED, "status", "resolved"): Number(20, False)},
            document=" ",
            period=Period.year(2030),
        )
    told = [violation.code for violation in refusal.value.violations]
    assert told == ["reported.document", "reported.future", "reported.whole"]
    with pytest.raises(Refused, match="Chưa nhập số liệu nào"):
        report(commune, clerk, {RECEIVED: None})
    with pytest.raises(Refused):
        report(commune, clerk, {RECEIVED: Number(10**30, False)})
    assert not ReportedFigure.objects.exists()


def test_only_the_councils_own_clerk_reports(
    commune: Council, district_clerk: User, sister_clerk: User
) -> None:
    for user in (district_clerk, sister_clerk):
        with pytest.raises(NotAllowed, match="chuyên viên Văn phòng"):
            report(commune, user, {RECEIVED: Number(1, False)})
