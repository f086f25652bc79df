"""Questions at sessions and between them, question times, hearings; what was promised is followed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.questioning.register import hearings, matters, question_times, questions
from dienhong.sample.simulation import words
from dienhong.sample.simulation.followed import Work, origin_of, undertake
from dienhong.sample.simulation.house import House

SET_BY = "HĐND đặt"


def question(house: House) -> None:
    for session in house.regular:
        asked = house.draw.randint(0, 2 * house.size.questions)
        if asked:
            _time(house, session)
        for _ in range(asked):
            _ask(house, "session", session.opens_on, session)
    for year in house.years.years:
        if house.chance(0.3):
            _ask(
                house,
                "between",
                house.day(max(date(year, 2, 1), house.years.first), date(year, 10, 30)),
                None,
            )
    for ordinal, year in enumerate(
        (y for y in house.years.years if house.is_upper or house.chance(0.5)), start=1
    ):
        _hear(house, ordinal, house.day(date(year, 8, 1), date(year, 11, 5)))


def _time(house: House, session: CouncilSession) -> None:
    given = {"speakers": house.draw.randint(1, 6), "minutes": 90, "chair": "Chủ tịch HĐND"}
    house.record(question_times, venue="session", session=session, held_on=session.closes_on, **given)


def _ask(house: House, venue: str, on: date, session: CouncilSession | None) -> None:
    """Most are answered, orally at the session or in writing; a few are taken back."""
    matter, asker = words.matter(house.draw), house.sitting(on)
    taken_back, written = house.chance(0.02), venue == "between" or house.chance(0.2)
    answered = None if taken_back or house.chance(0.03) else house.later(on, 4, 14) if written else on
    answered = answered if answered and answered in house.years else None
    body = house.body(Kind.EXECUTIVE, Kind.DEPARTMENT)
    given: dict[str, Any] = {
        "text": f"{matter.text}: trách nhiệm và giải pháp?",
        "field": house.fields[matter.field],
    }
    given |= {"venue": venue, "session": session, "asked_on": on, "asker": asker, "body": body}
    given |= {"manner": "written" if venue == "between" else "oral"}
    made = house.record(
        questions,
        **given,
        answer_manner="written" if written else "oral",
        answered_on=answered,
        answer="Đã làm rõ nguyên nhân, nêu giải pháp và thời hạn." if answered else "",
        status="withdrawn" if taken_back else "put",
        version=2,
    )
    if answered and house.chance(0.3):
        due = answered + timedelta(days=150)
        work = Work(
            words.said(f"Thực hiện lời hứa: {matter.wish}."),
            body,
            answered,
            due,
            SET_BY,
            "Như đã hứa",
            made.field,
        )
        undertake(house, origin_of(house, made, made.title), work)


def _hear(house: House, ordinal: int, day: date) -> None:
    concluded = day + timedelta(days=8)
    made = house.record(
        hearings,
        term=house.term,
        ordinal=ordinal,
        held_on=day,
        chair="Chủ tịch HĐND",
        conclusion_number=f"{house.draw.randint(1, 200)}/TB-HĐND",
        concluded_on=concluded,
        conclusion="Yêu cầu khắc phục trong thời hạn đã nêu.",
        version=3,
    )
    for _ in range(house.draw.randint(1, 4)):
        matter, body = words.matter(house.draw), house.body(Kind.EXECUTIVE, Kind.DEPARTMENT)
        field = house.fields[matter.field]
        house.record(
            matters, hearing=made, text=f"{matter.text}: nguyên nhân, giải pháp.", field=field, body=body
        )
        work = Work(
            words.said(f"Khắc phục: {matter.wish}."),
            body,
            concluded,
            concluded + timedelta(days=60),
            SET_BY,
            "",
            field,
        )
        undertake(house, origin_of(house, made, made.title), work)
