"""Every address of administration, for everybody: 200 seen, 403 seen but not theirs, 404 unseen, 302 to sign-in."""

from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from dienhong.organisations.models import Organisation, RoleGrant
from dienhong.rulebook.models import RuleOverride
from dienhong.web.administration.urls import urlpatterns
from tests.small_country import TODAY, Country, organisation, user

PEOPLE = ("upper", "local", "stranger", "clerk", "nobody", "anonymous")

COUNCIL = (200, 200, 404, 403, 403, 302)
ARRANGED = (200, 403, 404, 403, 403, 302)
PERSON = (200, 200, 404, 403, 403, 302)
LISTS = (200, 200, 200, 403, 403, 302)
COMMON = (200, 200, 200, 200, 403, 302)
COMMON_WRITE = (200, 403, 403, 403, 403, 302)

EXPECTED: dict[str, tuple[int, ...]] = {
    "administration-overview": LISTS,
    "administration-councils": LISTS,
    "administration-council-add": (200, 403, 403, 403, 403, 302),
    "administration-council": COUNCIL,
    "administration-council-change": COUNCIL,
    "administration-council-end": ARRANGED,
    "administration-organisations": COUNCIL,
    "administration-organisation-add": COUNCIL,
    "administration-organisation": COUNCIL,
    "administration-organisation-change": COUNCIL,
    "administration-organisation-end": COUNCIL,
    "administration-roles": COUNCIL,
    "administration-role-grant": COUNCIL,
    "administration-role-end": COUNCIL,
    "administration-user-add": COUNCIL,
    "administration-users": LISTS,
    "administration-user-add-where": (200, 302, 302, 403, 403, 302),
    "administration-user": PERSON,
    "administration-user-change": PERSON,
    "administration-user-grant-where": (200, 302, 302, 403, 403, 302),
    "administration-user-deactivate": PERSON,
    "administration-user-reactivate": PERSON,
    "administration-user-reset": PERSON,
    "administration-rules": COMMON,
    "administration-rule": COMMON,
    "administration-rule-override": COMMON_WRITE,
    "administration-override-end": COMMON_WRITE,
    "administration-override-cancel": COMMON_WRITE,
    "administration-holidays": COMMON,
    "administration-holiday-add": COMMON_WRITE,
    "administration-holiday": COMMON_WRITE,
    "administration-holiday-remove": COMMON_WRITE,
    "administration-fields": COMMON,
    "administration-field-add": COMMON_WRITE,
    "administration-field": COMMON_WRITE,
    "administration-field-retire": COMMON_WRITE,
    "administration-field-restore": COMMON_WRITE,
}


def arguments(country: Country) -> dict[str, Any]:
    """What stands in the addresses: everything belongs to the commune and its clerk."""
    return {
        "username": country.clerk.username,
        "day": "2026-09-02",
        "council": country.commune.slug,
    }


def address(pattern: URLPattern, country: Country, body: Organisation, own: RuleOverride) -> str:
    name = str(pattern.name)
    given = arguments(country) | {
        "code": "paper.to_delegates" if "rule" in name or "override" in name else "land"
    }
    keys = {"organisation": body.pk, "role": RoleGrant.objects.get(user=country.clerk).pk, "override": own.pk}
    given["pk"] = next((key for word, key in keys.items() if word in name), 0)
    wanted = pattern.pattern.converters
    return reverse(name, kwargs={key: given[key] for key in wanted})


@pytest.mark.parametrize("place", range(len(PEOPLE)), ids=PEOPLE)
def test_every_address_answers_everybody_as_the_table_says(country: Country, place: int) -> None:
    body = organisation(country.commune, "Phòng A")
    own = RuleOverride.objects.create(
        code="paper.to_delegates",
        value="7",
        unit="calendar_days",
        basis="Quy chế",
        in_force_from=TODAY,
        reason="thử",
        author=country.upper,
    )
    client, name = Client(), PEOPLE[place]
    if name != "anonymous":
        client.force_login(user("khong-vai-tro") if name == "nobody" else getattr(country, name))
    answers = {str(p.name): client.get(address(p, country, body, own)).status_code for p in urlpatterns}
    assert answers == {code: expected[place] for code, expected in EXPECTED.items()}
