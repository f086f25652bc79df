"""Writing the journal (one function) and proving that nobody rewrote it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction

from dienhong.audit.models import Chain, Entry, Mention
from dienhong.audit.rows import insert_rows

INSTALLATION = 0  # the chain of what belongs to no single council: units, rules, holidays, users


def append(
    *,
    council_id: int | None,
    by: Any,
    verb: str,
    record: models.Model,
    at: datetime,
    changes: dict[str, Any] | None = None,
    reason: str = "",
    about: Iterable[models.Model] = (),
) -> Entry | None:
    """Add an entry to the council's chain (``None``: the installation's).

    Must run inside the transaction of the change that it tells of: both are kept, or neither.
    ``changes`` maps a field to ``[old, new]``; values must serialise to JSON. An act on many records is one entry
    that names them all in ``about``; its ``changes`` then map a record's code to its old and new fields. Within
    ``as_one`` the act is told with the others, and nothing is returned yet.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("audit.append must share the transaction of the change")
    chain_id = INSTALLATION if council_id is None else council_id
    gathered = _gathered.get()
    if gathered is not None and gathered.chain_id == chain_id:
        gathered.take(record, changes or {}, about)
        return None
    return _write(chain_id, by, verb, record, at, changes or {}, reason, about)


def _write(
    chain_id: int,
    by: Any,
    verb: str,
    record: models.Model,
    at: datetime,
    changes: dict[str, Any],
    reason: str,
    about: Iterable[models.Model],
) -> Entry:
    chain = _locked_chain(chain_id)
    entry = Entry(
        council_id=chain.council_id,
        sequence=chain.length + 1,
        at=at.astimezone(UTC),
        actor_id=by.pk,
        actor_name=str(by),
        verb=verb,
        record_type=record._meta.label_lower,
        record_id=record.pk,
        record_label=str(record)[:200],
        changes=json.loads(json.dumps(changes, cls=DjangoJSONEncoder)),
        reason=reason,
        previous_hash=chain.head,
    )
    entry.hash = digest(entry)
    entry.save()
    Chain.objects.filter(pk=chain.pk).update(length=entry.sequence, head=entry.hash)
    insert_rows(
        Mention, [Mention(entry=entry, record_type=r._meta.label_lower, record_id=r.pk) for r in about]
    )
    return entry


@dataclass
class Gathered:
    """The acts of one deed in a council, before they are told: each a record and its fields with old and new value."""

    chain_id: int
    acts: list[tuple[models.Model, dict[str, Any]]] = field(default_factory=list)

    def take(self, record: models.Model, changes: dict[str, Any], about: Iterable[models.Model] = ()) -> None:
        """One act more; what it was about is told with it."""
        self.acts += [(record, changes), *((other, {}) for other in about)]

    @contextmanager
    def unless_undone(self) -> Iterator[None]:
        """Acts within the block count only if it ends: what is rolled back is not told."""
        before = len(self.acts)
        try:
            yield
        except BaseException:
            del self.acts[before:]
            raise

    def told(self) -> dict[str, Any]:
        """By each record's code or name its old and new fields, over all acts on it."""
        told: dict[str, Any] = {}
        for record, changes in self.acts:
            old, new = told.setdefault(_name(record), [{}, {}])
            for name, (before, after) in changes.items():
                if name not in new and before is not None:
                    old[name] = before
                new[name] = after
        return {name: [old or None, new] for name, (old, new) in told.items()}

    def records(self) -> list[models.Model]:
        """Each record once."""
        return list({(record._meta.label, record.pk): record for record, _ in self.acts}.values())


_gathered: ContextVar[Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def as_one(
    *,
    council_id: int,
    by: Any,
    verb: str,
    record: models.Model,
    at: datetime,
    heading: Callable[[], dict[str, Any]],
) -> Iterator[Gathered]:
    """All that is appended to the council's chain within the block becomes one entry; no act, no entry.

    ``heading`` gives, at the end, what the entry says of the whole before it tells of each record.
    """
    gathered = Gathered(council_id)
    token = _gathered.set(gathered)
    try:
        yield gathered
    finally:
        _gathered.reset(token)
    if gathered.acts:
        changes = {**heading(), **gathered.told()}
        _write(council_id, by, verb, record, at, changes, "", gathered.records())


@contextmanager
def told_if_kept() -> Iterator[None]:
    """Around a savepoint: of what is undone with it, nothing is told."""
    gathered = _gathered.get()
    with gathered.unless_undone() if gathered else nullcontext():
        yield


def _name(record: models.Model) -> str:
    code = getattr(record, "code", "")
    return code or f"{record._meta.verbose_name}: {record}"[:200]


def _locked_chain(council_id: int) -> Chain:
    Chain.objects.get_or_create(pk=council_id)
    return Chain.objects.select_for_update().get(pk=council_id)


def digest(entry: Entry) -> str:
    """SHA-256 over everything that the entry says and the hash of the one before it."""
    said = [
        entry.previous_hash,
        entry.council_id,
        entry.sequence,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.actor_id,
        entry.actor_name,
        entry.verb,
        entry.record_type,
        entry.record_id,
        entry.record_label,
        entry.changes,
        entry.reason,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Break:
    """A place where a chain no longer proves itself."""

    council_id: int
    sequence: int
    sentence: str


def verify(council_id: int | None = None) -> Iterator[Break]:
    """Walk one chain, or all, and yield what was removed, altered or cut off; an intact journal yields nothing."""
    for chain_id in [council_id] if council_id is not None else _chain_ids():
        yield from _breaks_of(Chain.objects.filter(pk=chain_id).first() or Chain(pk=chain_id))


def _chain_ids() -> list[int]:
    """Every chain that has a head or entries: taking away the head alone hides nothing."""
    told = Entry.objects.order_by().values_list("council_id", flat=True).distinct()
    return sorted({*told, *Chain.objects.values_list("pk", flat=True)})


def _breaks_of(chain: Chain) -> Iterator[Break]:
    expected, previous = 1, ""
    for entry in Entry.objects.filter(council_id=chain.pk).order_by("sequence").iterator(chunk_size=2000):
        if entry.sequence != expected:
            yield Break(chain.pk, expected, f"Thiếu mục số {expected}: có người đã xóa khỏi nhật ký.")
        elif entry.previous_hash != previous or entry.hash != digest(entry):
            yield Break(chain.pk, entry.sequence, f"Mục số {entry.sequence} không còn đúng như lúc ghi.")
        expected, previous = entry.sequence + 1, entry.hash
    if (expected - 1, previous) != (chain.length, chain.head):
        yield Break(
            chain.pk, chain.length, f"Nhật ký ghi {chain.length} mục, nay chỉ còn đến mục {expected - 1}."
        )
