"""Random records in every register: what ``furnish`` records of each module, copied with fields drawn by lot.

The copies need not be lawful, only storable: a figure must equal the list that it opens whatever stands in the tables.
"""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import timedelta
from functools import cache
from typing import Any

from django.db import IntegrityError, models, transaction

from dienhong.accounts.models import User
from dienhong.followup.models import Origin, Undertaking
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.models import Record

from ..access.furniture import furnish
from ..factories import NOW

KEPT = {"id", "council", "code", "counts_on", "cancelled_at", "version", "register"}


def scatter(
    owners: list[tuple[Council, User]], councils: list[Council], chance: random.Random, copies: int = 20
) -> None:
    """Furnish the owners, and spread copies of what is there over all councils; some are cancelled, some shared."""
    for council, by in owners:
        furnish(council, by)
    for register in all_registers():
        originals = list(register.objects.all())
        for number in range(copies if originals else 0):
            _copy(chance.choice(originals), number, chance.choice(councils), chance)
        if register.model.SHARED:
            _share(register, councils, chance)


def _copy(record: Record, number: int, council: Council, chance: random.Random) -> None:
    """One more of it. Not every draw can be stored: then fewer fields are drawn."""
    for share in (0.9, 0.6, 0.4, 0.2, 0.1):
        copy = type(record).objects.get(pk=record.pk)
        copy.pk, copy._state.adding, copy.code = None, True, f"{record.code[:14]}-{record.pk}-{number}"
        copy.council = council
        if isinstance(copy, Undertaking):  # of a petition only one follows
            copy.origin = Origin.objects.create(
                council=council, kind=copy.origin.kind, code=copy.code, title="Mẫu"
            )
        days = timedelta(days=chance.randrange(-300, 300))
        for field in type(record)._meta.concrete_fields:
            must = isinstance(field, models.OneToOneField | models.DateField)
            if field.name not in KEPT and not field.primary_key and (must or chance.random() < share):
                _draw(copy, field, days, chance)
        copy.cancelled_at = NOW if chance.random() < 0.1 else None
        with suppress(IntegrityError), transaction.atomic():
            copy.save()
            return


def _draw(copy: Any, field: models.Field[Any, Any], days: timedelta, chance: random.Random) -> None:
    """One value by lot, or what the original has; dates move together."""
    value = getattr(copy, field.attname)
    if field.name in filtered(type(copy)) and chance.random() < 0.2:
        setattr(copy, field.attname, None if field.null else "")
    elif isinstance(field, models.OneToOneField):
        setattr(copy, field.attname, None)
    elif isinstance(field, models.ForeignKey):
        _refer(copy, field, chance)
    elif field.choices:
        setattr(copy, field.attname, chance.choice([choice for choice, _ in field.flatchoices]))
    elif isinstance(field, models.BooleanField):
        setattr(copy, field.attname, chance.random() < 0.5)
    elif isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField) and value:
        setattr(copy, field.attname, value + days)
    elif isinstance(field, models.IntegerField) and value is not None and chance.random() < 0.5:
        setattr(copy, field.attname, chance.randrange(1, 40))


@cache
def filtered(model: type[Record]) -> frozenset[str]:
    """The fields that lists and breakdowns go by and that may be empty."""
    register = next(register for register in all_registers() if register.model is model)
    names = {name for name in register.all_filters if isinstance(name, str)}
    return frozenset(f.name for f in model._meta.concrete_fields if f.name in names and (f.null or f.blank))


def _refer(copy: Any, field: models.ForeignKey[Any, Any], chance: random.Random) -> None:
    """Another row of a common catalogue; what belongs to a council stays."""
    related: Any = field.related_model
    if related._meta.model_name == "field":
        setattr(copy, field.attname, chance.choice(list(related.objects.values_list("pk", flat=True))))
    elif related is type(copy) and field.null and chance.random() < 0.3:
        setattr(copy, field.attname, related.objects.values_list("pk", flat=True).first())


def _share(register: Register, councils: list[Council], chance: random.Random) -> None:
    model: Any = register.model.share_rows().model
    dates = [f.name for f in model._meta.concrete_fields if type(f) is models.DateField and not f.null]
    for record in register.objects.all():
        for council in councils:
            if council.pk != record.council_id and chance.random() < 0.3:
                model.objects.get_or_create(
                    record=record, council=council, **dict.fromkeys(dates, record.counts_on)
                )
