"""Sessions with their papers, verifications and discussions; resolutions and their programme; a rating."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from dienhong.confidence.register import rated_people, ratings
from dienhong.council_sessions.due import NORMATIVE_PAPERS, PAPERS, VERIFICATION, law_now
from dienhong.council_sessions.models import CouncilSession, Paper, Verification
from dienhong.council_sessions.register import discussions, papers, register, verifications
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.register import programme, resolutions
from dienhong.sample.simulation import words
from dienhong.sample.simulation.house import House

RATED_YEAR = 2023

STATUSES = words.Chances.of({"issued": 94, "passed": 2, "rejected": 1, "withdrawn": 1, "proposed": 2})
CONCLUSIONS = words.Chances.of({"agreed": 60, "amended": 37, "not_yet": 3})


@cache
def _due(rule: str, opens_on: date, level: str) -> date | None:
    due = law_now().due(rule, opens_on, level)
    return due.day if due else None


def hold_sessions(house: House) -> None:
    """Every session of the years, with all that belongs to it, and the year's programme of resolutions."""
    for ordinal, (kind, opens) in enumerate(sorted(_openings(house), key=lambda one: one[1]), start=1):
        closes = opens + timedelta(
            days=house.draw.randint(1, 3) if house.is_upper else house.draw.randint(0, 1)
        )
        house.sessions.append(
            house.record(
                register,
                term=house.term,
                kind=kind,
                ordinal=ordinal,
                nominal_year=opens.year,
                opens_on=opens,
                closes_on=closes,
                place="Hội trường HĐND",
                status="closed",
                version=3,
            )
        )
    passed = [made for session in house.sessions for made in _hold(house, session)]
    for year in house.years.years:
        _plan(house, year, [one for one in passed if one.passed_on and one.passed_on.year == year])


def _openings(house: House) -> Iterator[tuple[str, date]]:
    """Two regular sessions a year and some more, never two on one day."""
    for year in house.years.years:
        summer, winter = date(year, 7, house.draw.randint(5, 19)), date(year, 12, house.draw.randint(4, 14))
        days = [("regular", summer), ("regular", winter)]
        for place, month in enumerate((4, 9)[: house.size.extra_sessions]):
            kind = "thematic" if place or house.chance(0.7) else "extraordinary"
            days.append((kind, date(year, month, house.draw.randint(8, 24))))
        yield from ((kind, day) for kind, day in days if day in house.years)


def _hold(house: House, session: CouncilSession) -> Iterator[Resolution]:
    few = 1 if session.kind == "regular" else 2
    for _ in range(house.size.papers // few):
        _paper(house, session)
    for _ in range(max(house.size.papers // few // 2, 1)):
        _verification(house, session)
    _discussions(house, session)
    rated = RATED_YEAR if RATED_YEAR in house.years.years else house.years.last.year
    if session.kind == "regular" and (session.opens_on.year, session.opens_on.month) == (rated, 12):
        _rate(house, session)
    for _ in range(house.draw.randint(*house.size.resolutions) // few):
        yield _resolution(house, session)


def _part(house: House, of: Register, session: CouncilSession, due: date | None, **values: Any) -> Any:
    """A part that is due by a rule: what its ``derive`` looks up for each, looked up once a day and level."""
    made: Any = house.pen.draft(
        of.model, council=house.council, recorded_by=house.pen.by, recorded_at=house.pen.at, **values
    )
    made.session, made.counts_on, made.due_on = session, session.opens_on, due
    Record.derive(made)
    house.pen.name(of, made)
    return made


def _paper(house: House, session: CouncilSession) -> Paper:
    normative = house.chance(0.15)
    _, text = house.draw.choice(words.RESOLUTIONS)
    due = _due(NORMATIVE_PAPERS if normative else PAPERS, session.opens_on, house.council.level)
    around = due or session.opens_on
    came = None if house.chance(0.02) else min(house.later(around, -9, 2), session.opens_on)
    kind = house.draw.choice(("submission", "report", "draft_resolution", "verification", "other"))
    given = {"kind": kind, "title": text, "submitter": house.body(Kind.EXECUTIVE), "normative": normative}
    made: Paper = _part(house, papers, session, due, received_on=came, **given)
    return made


def _verification(house: House, session: CouncilSession) -> Verification:
    due = _due(VERIFICATION, session.opens_on, house.council.level)
    met = house.later(session.opens_on, -18, -8)
    reported = None if house.chance(0.05) else house.later(met, 1, 5)
    given: dict[str, Any] = {
        "subject": house.draw.choice(words.RESOLUTIONS)[1],
        "lead": house.body(Kind.COMMITTEE),
        "assigned_on": met - timedelta(days=7),
        "met_on": met,
        "reported_on": reported,
        "conclusion": CONCLUSIONS.one(house.draw) if reported else "",
    }
    made: Verification = _part(house, verifications, session, due, **given)
    return made


def _discussions(house: House, session: CouncilSession) -> None:
    groups = house.bodies.get(Kind.DELEGATE_GROUP, ()) if session.kind == "regular" else ()
    for group in (None, *groups):
        speakers = house.draw.randint(2, 9)
        house.record(
            discussions,
            session=session,
            kind="group" if group else "plenary",
            group=group,
            held_on=session.opens_on,
            topic="Kinh tế - xã hội, ngân sách",
            speakers=speakers,
            opinions=speakers + house.draw.randint(0, 6),
        )


def _resolution(house: House, session: CouncilSession) -> Resolution:
    """Nearly all are passed and issued; some were rejected, withdrawn, or wait for their signature."""
    draw, (field, text) = house.draw, house.draw.choice(words.RESOLUTIONS)
    status = STATUSES.one(draw)
    kind = "normative" if house.is_upper and house.chance(0.3) else "individual"
    proposed = house.later(session.opens_on, -60, -30)
    given: dict[str, Any] = {
        "kind": kind,
        "field": house.fields[field],
        "title": f"{text} năm {session.nominal_year}",
    }
    given |= {"proposer": house.body(Kind.EXECUTIVE), "proposed_on": proposed, "status": status}
    if status in {"issued", "passed"}:
        given |= {"session": session, "passed_on": session.closes_on, "version": 5}
    if status == "issued":
        given |= _issued(house, session, kind)
    made: Resolution = house.record(resolutions, **given)
    return made


def _issued(house: House, session: CouncilSession, kind: str) -> dict[str, Any]:
    signed = house.later(session.closes_on, 0, 5)
    number = house.pen.number(house.council.pk, f"NQ-{kind}", signed.year)
    out = house.later(signed, 1, 3)
    told = {"number": number, "signed_on": signed, "signer": house.leaders[0].holder, "published_on": out}
    return {**told, "sent_up_on": out, "in_force_from": signed + timedelta(days=10)}


def _plan(house: House, year: int, passed: list[Resolution]) -> None:
    """The programme of a year: most came true, some were added, put off or not begun."""
    for made in passed[: 40 if house.is_upper else 5]:
        added = house.chance(0.2)
        house.record(
            programme,
            title=made.title,
            entry="added" if added else "planned",
            reason="Theo đề nghị của UBND" if added else "",
            planned_for=made.passed_on,
            proposer=made.proposer,
            resolution=made,
        )
    if house.chance(0.5):
        late = house.chance(0.5)
        house.record(
            programme,
            title=house.draw.choice(words.RESOLUTIONS)[1],
            planned_for=date(year, 12, 31),
            postponed_to=date(year + 1, 7, 31) if late else None,
            reason="Chờ hướng dẫn của cấp trên" if late else "",
        )


def _rate(house: House, session: CouncilSession) -> None:
    """The rating of the term on three levels, of who leads something."""
    ballots = len([m for m in house.mandates if m.to_on is None or m.to_on >= session.opens_on])
    counts = {"issued": ballots, "collected": ballots, "valid": ballots, "invalid": 0}
    rating = house.record(ratings, session=session, held_on=session.opens_on, **counts)
    for place, leader in enumerate(house.leaders):
        low = house.draw.randint(0, ballots // (2 if place % 5 == 4 else 8))
        high = house.draw.randint((ballots - low) // 3, ballots - low)
        levels = {"high": high, "confidence": ballots - low - high, "low": low}
        named = {"full_name": leader.holder, "office": leader.office, "position": leader}
        house.record(rated_people, rating=rating, **named, **levels)
