"""Oversight and surveys with their recommendations; delegations received from above."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.oversight.models import Oversight
from dienhong.oversight.register import oversights, received
from dienhong.sample.simulation import words
from dienhong.sample.simulation.followed import Work, origin_of, undertake
from dienhong.sample.simulation.house import House

_FORMS = words.Chances.of(
    {"thematic": 40, "survey": 15, "regular": 25, "report_review": 15, "document_review": 5}
)
_LEADS = words.Chances.of({"council": 15, "standing_committee": 35, "committee": 40, "delegate_group": 10})
_PLACES = words.Chances.of({"planned": 75, "added": 15, "outside": 10})
_ENDS = words.Chances.of({"concluded": 96, "postponed": 2, "dropped": 2})
_BODY = {"committee": Kind.COMMITTEE, "delegate_group": Kind.DELEGATE_GROUP}
SET_BY = "HĐND đặt"


def oversee(house: House) -> None:
    for year in house.years.years:
        for _ in range(house.size.oversight):
            _one(house, year)
        if house.chance(0.7):
            _receive(house, year)


def _one(house: House, year: int) -> None:
    """Nearly all are carried out and concluded; of these, some end in recommendations."""
    draw, (field, topic) = house.draw, house.draw.choice(words.TOPICS)
    lead, place = _LEADS.one(draw), _PLACES.one(draw)
    lead = lead if lead != "delegate_group" or house.is_upper else "committee"
    status = _ENDS.one(draw) if place == "planned" else "concluded"
    starts = house.day(max(date(year, 1, 10), house.years.first), date(year, 11, 20))
    given: dict[str, Any] = {
        "topic": f"{topic}, năm {year}",
        "form": _FORMS.one(draw),
        "lead_kind": lead,
        "body": house.body(_BODY[lead]) if lead in _BODY else None,
        "field": house.fields[field],
        "programme_place": place,
        "programme_year": None if place == "outside" else year,
        "added_why": "Theo đề nghị của cử tri" if place == "added" else "",
        "status": status,
        "status_reason": "" if status == "concluded" else "Trùng nội dung của Đoàn cấp trên",
    }
    if status == "concluded":
        given |= {"starts_on": starts, "ends_on": starts + timedelta(days=12)}
        given |= {
            "reported_on": starts + timedelta(days=22),
            "report_number": f"{draw.randint(1, 200)}/BC-HĐND",
        }
    made = house.record(oversights, **given, version=2)
    if status == "concluded" and house.chance(0.3):
        _recommend(house, made, starts + timedelta(days=24))


def _recommend(house: House, made: Oversight, on: date) -> None:
    if on > house.years.last:
        return
    for _ in range(house.draw.randint(1, 3)):
        text = f"Khắc phục tồn tại đã nêu: {words.matter(house.draw).wish}."
        work = Work(
            words.said(text), house.agency(), on, on + timedelta(days=90), SET_BY, "Theo kết luận", made.field
        )
        undertake(house, origin_of(house, made, made.title), work)


def _receive(house: House, year: int) -> None:
    field, topic = house.draw.choice(words.TOPICS)
    house.record(
        received,
        from_level="national" if house.is_upper else "province",
        sender="Đoàn đại biểu Quốc hội" if house.is_upper else "Thường trực HĐND tỉnh",
        topic=topic,
        field=house.fields[field],
        held_on=house.day(max(date(year, 2, 1), house.years.first), date(year, 11, 25)),
        received_by="Thường trực HĐND",
    )
