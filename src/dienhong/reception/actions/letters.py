"""Handling a letter by the table of steps, and saying that two letters are the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.accounts.sealing import seal, unseal
from dienhong.audit import acts
from dienhong.followup.assigning import follow
from dienhong.kernel.errors import NotAllowed, Refused, RuleViolation
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.reception import rules
from dienhong.reception.checks import letter_violations
from dienhong.reception.models import Letter, LetterHandler, LetterPair
from dienhong.reception.states import OFFICE, WORKFLOW
from dienhong.registers.actions import CANCELLED, not_for_this_role
from dienhong.registers.declaration import Register

NEEDS_OUTCOME = frozenset({"guide", "give-back", "settle"})
"""Steps that say to the sender what came of the letter."""


def require_handler(council: Council, by: User) -> None:
    """Raise NotAllowed unless the user is named to handle the denunciations of the council today."""
    if not LetterHandler.objects.of_user(by).filter(council=council).exists():
        raise NotAllowed(
            f"Đơn tố cáo gửi {council.name} chỉ do người được Thường trực HĐND giao xử lý đọc và ghi. "
            "Hãy chuyển đơn trực tiếp cho người ấy."
        )


def require_office(letter: Letter, by: User) -> None:
    """Raise NotAllowed unless the user handles letters there; of a denunciation, unless named for it."""
    if letter.is_denunciation:
        require_handler(letter.council, by)
    sentence = f"Anh/chị không được xử lý đơn thư của {letter.council.name}."
    access_of(by).require(letter.council, OFFICE, sentence)


@transaction.atomic
def handle(
    register: Register,
    record: Letter,
    *,
    step: str,
    expected_version: int,
    by: User,
    at: datetime,
    reason: str = "",
    **values: Any,
) -> Letter:
    """Take a step of the table with what it asks for. Raises NotAllowed, Changed or Refused."""
    transition = WORKFLOW.transition(step)
    require_office(record, by)
    if not access_of(by).may_act(record.council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(not_for_this_role(transition, record.council))
    outcome = str(values.get("outcome", ""))
    Refused.if_any(
        [
            WORKFLOW.violation(step, record.status, reason),
            rules.answered(step in NEEDS_OUTCOME, outcome),
        ]
    )
    told = _told(record, step, {**values, "status": transition.target})
    letter = write(
        record, told, verb=transition.label, reason=reason, expected_version=expected_version, by=by, at=at
    )
    if step == "pass-on" and letter.report_due_on:
        _follow(letter, by, at)
    return letter


def _told(letter: Letter, step: str, values: dict[str, Any]) -> dict[str, Any]:
    """What the step sets; words about a denunciation go into what is sealed."""
    if step == "accept":
        values["accepted_on"] = values["handled_on"]
    if step == "reopen":
        values |= {"handled_on": None, "filing_ground": ""}
    if letter.is_denunciation and "outcome" in values:
        values["sealed"] = seal({**unseal(letter.sealed), "outcome": values.pop("outcome")})
    return values


def _follow(letter: Letter, by: User, at: datetime) -> None:
    """The body that must report back has something to do; of a denunciation it says only that there is one."""
    assert letter.passed_to is not None and letter.handled_on is not None
    by_slip = f" theo phiếu chuyển {letter.slip_number}" if letter.slip_number else ""
    secret = f"Giải quyết đơn tố cáo {letter.code}{by_slip}, báo kết quả"
    follow(
        letter,
        text=secret if letter.is_denunciation else letter.matter,
        lead=letter.passed_to,
        on=letter.handled_on,
        due_on=letter.report_due_on,
        field=letter.field,
        by=by,
        at=at,
    )


def write(
    letter: Letter,
    values: Mapping[str, Any],
    *,
    verb: str,
    expected_version: int,
    by: User,
    at: datetime,
    reason: str = "",
) -> Letter:
    """Set fields under a verb, when the letter as it then stands breaks no rule."""
    edited = copy(letter)
    for name, value in values.items():
        setattr(edited, name, value)
    Refused.if_any([_cancelled(letter), *acts.shape_violations(edited)])
    edited.derive()
    Refused.if_any(letter_violations(edited, timezone.localdate(at)))
    return acts.update(
        letter,
        {**values, "counts_on": edited.counts_on},
        expected_version=expected_version,
        council_id=letter.council_id,
        by=by,
        at=at,
        verb=verb,
        reason=reason.strip(),
    )


def _cancelled(letter: Letter) -> RuleViolation | None:
    return RuleViolation("cancelled", CANCELLED) if letter.is_cancelled else None


@transaction.atomic
def say_same(letter: Letter, other: Letter, *, same: bool, by: User, at: datetime) -> LetterPair:
    """A person's word on two letters; another word replaces it. Both stay two records and count as two."""
    require_office(letter, by)
    Refused.if_any(_not_to_be_compared(letter, other))
    first, second = sorted((letter, other), key=lambda one: one.pk)
    known = LetterPair.objects.filter(first=first, second=second).first()
    verb = "Ghi là cùng một đơn" if same else "Ghi là hai đơn khác nhau"
    given: dict[str, Any] = {"council_id": letter.council_id, "by": by, "at": at, "verb": verb}
    if known:
        return acts.update(known, {"same": same}, expected_version=known.version, **given)
    return acts.create(LetterPair(council=letter.council, first=first, second=second, same=same), **given)


def _not_to_be_compared(letter: Letter, other: Letter) -> Iterator[RuleViolation | None]:
    yield rules.two_letters(letter.pk, other.pk)
    yield rules.is_a_denunciation(letter.is_denunciation or other.is_denunciation, False)
