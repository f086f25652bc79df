"""Many records of one kind written at once, with the checks and the journal of one.

What is composed in memory is checked here without asking the database anything; what only the database knows (unique
numbers, constraints) it refuses itself, and then the models are asked for the sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from dienhong.audit.acts import all_values, shape_violations, violations_of
from dienhong.audit.journal import append
from dienhong.audit.models import Versioned
from dienhong.audit.rows import insert_rows, update_rows
from dienhong.kernel.errors import Refused, RuleViolation


@dataclass(frozen=True)
class Act:
    """One act on a record of a council, to be told once the record is written: keys are known only then."""

    record: Versioned
    verb: str
    changes: Callable[[], dict[str, Any]]
    reason: str = ""

    @classmethod
    def creating(cls, record: Versioned, verb: str) -> Act:
        return cls(record, verb, lambda: all_values(record))


def require_shape(record: models.Model, exclude: Collection[str] = ()) -> None:
    """Raise Refused with what the record's own fields do not allow; what it refers to was looked up and so exists."""
    referred = {field.name for field in record._meta.concrete_fields if field.is_relation}
    try:
        record.clean_fields(exclude={*referred, *exclude})
        record.clean()
    except ValidationError as error:
        raise Refused(violations_of(error)) from error


def insert(records: Sequence[models.Model]) -> None:
    """Raises Refused with the sentences of the models whose constraints do not hold."""
    for model, made in _by_model(records):
        with _explained(made):
            insert_rows(model, made)


def rewrite(records: Sequence[models.Model], fields: Sequence[str]) -> None:
    """Write these fields of records that their caller holds. Raises Refused like ``insert``."""
    for model, changed in _by_model(records):
        with _explained(changed):
            update_rows(model, changed, fields)


def tell(acts: Iterable[Act], *, by: Any, at: datetime) -> None:
    """Each act in the chain of the council whose record it is."""
    for act in acts:
        council_id = act.record.council_id  # type: ignore[attr-defined]
        told: dict[str, Any] = {"changes": act.changes(), "reason": act.reason}
        append(council_id=council_id, by=by, verb=act.verb, record=act.record, at=at, **told)


def _by_model(records: Iterable[models.Model]) -> Iterable[tuple[type[models.Model], list[models.Model]]]:
    found: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for record in records:
        found[type(record)].append(record)
    return found.items()


@contextmanager
def _explained(records: Sequence[models.Model]) -> Iterator[None]:
    """Where the database refuses, each model says why; what no model can say is raised as it came."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        found: list[RuleViolation] = [v for record in records for v in shape_violations(record)]
        Refused.if_any(found)
        raise
