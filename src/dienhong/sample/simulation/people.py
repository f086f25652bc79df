"""The bodies around a council, its term, constituencies, delegates and positions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.organisations.models import Organisation
from dienhong.people.models import Constituency, Mandate, Person
from dienhong.people.register import constituencies, mandates, positions, terms
from dienhong.people.states import DECIDED, EndReason, PositionRole, Said
from dienhong.sample.simulation import words
from dienhong.sample.simulation.house import ELECTED_ON, House

_COMMON = (
    (Kind.STANDING_COMMITTEE, "Thường trực HĐND", "Thường trực HĐND {area}"),
    (Kind.COMMITTEE, "Ban Pháp chế", "Ban Pháp chế HĐND {area}"),
    (Kind.COMMITTEE, "Ban Kinh tế - Xã hội", "Ban Kinh tế - Xã hội HĐND {area}"),
    (Kind.EXECUTIVE, "UBND {area}", "Ủy ban nhân dân {area}"),
    (Kind.FRONT, "UBMTTQVN {area}", "Ủy ban MTTQ Việt Nam {area}"),
    (Kind.POLICE, "Công an {area}", "Công an {area}"),
)
_LOWER = (
    (Kind.OFFICE, "Văn phòng", "Văn phòng HĐND và UBND {area}"),
    (Kind.DEPARTMENT, "Phòng Kinh tế", "Phòng Kinh tế {area}"),
    (Kind.DEPARTMENT, "Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội {area}"),
)
_UPPER = (
    (Kind.OFFICE, "Văn phòng", "Văn phòng Đoàn ĐBQH và HĐND {area}"),
    (Kind.COMMITTEE, "Ban Kinh tế - Ngân sách", "Ban Kinh tế - Ngân sách HĐND {area}"),
    (Kind.COMMITTEE, "Ban Dân tộc", "Ban Dân tộc HĐND {area}"),
    *(
        (Kind.DEPARTMENT, f"Sở {name}", f"Sở {name} {{area}}")
        for name in (
            "Tài chính",
            "Xây dựng",
            "Nông nghiệp và Môi trường",
            "Công Thương",
            "Giáo dục và Đào tạo",
            "Y tế",
            "Nội vụ",
            "Tư pháp",
        )
    ),
    *((Kind.DELEGATE_GROUP, f"Tổ đại biểu số {n}", f"Tổ đại biểu số {n} HĐND {{area}}") for n in range(1, 9)),
    (Kind.COURT, "Tòa án nhân dân", "Tòa án nhân dân {area}"),
    (Kind.PROCURACY, "Viện kiểm sát nhân dân", "Viện kiểm sát nhân dân {area}"),
)


def settle(house: House) -> None:
    """Who is there before anything happens."""
    _bodies(house)
    seats = house.draw.randint(*house.size.seats)
    house.term = house.record(
        terms, ordinal=14, starts_on=ELECTED_ON, first_year=2021, last_year=2026, seats_allotted=seats
    )
    places = list(_constituencies(house, seats))
    names: set[str] = set()
    for place in places:
        _seat(house, place, names)
    _positions(house)
    _leave(house)


def _bodies(house: House) -> None:
    for kind, short, name in (*_COMMON, *(_UPPER if house.is_upper else _LOWER)):
        area = house.council.short_name
        number = int(short.rsplit(" ", 1)[1]) if kind == Kind.DELEGATE_GROUP else None
        body = house.pen.draft(
            Organisation, council=house.council, kind=kind.value, name=name.format(area=area), number=number
        )
        body.short_name, body.established_on = short.format(area=area), ELECTED_ON
        body.derive()
        house.bodies.setdefault(kind, []).append(body)


def _constituencies(house: House, seats: int) -> Iterator[Constituency]:
    """Each as often as it has seats."""
    each = house.size.in_constituency
    for number, first in enumerate(range(0, seats, each), start=1):
        elects, areas = min(each, seats - first), house.draw.randint(2, 6)
        given = {"term": house.term, "number": number, "seats": elects, "polling_areas": areas}
        yield from [house.record(constituencies, area=words.place(house.draw), **given)] * elects


def _seat(house: House, place: Constituency, names: set[str]) -> None:
    draw, female = house.draw, house.chance(0.31)
    while (name := words.person(draw, female)) in names:
        pass
    names.add(name)
    born = date(draw.randint(1962, 1996), draw.randint(1, 12), draw.randint(1, 28))
    said: dict[str, Any] = {"sex": "female" if female else "male", "born_on": born, "birth_year": born.year}
    number = house.pen.number(house.council.pk, "NG", 0)
    person = house.pen.draft(Person, council=house.council, code=f"NG-{number:04d}", name=name, **said)
    person.derive()
    given = {"term": house.term, "constituency": place, "person": person, "from_on": ELECTED_ON}
    house.mandates.append(house.record(mandates, full_name=name, **given, **said, **_declared(house, born)))


def _declared(house: House, born: date) -> dict[str, Any]:
    """What is said of a delegate for the term; a few things nobody said."""
    draw = house.draw
    party = draw.choices(("member", "non_party", "unknown"), (88, 10, 2))[0]
    minority = draw.choice(("Tày", "Thái", "Mường", "Khmer", "Nùng", "Mông", "Ba Na", "Gia Rai"))
    return {
        "ethnicity": draw.choices(("Kinh", minority, "unknown"), (80, 18, 2))[0],
        "religion": draw.choices(("none", "buddhist", "catholic", "protestant", "unknown"), (86, 6, 4, 2, 2))[
            0
        ],
        "party": party,
        "party_joined_on": date(born.year + 24, 2, 3) if party == "member" and born.year < 1995 else None,
        "education": draw.choices(("postgraduate", "university", "college_and_below"), (18, 62, 20))[0],
        "political_theory": draw.choices(
            ("advanced", "intermediate", "elementary", "none"), (30, 45, 15, 10)
        )[0],
        "occupation": draw.choice(
            ("Trưởng thôn", "Giáo viên", "Công chức", "Bác sĩ", "Nông dân", "Bí thư Đảng ủy")
        ),
        "reelected": draw.choices(("yes", "no"), (35, 65))[0],
        "self_nominated": draw.choices(("yes", "no"), (4, 96))[0],
    }


def _positions(house: House) -> None:
    """The standing committee full-time, the committees and groups beside another work."""
    waiting = iter(house.mandates)
    for role, count in ((PositionRole.CHAIR, 1), (PositionRole.VICE_CHAIR, 2 if house.is_upper else 1)):
        for _ in range(count):
            body = house.bodies[Kind.STANDING_COMMITTEE][0]
            house.leaders.append(_hold(house, body, role, next(waiting), Said.YES))
    for body in house.bodies[Kind.COMMITTEE]:
        house.leaders.append(_hold(house, body, PositionRole.HEAD, next(waiting), Said.NO))
        for _ in range(3):
            _hold(house, body, PositionRole.MEMBER, next(waiting), Said.NO)
    for body in house.bodies.get(Kind.DELEGATE_GROUP, ()):
        _hold(house, body, PositionRole.GROUP_HEAD, next(waiting), Said.NO)


def _hold(house: House, body: Organisation, role: PositionRole, mandate: Mandate, full: Said) -> Any:
    given = {"organisation": body, "role": role.value, "full_time": full.value, "person": mandate.person}
    return house.record(positions, from_on=ELECTED_ON + timedelta(days=30), **given)


def _leave(house: House) -> None:
    """A few of those without a position leave before the term ends."""
    held = {body.person_id for body in house.leaders}
    for mandate in house.mandates[-max(len(house.mandates) // 20, 1) :]:
        if mandate.person_id in held or mandate.from_on > house.years.last:
            continue
        mandate.to_on = house.day(house.years.first, house.years.last)
        mandate.end_reason = house.draw.choice([reason.value for reason in EndReason])
        mandate.version = 2
        if mandate.end_reason in DECIDED:
            mandate.decided_at = f"Nghị quyết {house.draw.randint(1, 90)}/NQ-HĐND"
