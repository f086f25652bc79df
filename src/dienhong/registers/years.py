"""A year as a field of a record: one that a date can have, and a council could mean."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

FIRST, LAST = 1945, 2100


def year_field(name: str, **kwargs: Any) -> models.PositiveSmallIntegerField[Any, Any]:
    """A whole number between the first council of the republic and a time that nobody plans for."""
    limits = [MinValueValidator(FIRST), MaxValueValidator(LAST)]
    return models.PositiveSmallIntegerField(name, validators=limits, **kwargs)
