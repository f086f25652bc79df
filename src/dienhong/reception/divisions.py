"""How days, receptions and letters are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef, Q

from dienhong.reception.models import Reception
from dienhong.reception.queries import said_same
from dienhong.reception.states import DayOutcome, DayState
from dienhong.registers.declaration import Division
from dienhong.rulebook.current import rulebook

MANY = "letter.many_senders"


def _received() -> Q:
    """Asked of each day by the index of what came on it: a list of all days would be made for every figure anew."""
    return Q(Exists(Reception.objects.counted().filter(day=OuterRef("pk"))))


def _state(part: str, day: date) -> Q:
    """As ``ReceptionDay.state_on`` has it."""
    if part in {DayState.NOT_HELD, DayState.MOVED}:
        return Q(outcome=part)
    held = Q(outcome=DayOutcome.HELD) | Q(outcome="") & _received()
    if part == DayState.HELD:
        return held
    past = Q(held_on__lt=day)
    return Q(outcome="") & ~_received() & (past if part == DayState.MISSED else ~past)


def _counted_state(part: str, day: date) -> Q:
    """The same of those that are left when the parts are asked in their order: whoever came is asked for once."""
    return {
        DayState.PLANNED: Q(outcome="", held_on__gte=day) & ~_received(),
        DayState.HELD: Q(outcome=DayOutcome.HELD) | Q(outcome="") & _received(),
        DayState.MISSED: Q(outcome=""),
    }.get(DayState(part), Q(outcome=part))


state = Division("tinh-trang", "Tình trạng", dict(DayState.choices), _state, counted=_counted_state)


def _crowd(field: str, part: str, day: date) -> Q:
    """From how many people on they are a group, by the circular of the day; before the first of them, none is."""
    rule = rulebook().on(day).get(MANY)
    crowd = Q(**{f"{field}__gte": int(rule.value)}) if rule else Q(pk__in=())
    return crowd if part == "many" else ~crowd


crowd = Division(
    "dong-nguoi",
    "Đông người",
    {"many": "đoàn đông người", "few": "không"},
    lambda part, day: _crowd("citizens", part, day),
)

signed = Division(
    "nhieu-nguoi",
    "Đơn nhiều người",
    {"many": "nhiều người cùng ký", "few": "không"},
    lambda part, day: _crowd("signatories", part, day),
)

twice = Division(
    "trung",
    "Trùng giữa các cấp",
    {"yes": "đã xác định cùng một đơn", "no": "không"},
    said_same,
)
