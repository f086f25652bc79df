"""Rounds and meetings with voters, petitions, how they are forwarded, passed on, asked again and carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

from dienhong.followup.due import Due, due_by_rule
from dienhong.followup.models import Undertaking
from dienhong.followup.states import SETTLED
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.organisations.models import Council
from dienhong.sample.simulation import words
from dienhong.sample.simulation.followed import Work, origin_of, undertake
from dienhong.sample.simulation.house import House
from dienhong.voters.models import (
    Carrying,
    Dispatch,
    Petition,
    PetitionShare,
    RoundShare,
    VoterMeeting,
    VoterRound,
)
from dienhong.voters.register import meetings, petitions, rounds

COMPETENCE = words.Chances.of({"own": 86, "above": 9, "centre": 5})
NEVER_FORWARDED, REPEATED, PASSED_ON, SUPPORTED = 0.03, 0.05, 0.02, 0.06


@cache
def _reply_due(on: date, level: str) -> Due:
    return due_by_rule(Petition.DUE_RULE, on, level)


@dataclass
class Hearing:
    """What one council hears from voters over the years."""

    house: House
    upper: House | None
    heard: list[Petition] = field(default_factory=list)
    papers: dict[tuple[int, date], Dispatch] = field(default_factory=dict)

    def listen(self, below: list[Council]) -> None:
        """Before and after every regular session, and once a year on a theme."""
        for given in _rounds(self.house):
            held = self.house.record(rounds, **given)
            if self.house.is_upper and below:
                for council in self.house.draw.sample(below, max(len(below) // 10, 1)):
                    self.house.pen.draft(RoundShare, record=held, council=council)
            for _ in range(self.house.size.points):
                self._meet(held)

    def _meet(self, held: VoterRound) -> None:
        house = self.house
        count = house.draw.randint(*house.size.petitions)
        joint, rough = house.chance(0.15), house.chance(0.2)
        attendees = house.draw.randint(28, 180)
        meeting = house.record(
            meetings,
            round=held,
            held_on=house.day(held.starts_on, held.ends_on),
            place=f"Nhà văn hóa {words.place(house.draw)}",
            province_delegates=house.is_upper or joint,
            commune_delegates=not house.is_upper,
            national_delegates=house.is_upper and joint,
            attendees=round(attendees, -1) if rough else attendees,
            attendees_approximate=rough,
            opinions=count + house.draw.randint(0, 5),
        )
        heard: set[tuple[str, str]] = set()
        for _ in range(count):
            self._ask(meeting, held, heard)

    def _ask(self, meeting: VoterMeeting, held: VoterRound, heard: set[tuple[str, str]]) -> None:
        """One petition, forwarded with the papers of its round, or passed on, or not forwarded yet."""
        house, draw = self.house, self.house.draw
        matter, where = words.matter(draw), words.place(draw)
        said = words.petition(draw, matter, where)
        if (said.text, where) in heard:
            return
        heard.add((said.text, where))
        elsewhere = self.upper is not None and house.chance(PASSED_ON)
        petition = self._petition(
            meeting, matter, said, where, COMPETENCE.one(draw) if not elsewhere else "above"
        )
        self._link(petition)
        if elsewhere:
            self._pass_on(petition, said, held)
        elif not house.chance(NEVER_FORWARDED):
            self._forward(house, petition, said, held.ends_on + timedelta(days=draw.choice((6, 18))))

    def _petition(
        self, meeting: VoterMeeting, matter: words.Matter, said: words.Said, where: str, competence: str
    ) -> Petition:
        """Derived here from words that are folded already."""
        house, pen, field = self.house, self.house.pen, self.house.fields[matter.field]
        by_letter = house.chance(0.06)
        given: dict[str, Any] = (
            {"source": "letter"} if by_letter else {"source": "meeting", "meeting": meeting}
        )
        given |= {"recorded_by": pen.by, "recorded_at": pen.at, "received_on": meeting.held_on}
        petition = pen.draft(
            Petition,
            council=house.council,
            text=said.text,
            place=where,
            field=field,
            competence=competence,
            **given,
        )
        petition.senders = "Nhiều cử tri" if house.chance(0.3) else ""
        petition.counts_on = petition.received_on
        petition.folded = f"{said.folded} {words.folded(where, field.name)}"
        pen.name(petitions, petition)
        return petition

    def _link(self, petition: Petition) -> None:
        """Some were asked before, in other words."""
        if self.heard and self.house.chance(REPEATED):
            earlier = self.house.draw.choice(self.heard)
            if earlier.received_on < petition.received_on:
                petition.repeats_id, petition.version = earlier.pk, petition.version + 1
                return
        if len(self.heard) < 400:
            self.heard.append(petition)

    def _pass_on(self, petition: Petition, said: words.Said, held: VoterRound) -> None:
        """Given to the council above, which forwards it: one record, counted for both."""
        assert self.upper is not None
        on = petition.received_on + timedelta(days=4)
        if on > self.house.years.last:
            return
        self.house.pen.draft(
            PetitionShare,
            record=petition,
            council=self.upper.council,
            passed_on=on,
            reason="Thuộc thẩm quyền cấp trên",
        )
        origin_of(self.house, petition, petition.title)
        if self.house.chance(0.8):
            self._forward(self.upper, petition, said, held.ends_on + timedelta(days=24))

    def _forward(self, by: House, petition: Petition, said: words.Said, on: date) -> None:
        if on > self.house.years.last:
            return
        origin = origin_of(self.house, petition, petition.title)
        petition.forwarded_on = on
        due, lead = _reply_due(on, by.council.level), by.agency()
        front = by.bodies[Kind.FRONT] if by.chance(SUPPORTED) else ()
        work = Work(said, lead, on, due.day, due.basis, due.explanation, petition.field, front)
        undertaking = undertake(by, origin, work)
        through = Dispatch.petitions.through
        self.house.pen.line(through, dispatch_id=self._paper(by, on).pk, petition_id=petition.pk)
        self._carry_over(petition, undertaking)

    def _paper(self, by: House, on: date) -> Dispatch:
        key = (by.council.pk, on)
        if key not in self.papers:
            number = f"{by.draw.randint(1, 400)}/TTHĐND"
            self.papers[key] = self.house.pen.draft(Dispatch, council=by.council, number=number, issued_on=on)
        return self.papers[key]

    def _carry_over(self, petition: Petition, undertaking: Undertaking) -> None:
        """What a session left open is followed at the next; some offices do not write it down."""
        assert petition.forwarded_on is not None
        regular = self.house.regular
        for session, following in pairwise(regular):
            on = session.closes_on
            settled = undertaking.settled_on if undertaking.status in SETTLED else None
            if on < petition.forwarded_on or (settled and settled <= on) or self.house.chance(0.4):
                continue
            self.house.pen.line(Carrying, petition_id=petition.pk, session_id=following.pk, carried_on=on)
            petition.carried_to_id, petition.carried_on = following.pk, on
            petition.version += 1


def _rounds(house: House) -> Iterator[dict[str, Any]]:
    span = timedelta(days=9 if house.is_upper else 4)
    for session in house.regular:
        before = session.opens_on - timedelta(days=35)
        after = session.closes_on + timedelta(days=7)
        for kind, starts in (("before_session", before), ("after_session", after)):
            if starts in house.years and starts + span in house.years:
                yield {"kind": kind, "session": session, "starts_on": starts, "ends_on": starts + span}
    for year in house.years.years:
        starts = date(year, 10, house.draw.randint(3, 20))
        theme = house.draw.choice(words.TOPICS)[1]
        yield {"kind": "thematic", "theme": theme, "starts_on": starts, "ends_on": starts + span}
