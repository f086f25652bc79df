"""What is in force on a day, what the programme came to, whether targets are met: lists and figures agree."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.listing import Listing
from dienhong.resolutions.divisions import attainment, effect, programme
from dienhong.resolutions.models import PlannedResolution, Resolution, ResolutionTarget
from dienhong.resolutions.register import resolutions
from dienhong.resolutions.register.programme import standing

from .factories import ISSUED, PASSED, make_planned, make_relation, make_resolution, make_target

pytestmark = pytest.mark.django_db
AUGUST, OCTOBER = date(2023, 8, 1), date(2023, 10, 1)


def parts(division: object, model: type, day: date) -> dict[str, set[str]]:
    found = {
        part: set(model.objects.filter(division.part(part, day)).values_list("code", flat=True))  # type: ignore[attr-defined]
        for part in division.parts  # type: ignore[attr-defined]
    }
    everything = [code for codes in found.values() for code in codes]
    assert sorted(everything) == sorted(model.objects.values_list("code", flat=True))  # type: ignore[attr-defined]
    return {part: codes for part, codes in found.items() if codes}


def test_effect_on_a_day(commune: Council, clerk: User) -> None:
    old = make_resolution(commune, clerk, **ISSUED, in_force_from=date(2023, 7, 20))
    new = make_resolution(commune, clerk, **{**ISSUED, "number": 2}, in_force_from=date(2023, 9, 1))
    make_resolution(commune, clerk, **PASSED)
    make_relation(new, clerk, earlier=old)
    assert parts(effect, Resolution, AUGUST) == {
        "in_force": {old.code},
        "not_yet": {new.code, "NQ-2023-003"},
    }
    assert parts(effect, Resolution, OCTOBER) == {
        "in_force": {new.code},
        "ended": {old.code},
        "not_yet": {"NQ-2023-003"},
    }


def test_amending_ends_nothing(commune: Council, clerk: User) -> None:
    old = make_resolution(commune, clerk, **ISSUED, in_force_from=date(2023, 7, 20))
    new = make_resolution(commune, clerk, **{**ISSUED, "number": 2}, in_force_from=date(2023, 7, 25))
    make_relation(new, clerk, earlier=old, kind="amends")
    assert parts(effect, Resolution, AUGUST) == {"in_force": {old.code, new.code}}


def test_a_relation_goes_back_in_time(commune: Council, clerk: User) -> None:
    old = make_resolution(commune, clerk, **ISSUED)
    later = make_resolution(
        commune,
        clerk,
        **{**ISSUED, "number": 2, "passed_on": date(2023, 9, 1), "signed_on": date(2023, 9, 2)},
    )
    with pytest.raises(Refused, match="sau nghị quyết này"):
        make_relation(old, clerk, earlier=later)
    with pytest.raises(Refused, match="chính nó"):
        make_relation(old, clerk, earlier=old)


def test_the_programme_against_what_was_passed(commune: Council, clerk: User) -> None:
    passed = make_resolution(commune, clerk, **PASSED)
    under_way = make_resolution(commune, clerk)
    entries = {
        "passed": make_planned(commune, clerk, resolution=passed),
        "under_way": make_planned(commune, clerk, resolution=under_way),
        "postponed": make_planned(
            commune, clerk, postponed_to=date(2024, 7, 31), reason="Chờ hướng dẫn của cấp trên"
        ),
        "not_begun": make_planned(commune, clerk, entry="added", reason="Phát sinh trong năm"),
    }
    assert parts(programme, PlannedResolution, AUGUST) == {p: {e.code} for p, e in entries.items()}
    assert standing(entries["passed"], AUGUST)[0] == "done"
    assert standing(entries["not_begun"], date(2024, 1, 1))[0] == "overdue"
    assert standing(entries["postponed"], date(2024, 1, 1)) == ("draft", "lùi thời gian")
    with pytest.raises(Refused, match="đã gắn"):
        make_planned(commune, clerk, resolution=passed)


def test_targets(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk, **PASSED)
    reported = {"reported_on": date(2023, 11, 1)}
    met = make_target(resolution, clerk, actual="4.2", **reported)
    not_met = make_target(resolution, clerk, name="Hộ cận nghèo", actual="5", **reported)
    unknown = make_target(resolution, clerk, name="Thu ngân sách", unit="tỷ đồng", direction="at_least")
    assert parts(attainment, ResolutionTarget, AUGUST) == {
        "met": {met.code},
        "not_met": {not_met.code},
        "unknown": {unknown.code},
    }
    met.refresh_from_db()
    assert (met.is_met, met.said("target"), met.said("actual")) == (True, "4,5", "4,2")


def test_the_figure_is_the_length_of_its_list(commune: Council, clerk: User) -> None:
    make_resolution(commune, clerk, **PASSED)
    make_resolution(commune, clerk, kind="normative", **ISSUED)
    make_resolution(commune, clerk)
    year = Period.year(2023)
    indicator = get_indicator("resolutions.passed")
    figure = evaluate([indicator], Scope([commune], year, clerk))[indicator.code]
    listing = Listing(resolutions, commune, clerk, indicator.words(year))
    assert figure.total == listing.total == 2
    assert figure.by["kind"] == {"normative": 1, "individual": 1}
