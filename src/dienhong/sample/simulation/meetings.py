"""Monthly and other meetings of the standing committee with what was submitted to them; conferences."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.meetings.register import conferences, matters, meetings
from dienhong.organisations.kinds import Level
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.sample.simulation import words
from dienhong.sample.simulation.house import House

DECISIONS = words.Chances.of({"approved": 70, "amended": 18, "deferred": 6, "returned": 4, "rejected": 2})
MATTERS = words.Chances.of({0: 30, 1: 40, 2: 20, 3: 10})


def meet(house: House) -> None:
    for year, month in house.years.months():
        _monthly(house, year, month)
    for year in house.years.years:
        for _ in range(house.size.extra_meetings):
            _of_committee(house, year)
        if house.is_upper:
            _conference(house, year)


def _monthly(house: House, year: int, month: int) -> None:
    if house.chance(0.02):
        return
    day = house.day(date(year, month, 15), date(year, month, 27))
    noticed = house.chance(0.8)
    meeting = house.record(
        meetings,
        kind="standing",
        month=month,
        year=year,
        held_on=day,
        chair="Chủ tịch HĐND",
        members=len(house.leaders),
        content="Đánh giá hoạt động trong tháng, cho ý kiến các nội dung UBND trình.",
        notice_number=f"{house.draw.randint(1, 300)}/TB-HĐND" if noticed else "",
        notice_on=day + timedelta(days=3) if noticed else None,
        status="closed",
        version=3,
    )
    for _ in range(MATTERS.one(house.draw) * (3 if house.is_upper else 1)):
        field, text = house.draw.choice(words.RESOLUTIONS)
        house.record(
            matters,
            meeting=meeting,
            text=f"{text}, tháng {month}/{year}",
            submitter=house.body(Kind.EXECUTIVE),
            submission_number=f"{house.draw.randint(1, 300)}/TTr-UBND",
            submitted_on=day - timedelta(days=house.draw.randint(3, 9)),
            field=house.fields[field],
            decision=DECISIONS.one(house.draw),
        )


def _of_committee(house: House, year: int) -> None:
    first = max(date(year, 1, 4), house.years.first)
    day = house.day(first, date(year, 12, 20))
    body = house.body(Kind.COMMITTEE)
    house.record(meetings, kind="committee", body=body, held_on=day, members=4, status="held", version=2)


def _conference(house: House, year: int) -> None:
    day = date(year, 8, house.draw.randint(5, 25))
    house.record(
        conferences,
        kind="conference",
        level=Level.COMMUNE.value,
        term=house.term,
        ordinal=year - house.years.first.year + 1,
        held_on=day,
        theme="Nâng cao chất lượng hoạt động của HĐND cấp xã",
        from_own=house.draw.randint(8, 20),
        from_below=house.draw.randint(40, 160),
        conclusion_number=f"{house.draw.randint(1, 300)}/TB-HĐND",
        concluded_on=day + timedelta(days=6),
        conclusion="Các Hội đồng cấp xã thực hiện đúng thời hạn gửi tài liệu kỳ họp.",
        version=3,
    )
