"""The peoples that a delegate may belong to; a list that is data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from dienhong.people.states import UNKNOWN

MAJORITY = "Kinh"


@cache
def ethnicity_choices() -> tuple[tuple[str, str], ...]:
    """Every people by its own name, then "chưa rõ"; given to the model as a function, so the list is no migration."""
    text = files("dienhong.people").joinpath("ethnicities.yaml").read_text(encoding="utf-8")
    return (*((name, name) for name in yaml.safe_load(text)), (UNKNOWN, "chưa rõ"))
