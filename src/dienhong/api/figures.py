"""Figures for programs: the same numbers, words and sources as the page and ``dienhong figures --json``."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.api.answers import answer, council_read_by
from dienhong.indicators.declaration import (
    Indicator,
    UnknownIndicator,
    all_indicators,
    all_ratios,
    get_indicator,
)
from dienhong.indicators.document import as_document
from dienhong.indicators.evaluation import evaluate, evaluate_ratios
from dienhong.indicators.periods import read_period
from dienhong.indicators.scope import Scope
from dienhong.indicators.tables import COLUMNS, as_csv, definition, rows_of
from dienhong.registers.listing import read_day

INDICATOR, AS_OF = "chi-so", "chot"
"""Words of the address: a code, as often as wanted (default: all); the day for which states are read."""


@require_GET
def figures(request: HttpRequest, council: str) -> JsonResponse:
    """``?nam=2023`` (``&ky=quy-1``), or ``?tu=2023-01-01&den=2023-06-30``; ``&chi-so=resolutions.passed``."""
    scope, found = _scope(request, council), _asked(request)
    told = evaluate(found, scope)
    ratios = [r for r in all_ratios() if r.code in request.GET.getlist(INDICATOR)]
    return answer(as_document(scope, told.values(), evaluate_ratios(ratios, scope, told).values()))


@require_GET
def figures_csv(request: HttpRequest, council: str) -> HttpResponse:
    """The same as rows, one number in each (``indicators.tables.COLUMNS``)."""
    told = evaluate(_asked(request), _scope(request, council))
    return HttpResponse(as_csv(COLUMNS, rows_of(told.values())), content_type="text/csv; charset=utf-8")


@require_GET
def dictionary(request: HttpRequest) -> JsonResponse:
    """What each indicator is, and the values of its breakdowns."""
    return answer({"indicators": [_described(indicator) for indicator in all_indicators()]})


def _scope(request: HttpRequest, slug: str) -> Scope:
    user: User = request.user  # type: ignore[assignment]
    council = council_read_by(user, slug)
    period = read_period(request.GET.dict(), timezone.localdate().year)
    return Scope.below(council, period, user, read_day(request.GET.get(AS_OF, "")))


def _asked(request: HttpRequest) -> list[Indicator]:
    """The indicators named, all where none is; a code that nobody declares is not found."""
    ratios = {ratio.code for ratio in all_ratios()}
    codes = [code for code in dict.fromkeys(request.GET.getlist(INDICATOR)) if code not in ratios]
    try:
        named = [get_indicator(code) for code in codes]
    except UnknownIndicator as error:
        raise Http404(f"Không có chỉ số “{error.args[0]}”.") from error
    return named if request.GET.getlist(INDICATOR) else list(all_indicators())


def _described(indicator: Indicator) -> dict[str, Any]:
    return {
        "indicator": indicator.code,
        "label": indicator.label,
        "unit": indicator.unit,
        "definition": definition(indicator),
        "register": indicator.register.code,
        "shared": indicator.shared,
        "by": {name: dict(indicator.choices(name)) for name in indicator.by},
    }
