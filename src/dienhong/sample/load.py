"""Loading the sample councils, once: a second load changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.acts import create
from dienhong.organisations.kinds import Reach
from dienhong.organisations.models import AdministrativeUnit, Council, Organisation, Placement, RoleGrant
from dienhong.organisations.unit_list import council_of
from dienhong.people.register import terms
from dienhong.registers import actions
from dienhong.sample.people import load_people
from dienhong.sample.reading import read


@dataclass(frozen=True)
class Load:
    """One loading: in whose name, when, and where passwords come from."""

    by: User
    at: datetime
    password: Callable[[], str]

    def journaled(self, record: Any, council: Council) -> Any:
        return create(record, council_id=council.pk, by=self.by, at=self.at, verb="Nạp dữ liệu mẫu")


@transaction.atomic
def load_sample(*, by: User, at: datetime, password: Callable[[], str]) -> dict[str, str]:
    """Councils, organisations, people and users of the sample; the passwords by user name, empty if it was there.

    Their year of work comes by workbook (``load_workbooks``).
    """
    data = read("councils")
    if Council.objects.filter(slug=data["district"]["slug"]).exists():
        return {}
    load, people = Load(by, at, password), read("people")
    councils = _load_councils(data, load)
    for council in councils.values():
        _load_organisations(council, data, people["groups"], load)
        _load_term(council, data, people["seats"], load)
    load_people(councils, people, by=by, at=at)
    return _load_users(councils, data, load)


def _load_councils(data: Mapping[str, Any], load: Load) -> dict[str, Council]:
    upper = _load_council(data["district"], data["standing_since"], load)
    councils = {upper.slug: upper}
    for row in data["communes"]:
        council = _load_council(row, data["standing_since"], load)
        Placement.objects.create(unit=council.unit, parent=upper.unit, from_on=data["standing_since"])
        councils[council.slug] = council
    return councils


def _load_council(row: Mapping[str, Any], since: date, load: Load) -> Council:
    unit = AdministrativeUnit(code=row["code"], name=row["unit"], kind=row["kind"], established_on=since)
    create(unit, council_id=None, by=load.by, at=load.at, verb="Nạp dữ liệu mẫu")
    names = {"name": row.get("name", ""), "short_name": row.get("short_name", "")}
    council = council_of(unit, slug=row["slug"], **names)
    council.is_sample = True
    return create(council, council_id=None, by=load.by, at=load.at, verb="Nạp dữ liệu mẫu")


def _load_organisations(
    council: Council, data: Mapping[str, Any], groups: Mapping[str, Any], load: Load
) -> None:
    for row in data["organisations"][council.level]:
        names = {name: row[name].format(area=council.short_name) for name in ("name", "short_name")}
        since = data["standing_since"]
        where = groups.get(names["short_name"], {})
        load.journaled(
            Organisation(council=council, kind=row["kind"], established_on=since, **names, **where), council
        )


def _load_term(council: Council, data: Mapping[str, Any], seats: Mapping[str, int], load: Load) -> None:
    values = {"session_numbering": data["session_numbering"], "seats_allotted": seats[council.slug]}
    actions.add(terms, council=council, values={**values, **data["term"]}, by=load.by, at=load.at)


def _load_users(councils: Mapping[str, Council], data: Mapping[str, Any], load: Load) -> dict[str, str]:
    passwords = {}
    for number, row in enumerate(data["users"], start=1):
        password = passwords[row["username"]] = load.password()
        user = User.objects.create_user(row["username"], password, full_name=f"Đại biểu mẫu {number:02d}")
        _load_grant(user, councils[row["council"]], row, data["term"]["starts_on"], load)
    return passwords


def _load_grant(user: User, council: Council, row: Mapping[str, Any], since: date, load: Load) -> None:
    named = row.get("organisation")
    organisation = council.organisations.get(short_name=named) if named else None
    reach = row.get("reach", Reach.OWN)
    grant = RoleGrant(user=user, role=row["role"], council=council, organisation=organisation, reach=reach)
    grant.from_on = since
    load.journaled(grant, council)
