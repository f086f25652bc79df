"""A record in every register, from each module's own ``furnishing``: what the addresses of the table ask for.

``tests/<module>/furnishing.py`` names RECORDS (code of the record by register), and where there are any STEPS and DEEDS
(the step or deed that is asked for, by register); ``furnish(council, by)`` records them.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

MODULES = (
    "people",
    "council_sessions",
    "meetings",
    "reception",
    "voters",
    "oversight",
    "questioning",
    "resolutions",
    "confidence",
    "activities",
    "followup",
    "reports",
    "incoming",
    "workbook",
)
"""In the order in which they may build on each other."""


def _found() -> list[ModuleType]:
    return [import_module(f"tests.{module}.furnishing") for module in MODULES]


def _named(what: str) -> dict[str, str]:
    return {key: value for module in _found() for key, value in getattr(module, what, {}).items()}


RECORDS, STEPS, DEEDS = (_named(what) for what in ("RECORDS", "STEPS", "DEEDS"))


def furnish(council: Council, by: User) -> None:
    for module in _found():
        module.furnish(council, by)
