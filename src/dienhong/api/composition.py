"""The make-up of a council on a day, as figures: the numbers of the page."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.api.answers import of_council
from dienhong.organisations.models import Council
from dienhong.people.composition import Composition


@of_council
def composition(user: User, council: Council, on: date) -> dict[str, Any]:
    """Every figure of delegates with its parts, as of the day; ``base`` is what shares are of."""
    made = Composition([council], on, user)
    return {
        "council": council.slug,
        "on": on.isoformat(),
        "base": made.base,
        "missing": bool(made.missing),
        "figures": [
            {"indicator": code, "label": figure.indicator.label, "total": figure.total, "by": figure.by}
            for code, figure in made.figures.items()
        ],
    }
