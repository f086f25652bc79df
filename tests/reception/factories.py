"""Reception days, receptions and letters for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reception.actions.denunciations import record_denunciation
from dienhong.reception.actions.handlers import name_handler
from dienhong.reception.actions.letters import handle
from dienhong.reception.models import Letter, LetterHandler, Reception, ReceptionDay
from dienhong.reception.register import days, letters, receptions
from dienhong.registers import actions as records
from dienhong.rulebook.models import Field

from ..factories import NOW, make_user

HELD = date(2023, 6, 15)
RECEIVED = date(2023, 11, 6)
SECRET = {
    "matter": "Tố cáo ông Trưởng thôn Bí Ẩn bớt xén tiền hỗ trợ",
    "sender": "Kpă Kín Tiếng",
    "sender_address": "Làng Giấu Tên",
    "place": "Thôn Khuất",
}
"""What must never be found where it does not belong."""


def field(code: str = "land") -> Field:
    return Field.objects.get(code=code)


def make_day(council: Council, by: User, **fields: Any) -> ReceptionDay:
    usual = {"held_on": HELD, "place": "Trụ sở tiếp công dân", "receiver_name": "Bà Mẫu, Chủ tịch HĐND"}
    return records.add(days, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_reception(council: Council, by: User, **fields: Any) -> Reception:
    usual = {"received_on": HELD, "citizens": 2, "matter": "Đề nghị đo lại đất vườn"}
    return records.add(receptions, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_letter(council: Council, by: User, **fields: Any) -> Letter:
    usual = {
        "kind": "petition",
        "received_on": RECEIVED,
        "sender": "Nguyễn Văn Mẫu",
        "matter": "Đề nghị xem xét việc thu hồi đất ruộng làm đường",
        "field": field(),
    }
    return records.add(letters, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def take(letter: Letter, step: str, by: User, **values: Any) -> Letter:
    """A step on the day after the letter came, unless said otherwise."""
    given = {} if step == "reopen" else {"handled_on": date(2023, 11, 8)}
    version = values.pop("expected_version", letter.version)
    return handle(letters, letter, step=step, expected_version=version, by=by, at=NOW, **{**given, **values})


def make_handler(council: Council, name: str = "nguoi.xu.ly") -> User:
    """A clerk of the council whom its leader named to handle denunciations."""
    leader, handler = (
        make_user(f"tt.{name}", Role.LEADER, council),
        make_user(name, Role.CLERK, council),
    )
    name_handler(council, user=handler, from_on=date(2023, 1, 1), by=leader, at=NOW)
    return handler


def handlers_of(council: Council) -> list[LetterHandler]:
    return list(LetterHandler.objects.filter(council=council).order_by("pk"))


def make_denunciation(council: Council, by: User, **fields: Any) -> Letter:
    values = {"received_on": RECEIVED, "channel": "post", "competence": "own", **fields}
    return record_denunciation(council, values=values, said={**SECRET, "field": "budget"}, by=by, at=NOW)
