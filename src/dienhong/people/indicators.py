"""Who sits, and in how many seats: figures as of the last day of the period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import Q, Sum

from dienhong.indicators.declaration import Indicator, PartOf, Ratio
from dienhong.people import divisions
from dienhong.people.models.mandates import sits
from dienhong.people.register import constituencies, mandates, terms
from dienhong.people.states import Origin
from dienhong.registers.declaration import Division

DELEGATES = "đại biểu"


def of_sitting(code: str, label: str, division: Division, part: str, *phrases: str) -> Indicator:
    """How many of those who sit on the day are of one part of a division."""
    return Indicator(
        code=f"delegates.{code}",
        label=label,
        unit=DELEGATES,
        register=mandates,
        where=sits,
        of=PartOf(division, part),
        listed={division.name: part},
        rests_on=division.rests_on,
        phrases=phrases,
    )


def _elected(day: date) -> Q:
    """At the general election; who came by a by-election is not among them."""
    return Q(origin=Origin.ELECTED)


_BY: Mapping[str, Division] = {division.name: division for division in divisions.MAKE_UP}

indicators = (
    Indicator(
        code="delegates.seats",
        label="Số đại biểu được ấn định",
        unit=DELEGATES,
        register=terms,
        measure=Sum("seats_allotted"),
    ),
    Indicator(
        code="delegates.elected",
        label="Đại biểu trúng cử đầu nhiệm kỳ",
        unit=DELEGATES,
        register=mandates,
        where=_elected,
        listed={"origin": Origin.ELECTED, **divisions.everybody},
    ),
    Indicator(
        code="delegates.current",
        label="Đại biểu đương nhiệm",
        unit=DELEGATES,
        register=mandates,
        where=sits,
        by=_BY,
        on_desk=True,
    ),
    Indicator(
        code="delegates.left",
        label="Đại biểu đã thôi trong nhiệm kỳ",
        unit=DELEGATES,
        register=mandates,
        of=PartOf(divisions.standing, "left"),
        by={"reason": divisions.reason},
        listed={divisions.standing.name: "left"},
    ),
    of_sitting("women", "Đại biểu nữ", divisions.sex, "female", "đại biểu nữ", "đại biểu là nữ"),
    of_sitting("reelected", "Đại biểu tái cử", divisions.reelected, "yes"),
    of_sitting("non_party", "Đại biểu ngoài Đảng", divisions.party, "non_party"),
    of_sitting("religious", "Đại biểu có tôn giáo", divisions.religion, "religious"),
    of_sitting("ethnic_minority", "Đại biểu dân tộc thiểu số", divisions.ethnicity, "minority"),
    of_sitting("self_nominated", "Đại biểu tự ứng cử", divisions.self_nominated, "yes"),
    of_sitting("full_time", "Đại biểu hoạt động chuyên trách", divisions.full_time, "yes"),
    Indicator(
        code="constituencies.count",
        label="Đơn vị bầu cử",
        unit="đơn vị bầu cử",
        register=constituencies,
        phrases=("đơn vị bầu cử",),
    ),
    Indicator(
        code="polling_areas.count",
        label="Khu vực bỏ phiếu",
        unit="khu vực bỏ phiếu",
        register=constituencies,
        measure=Sum("polling_areas"),
    ),
)

ratios = (
    Ratio(
        code="delegates.women_share",
        label="Tỷ lệ đại biểu nữ",
        numerator="delegates.women",
        denominator="delegates.current",
    ),
    Ratio(
        code="delegates.ethnic_minority_share",
        label="Tỷ lệ đại biểu dân tộc thiểu số",
        numerator="delegates.ethnic_minority",
        denominator="delegates.current",
    ),
)
