"""The sample: as many sessions as were published, everybody a "Đại biểu mẫu", and no change the second time."""

from __future__ import annotations

from itertools import count

import pytest
import yaml

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.sample.load import load_sample

from ..factories import NOW
from ..shared_files import SHARED

pytestmark = pytest.mark.django_db


@pytest.fixture
def passwords(db: None) -> dict[str, str]:
    numbers = count(1)
    return load_sample(
        by=User.objects.operator(), at=NOW.replace(year=2024), password=lambda: f"mat-khau-{next(numbers)}"
    )


def held() -> Figure:
    period, top = Period.year(2023), Council.objects.get(slug="dak-to")
    councils = [top, *Council.objects.below(top, first=period.first, last=period.last)]
    return evaluate([get_indicator("sessions.held")], Scope(councils, period, User.objects.operator()))[
        "sessions.held"
    ]


def test_a_district_nine_communes_and_26_sessions(passwords: dict[str, str]) -> None:
    figure = held()
    assert (figure.total, figure.by_level) == (26, {"district": 5, "commune": 21})
    assert figure.missing == ()


def test_everybody_is_a_sample(passwords: dict[str, str]) -> None:
    people = User.objects.filter(is_operator=False)
    assert all(user.full_name.startswith("Đại biểu mẫu ") for user in people)
    assert set(passwords) == {user.username for user in people}
    assert all(user.check_password(passwords[user.username]) for user in people)
    assert all(Council.objects.values_list("is_sample", flat=True))


def test_a_second_load_changes_nothing(passwords: dict[str, str]) -> None:
    before = Entry.objects.count(), CouncilSession.objects.count()
    again = load_sample(by=User.objects.operator(), at=NOW, password=lambda: "khac")
    assert again == {}
    assert (Entry.objects.count(), CouncilSession.objects.count()) == before
    assert list(verify()) == []


@pytest.mark.skipif(SHARED is None, reason="the facts are not here")
def test_councils_and_sessions_are_those_that_were_published(passwords: dict[str, str]) -> None:
    assert SHARED is not None
    facts = yaml.safe_load((SHARED / "facts" / "dak-to-2023.yaml").read_text(encoding="utf-8"))
    names = {row["slug"]: row["name"] for row in facts["communes"]} | {"dak-to": facts["council"]["name"]}
    assert {c.slug: c.name for c in Council.objects.all()} == names
    regular, thematic = facts["sessions"]["communes_regular_each"], facts["sessions"]["communes_thematic"]
    published = {slug: regular + thematic.get(slug, 0) for slug in names} | {
        "dak-to": facts["sessions"]["dak-to"]["total"]
    }
    figure = held()
    assert {c.slug: figure.by_council[c.pk] for c in figure.councils} == published
    assert figure.total == facts["sessions"]["total"]
