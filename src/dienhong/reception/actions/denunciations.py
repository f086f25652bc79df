"""Denunciations: recorded, read, changed by who is named for it; every reading is in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.accounts.sealing import seal, unseal
from dienhong.audit import acts
from dienhong.audit.journal import append
from dienhong.documents.numbering import take_number
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.reception import rules
from dienhong.reception.actions.letters import require_handler, require_office, write
from dienhong.reception.checks import letter_violations
from dienhong.reception.models import Letter
from dienhong.reception.models.letters import SEALED
from dienhong.reception.states import LETTER_PREFIX, LetterKind
from dienhong.registers.declaration import Register

READ = "Đọc đơn tố cáo"


@transaction.atomic
def record_denunciation(
    council: Council, *, values: Mapping[str, Any], said: Mapping[str, Any], by: User, at: datetime
) -> Letter:
    """Record one: ``values`` in the open, ``said`` sealed. Raises NotAllowed or Refused."""
    require_handler(council, by)
    Refused.if_any([rules.says_something(str(said.get("matter", "")))])
    kept = {"kind": LetterKind.DENUNCIATION, "sealed": seal(_words(said))}
    letter = Letter(council=council, recorded_by=by, recorded_at=at, **values, **kept)
    letter.derive()
    Refused.if_any(acts.shape_violations(letter, exclude=("code", "counts_on", "folded")))
    Refused.if_any(letter_violations(letter, timezone.localdate(at)))
    number = take_number(council_id=council.pk, series=LETTER_PREFIX, year=letter.counts_on.year)
    letter.code = f"{LETTER_PREFIX}-{letter.counts_on.year}-{number:03d}"
    return acts.create(letter, council_id=council.pk, by=by, at=at, verb="Ghi đơn tố cáo")


@transaction.atomic
def read_denunciation(letter: Letter, *, by: User, at: datetime) -> dict[str, Any]:
    """What it says, for who handles it; the journal keeps that it was read, by whom and when."""
    require_handler(letter.council, by)
    Refused.if_any([rules.is_a_denunciation(letter.is_denunciation, True)])
    append(council_id=letter.council_id, by=by, verb=READ, record=letter, at=at)
    return unseal(letter.sealed)


@transaction.atomic
def change_denunciation(
    letter: Letter,
    *,
    values: Mapping[str, Any],
    said: Mapping[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
) -> Letter:
    """Change what it says or what of it is open; what came of it stays."""
    require_handler(letter.council, by)
    Refused.if_any(
        [
            rules.is_a_denunciation(letter.is_denunciation, True),
            rules.says_something(str(said.get("matter", ""))),
        ]
    )
    kept = {"outcome": unseal(letter.sealed).get("outcome"), **said}
    told = {**values, "sealed": seal(_words(kept))}
    return write(letter, told, verb="Sửa đơn tố cáo", expected_version=expected_version, by=by, at=at)


@transaction.atomic
def make_secret(
    register: Register, record: Letter, *, expected_version: int, by: User, at: datetime
) -> Letter:
    """A letter turns out to be a denunciation: its words are sealed, and leave lists, search and files."""
    require_office(record, by)
    Refused.if_any(
        [
            rules.is_a_denunciation(record.is_denunciation, False),
            rules.nothing_follows(record.origin is not None),
        ]
    )
    said = {name: getattr(record, name) for name in SEALED}
    said |= {"field": record.field.code if record.field else ""}
    blank = {**dict.fromkeys(SEALED, ""), "field": None, "reception": None}
    told = {**blank, "kind": LetterKind.DENUNCIATION, "sealed": seal(_words(said))}
    return write(record, told, verb="Xác định là đơn tố cáo", expected_version=expected_version, by=by, at=at)


def _words(said: Mapping[str, Any]) -> dict[str, Any]:
    """Only what says something."""
    return {name: value for name, value in said.items() if value}
