"""What of a record one user reads: the one door for fields that only some roles see.

Lists, pages, Excel files, history and the API take values from here; filters and searches ask here first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.access import Access, access_of
from dienhong.registers.models import Record

CONFIDENTIAL = "Mật"
"""The title of a row that the user may count but not read."""

MASKED = "is_masked"
"""What a row of a list knows of itself where its register may mask (``Record.masked_from``)."""


@dataclass(frozen=True)
class Sight:
    """One user before the records of one model."""

    model: type[Record]
    user: User

    @cached_property
    def _access(self) -> Access:
        return access_of(self.user)

    @cached_property
    def _councils(self) -> dict[str, frozenset[int]]:
        """The councils in which each withheld field is open."""
        return {name: self._access.councils_read_by(who) for name, who in self.model.FIELD_READERS.items()}

    def reads(self, name: str, council_id: int) -> bool:
        """Whether the field ``name`` of a record of that council is open to the user."""
        return self._access.everywhere or name not in self._councils or council_id in self._councils[name]

    def reads_all(self, names: Iterable[str], council_ids: Collection[int]) -> bool:
        """Whether all these fields are open in all these councils: only then may a list be divided by them."""
        asked = [name for name in names if name in self.model.FIELD_READERS]
        return all(self.reads(name, council_id) for name in asked for council_id in council_ids)

    def is_masked(self, record: Record) -> bool:
        """Whether the row of a list only counts for the user: it says "mật" and opens nothing."""
        return bool(getattr(record, MASKED, False))

    def tells(self, record: Record, name: str) -> bool:
        """Whether the field is open to the user in this row: of a masked one only what the model says."""
        told = not self.is_masked(record) or name in self.model.MASK_SHOWS
        return told and self.reads(name, record.council_id)

    def said(self, record: Record, name: str) -> Any:
        """The field as people read it; None where it is withheld or masked."""
        return record.said(name) if self.tells(record, name) else None
