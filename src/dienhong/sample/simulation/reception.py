"""Reception of citizens by calendar, and letters; what a denunciation says is sealed as in life."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from dienhong.accounts.sealing import seal
from dienhong.reception.register import days, letters, receptions
from dienhong.sample.simulation import words
from dienhong.sample.simulation.house import House

_STATUSES = words.Chances.of(
    {
        "settled": 40,
        "passed_on": 22,
        "guided": 14,
        "returned": 6,
        "filed": 8,
        "withdrawn": 2,
        "accepted": 5,
        "received": 3,
    }
)
_COMPETENCE = {"settled": "own", "accepted": "own", "passed_on": "other_agency", "guided": "other_level"}
_KINDS = words.Chances.of({"petition": 48, "feedback": 32, "complaint": 18, "denunciation": 2})
_OUTCOMES = words.Chances.of({"held": 30, "": 62, "not_held": 8})
_COMERS = words.Chances.of({0: 45, 1: 40, 2: 15})
_IN_GROUP = words.Chances.of({1: 70, 2: 18, 3: 10, 7: 2})


@cache
def _secret() -> str:
    """One sealed text for all: sealing takes longer than everything else of a letter."""
    said = {
        "sender": "Người tố cáo mẫu",
        "matter": "Nội dung tố cáo giả lập",
        "outcome": "Đã xử lý theo quy định",
    }
    return seal(said)


def receive(house: House) -> None:
    for year, month in house.years.months():
        _calendar(house, year, month)
        for _ in range(house.draw.randint(0, 2 * house.size.letters)):
            last = date(year, month, 28)
            _letter(house, house.day(date(year, month, 1), last))


def _calendar(house: House, year: int, month: int) -> None:
    """The day of the month by the law; what was said of it, or nothing."""
    day = date(year, month, 15)
    outcome = _OUTCOMES.one(house.draw)
    receiver = house.draw.choice(house.leaders[:3])
    planned = house.record(
        days,
        held_on=day,
        place="Trụ sở tiếp công dân",
        body="standing",
        receiver=receiver,
        published_on=day - timedelta(days=20),
        outcome=outcome,
        not_held_reason="Trùng lịch kỳ họp" if outcome == "not_held" else "",
        version=2 if outcome else 1,
    )
    if outcome == "not_held":
        return
    for _ in range(_COMERS.one(house.draw) * (3 if house.is_upper else 1)):
        field, matter = house.draw.choice(words.LETTERS)
        house.record(
            receptions,
            day=planned,
            received_on=day,
            citizens=_IN_GROUP.one(house.draw),
            citizen=words.person(house.draw, house.chance(0.4)),
            matter=matter,
            field=house.fields[field],
            place=words.place(house.draw),
        )


def _letter(house: House, received: date) -> None:
    draw, (field, matter) = house.draw, house.draw.choice(words.LETTERS)
    kind, status = _KINDS.one(draw), _STATUSES.one(draw)
    handled = house.later(received, 2, 40)
    if handled > house.years.last:
        status = "received"
    given: dict[str, Any] = {
        "kind": kind,
        "received_on": received,
        "channel": draw.choice(("post", "in_person", "online")),
    }
    given |= {"status": status, "competence": _COMPETENCE.get(status, "unknown")}
    given |= {
        "handled_on": None if status == "received" else handled,
        "version": 1 if status == "received" else 2,
    }
    given |= {"accepted_on": handled if status == "accepted" else None}
    given |= {"filing_ground": draw.choice(("anonymous", "double", "copies")) if status == "filed" else ""}
    given |= {"passed_to": house.agency() if status == "passed_on" else None}
    if kind == "denunciation":
        given |= {"sealed": _secret()}
    else:
        given |= {"matter": f"{matter} tại {words.place(draw)}", "field": house.fields[field]}
        given |= {"sender": words.person(draw, house.chance(0.4)), "place": words.place(draw)}
        given |= {"outcome": "Đã trả lời người gửi." if status in {"settled", "guided"} else ""}
    house.record(letters, **given)
