"""Figures as a document for programs: the JSON of ``dienhong figures`` and of the interface, word for word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dienhong.indicators.figure import Figure, Share
from dienhong.indicators.scope import Scope
from dienhong.vietnamese.numerals import percent


def as_document(scope: Scope, figures: Iterable[Figure], shares: Iterable[Share] = ()) -> dict[str, Any]:
    """Totals, levels, councils, breakdowns, who said nothing, and where each figure comes from."""
    ratios = [_share(share) for share in shares]
    as_of = {"as_of": scope.as_of.isoformat()} if scope.as_of else {}
    return {
        "council": scope.head.slug,
        "period": {"from": scope.period.first.isoformat(), "to": scope.period.last.isoformat(), **as_of},
        "figures": [_figure(figure) for figure in figures],
        **({"ratios": ratios} if ratios else {}),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    """``difference`` and ``approximate`` stand only where there is something to say."""
    return {
        "indicator": figure.indicator.code,
        "label": figure.indicator.label,
        "unit": figure.indicator.unit,
        "total": figure.total,
        "by_level": figure.by_level,
        "by_council": {council.slug: figure.value(council=council) for council in figure.councils},
        "by": figure.by,
        "missing": [council.slug for council in figure.missing],
        "source": str(figure.source),
        **({"difference": figure.difference} if figure.difference else {}),
        **({"approximate": True} if figure.is_approximate() else {}),
    }


def _share(share: Share) -> dict[str, Any]:
    """In percent, with one decimal; null of nothing."""
    whole = share.base()
    part = share.numerator.value(part=share.ratio.part)
    rate = percent(part, whole) if whole else None
    return {
        "ratio": share.ratio.code,
        "label": share.ratio.label,
        "part": part,
        "whole": whole,
        "percent": None if rate is None else float(rate),
    }
