"""The year of the sample, out of its workbooks: the figures as published, no change when they come again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.sample.workbooks import waiting_councils, workbook_of
from dienhong.workbook.actions import import_workbook
from dienhong.workbook.reading import read_workbook

from ..shared_files import SHARED
from .conftest import LATER

pytestmark = pytest.mark.django_db


def figures(as_of: Any = None) -> dict[str, Figure]:
    top = Council.objects.get(slug="dak-to")
    scope = Scope.below(top, Period.year(2023), User.objects.operator(), as_of)
    return evaluate(list(all_indicators()), scope)


def by_slug(figure: Figure) -> dict[str, int]:
    return {council.slug: figure.by_council[council.pk] for council in figure.councils}


def test_the_totals_and_the_same_workbook_again(year: None) -> None:
    assert waiting_councils() == []
    totals = {code: figure.total for code, figure in figures().items()}
    published = {
        "sessions.held": 26,
        "resolutions.passed": 134,
        "questions.put": 14,
        "petitions.received": 227,
        "voter_meetings.rounds": 4,
        "confidence.people": 21,
        "hearings.held": 2,
        "hearings.matters": 7,
        "oversight.topics": 60,
        "standing_meetings.held": 109,
        "standing_meetings.matters": 37,
        "letters.received": 9,
        "conferences.held": 1,
    }
    assert {code: totals[code] for code in published} == published
    for council in Council.objects.filter(slug__in=["dak-to", "tan-canh"]):
        operator = User.objects.operator()
        book = read_workbook(workbook_of(council, by=operator), file_name="lai.xlsx")
        again = import_workbook(book, council=council, by=operator, at=LATER)
        changed = [(row.sheet, row.number, row.changes) for row in again.rows if row.state not in {"same"}]
        assert changed == []
    assert list(verify()) == []


def test_what_was_recommended_is_followed(year: None) -> None:
    found = figures(date(2023, 12, 31))
    asked = ("hearing", "oversight", "question")
    open_, done, overdue = (
        found[f"undertakings.{code}"].by["origin"] for code in ("open", "done", "overdue")
    )
    assert [open_[origin] + done[origin] for origin in asked] == [4, 3, 2]
    assert [done[origin] for origin in asked] == [1, 1, 1]
    assert overdue["oversight"] == 1, "what was answered waits for the council, not for the body"


@pytest.mark.skipif(SHARED is None, reason="the facts are not here")
def test_every_register_counts_what_was_published(year: None) -> None:
    assert SHARED is not None
    facts = yaml.safe_load((SHARED / "facts" / "dak-to-2023.yaml").read_text(encoding="utf-8"))
    communes = [row["slug"] for row in facts["communes"]]
    names = {row["slug"]: row["name"] for row in facts["communes"]} | {"dak-to": facts["council"]["name"]}
    assert {c.slug: c.name for c in Council.objects.all()} == names
    found = figures(facts["petitions"]["as_of"])

    held, sessions = by_slug(found["sessions.held"]), facts["sessions"]
    thematic = sessions["communes_thematic"]
    assert held == {"dak-to": sessions["dak-to"]["total"]} | {
        slug: sessions["communes_regular_each"] + thematic.get(slug, 0) for slug in communes
    }
    resolutions = by_slug(found["resolutions.passed"])
    assert resolutions["dak-to"] == facts["resolutions"]["dak-to"]
    assert found["resolutions.passed"].by_level["commune"] == facts["resolutions"]["communes"]["total"]

    asked = by_slug(found["questions.put"])
    assert asked == dict.fromkeys(communes, 0) | facts["questions"]["communes"] | {
        "dak-to": facts["questions"]["dak-to"]
    }
    assert found["questions.put"].missing == ()

    petitions, published = found["petitions.received"], facts["petitions"]
    assert by_slug(petitions) == published["communes"]["by_commune"] | {
        "dak-to": published["dak-to"]["total"]
    }
    for level, told in (("district", published["dak-to"]), ("commune", published["communes"])):
        states = {s: petitions.value(level=level, part=("status", s)) for s in ("resolved", "in_progress")}
        assert states == {name: told[name] for name in states}
    assert found["voter_meetings.rounds"].total == facts["voter_meeting_rounds"]

    rating = found["confidence.people"].by["outcome"]
    vote = facts["confidence_vote"]
    assert (rating["high"], rating["confident"]) == (
        vote["over_half_high"],
        vote["over_half_high_or_confidence"],
    )
    assert rating["low_over_half"] == rating["low_two_thirds"] == rating["no_majority"] == 0

    assert found["hearings.held"].total == facts["hearings"]["sessions"]
    assert found["hearings.matters"].total == facts["hearings"]["contents"]

    topics = facts["oversight_topics"]
    expected = {
        name: topics[name]["dak-to"] + topics[name].get("communes", 0)
        for name in ("council", "standing_committee", "committees", "delegate_groups")
    }
    lead = found["oversight.topics"].by["lead"]
    assert [lead[name] for name in ("council", "standing_committee", "committee", "delegate_group")] == list(
        expected.values()
    )
    assert found["oversight.topics"].total == topics["total"]

    meetings = facts["standing_committee_meetings"]
    assert by_slug(found["standing_meetings.held"]) == meetings["communes"] | {"dak-to": meetings["dak-to"]}
    matters = facts["matters_submitted_by_executive"]
    assert found["standing_meetings.matters"].by_level == {
        "district": matters["dak-to"],
        "commune": matters["communes"]["total"],
    }
    letters = facts["letters"]
    assert by_slug(found["letters.received"]) == dict.fromkeys(communes, 0) | {
        slug: told["total"] for slug, told in letters["communes"].items()
    } | {"dak-to": letters["dak-to"]["total"]}
