"""Loading who sits in the sample councils: constituencies, delegates, positions, and what changed during the term."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.people.actions import end_mandate
from dienhong.people.models import Constituency, Mandate
from dienhong.people.register import constituencies, mandates, positions
from dienhong.people.states import Origin, Said
from dienhong.registers import actions
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record

Row = Mapping[str, Any]


@dataclass
class Seating:
    """The loading of one council: its delegates by their number."""

    council: Council
    data: Row
    by: User
    at: datetime
    delegates: dict[int, Mandate] = field(default_factory=dict)

    def add(self, register: Register, **values: Any) -> Any:
        return actions.add(register, council=self.council, values=values, by=self.by, at=self.at)

    @property
    def level(self) -> str:
        return "commune" if self.council.level == Level.COMMUNE else "district"


def load_people(councils: Mapping[str, Council], data: Row, *, by: User, at: datetime) -> None:
    """Everything of people for every council, then the events in their order."""
    rows = list(_delegate_rows())
    seatings = {slug: Seating(council, data, by, at) for slug, council in councils.items()}
    for slug, seating in seatings.items():
        places = list(_load_constituencies(seating))
        later = {e["by_elected"] for e in data["events"] if e["council"] == slug and "by_elected" in e}
        for row in rows:
            if row["council"] == slug and int(row["number"]) not in later:
                _seat(seating, row, places[int(row["number"]) - 1])
        _load_positions(seating)
    for event in data["events"]:
        _happen(seatings[event["council"]], event, rows)


def _delegate_rows() -> Iterator[dict[str, str]]:
    text = files("dienhong.sample").joinpath("data", "delegates.csv").read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


def _load_constituencies(seating: Seating) -> Iterator[Constituency]:
    """Each constituency as often as it has seats: the place of every delegate by number."""
    term = seating.council.terms.get()
    for number, row in enumerate(_constituency_rows(seating, term.seats_allotted), start=1):
        found = seating.add(constituencies, term=term, number=number, **row)
        yield from [found] * row["seats"]


def _constituency_rows(seating: Seating, seats: int) -> Iterator[dict[str, Any]]:
    given = seating.data["constituencies"]
    if seating.council.slug in given:
        yield from given[seating.council.slug]
        return
    rule = given["commune"]
    for place, first in enumerate(range(0, seats, rule["seats"])):
        area = rule["area"].format(first=2 * place + 1, second=2 * place + 2)
        yield {**rule, "seats": min(rule["seats"], seats - first), "area": area}


def _seat(seating: Seating, row: Row, place: Constituency | None, **values: Any) -> None:
    number, born = int(row["number"]), row["born"]
    of_birth = {"birth_year": int(born)} if born.isdecimal() else {"born_on": date.fromisoformat(born)}
    joined = row["party_joined_on"]
    said = {
        name: row[name] for name in ("sex", "ethnicity", "religion", "party", "education", "political_theory")
    }
    said |= {name: row[name] for name in ("reelected", "self_nominated", "occupation")}
    term = seating.council.terms.get()
    seating.delegates[number] = seating.add(
        mandates,
        **{
            "term": term,
            "from_on": term.starts_on,
            "constituency": place,
            "full_name": f"Đại biểu mẫu {number:02d}",
            "party_joined_on": date.fromisoformat(joined) if joined else None,
            **said,
            **of_birth,
            **values,
        },
    )


def _load_positions(seating: Seating) -> None:
    since = {"from_on": seating.data["positions_since"], "decided_at": seating.data["decided_at"]}
    for body, roles in seating.data["positions"][seating.level].items():
        for role, numbers in roles.items():
            for number in numbers:
                _appoint(seating, body, role, number, since)


def _appoint(seating: Seating, body: str, role: str, number: int, values: Row) -> None:
    full_time = Said.YES if number in seating.data["full_time"][seating.level] else Said.NO
    seating.add(
        positions,
        organisation=seating.council.organisations.get(short_name=body),
        role=role,
        person=seating.delegates[number].person,
        full_time=full_time,
        **values,
    )


def _happen(seating: Seating, event: Row, rows: list[dict[str, str]]) -> None:
    """A seat that ended, a by-election, or a position that somebody took over."""
    if "ended" in event:
        _end(seating, event)
    elif "by_elected" in event:
        row = next(
            r
            for r in rows
            if r["council"] == seating.council.slug and int(r["number"]) == event["by_elected"]
        )
        _seat(seating, row, None, origin=Origin.BY_ELECTED, from_on=event["from_on"])
    else:
        values = {name: event[name] for name in ("from_on", "decided_at") if name in event}
        _appoint(seating, event["body"], event["role"], event["number"], values)


def _end(seating: Seating, event: Row) -> Record:
    mandate = seating.delegates[event["ended"]]
    values = {name: event[name] for name in ("to_on", "end_reason", "decided_at") if name in event}
    return end_mandate(
        mandates, mandate, **values, expected_version=mandate.version, by=seating.by, at=seating.at
    )
