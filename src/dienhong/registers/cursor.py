"""Keyset paging: the next page begins after a row, not after a count, so its cost does not grow with its depth."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q


@dataclass(frozen=True)
class Cursor:
    """The row after which to go on: its value in the sorted field, and its key among equals."""

    order: str
    value: Any
    pk: int

    @classmethod
    def of(cls, record: Model, order: str) -> Cursor:
        name = order.removeprefix("-")
        field = record._meta.get_field(name)
        return cls(order, field.value_to_string(record), record.pk)  # type: ignore[union-attr]

    def __str__(self) -> str:
        return urlsafe_b64encode(json.dumps([self.value, self.pk]).encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, model: type[Model], order: str) -> Cursor | None:
        """A cursor from an address; one that cannot be read means the first page."""
        try:
            said, pk = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            value = model._meta.get_field(order.removeprefix("-")).to_python(str(said))  # type: ignore[union-attr]
            return cls(order, value, int(pk))
        except (ValueError, TypeError, ValidationError):
            return None

    def beyond(self) -> Q:
        """Rows strictly after this one; the first condition alone lets an index find the place."""
        name, step = self.order.removeprefix("-"), "lt" if self.order.startswith("-") else "gt"
        from_here = Q(**{f"{name}__{step}e": self.value})
        further: dict[str, Any] = {f"{name}__{step}": self.value}
        return from_here & (Q(**further) | Q(**{f"pk__{step}": self.pk}))
