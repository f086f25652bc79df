"""Figures that a council reported by paper, beside what it recorded: seen by all readers, entered by its clerk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.indicators.actions import REPORTERS, Key, not_a_reporter, report_figures
from dienhong.indicators.comparison import signed
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.figure import Figure
from dienhong.indicators.models import ReportedFigure
from dienhong.indicators.reporting import Number
from dienhong.indicators.scope import Scope
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Division
from dienhong.vietnamese.numerals import format_count
from dienhong.web.councils import in_council, user_of
from dienhong.web.indicators.asked import Asked
from dienhong.web.indicators.links import reported_url, url_of
from dienhong.web.indicators.reported_form import ReportedForm, name_of, said
from dienhong.web.people.day import require_reader


@require_http_methods(["GET", "POST"])
@in_council
def reported_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_reader(request, council)
    asked, writes = Asked(request, council), access_of(user_of(request)).may_act(council, REPORTERS)
    figures = evaluate(all_indicators(), Scope([council], asked.period, asked.user))
    standing = _standing(asked)
    form = ReportedForm(request.POST if request.method == "POST" else None, figures, standing)
    status = 200
    if request.method == "POST":
        if not writes:
            raise NotAllowed(not_a_reporter(council))
        status = _save(asked, form)
        if status == 302:
            return redirect(reported_url(council, asked.period))
    context = {
        "council": council,
        "asked": asked,
        "filters": asked.form(comparing=False),
        "form": form,
        "writes": writes,
        "groups": list(_groups(figures, standing, form, only_reported=not writes)),
        "documents": sorted({row.document for row in standing.values()}),
    }
    return render(request, "indicators/reported.html", context, status=status)


def _standing(asked: Asked) -> dict[Key, ReportedFigure]:
    rows = ReportedFigure.objects.standing().of_period(asked.period).filter(council=asked.council)
    return {Key(row.indicator, row.breakdown, row.part_value): row for row in rows}


def _save(asked: Asked, form: ReportedForm) -> int:
    """The status of the answer: sent on when saved, else what stands in the way is said in the form."""
    if not form.is_valid():
        return 422
    try:
        written = report_figures(
            council=asked.council,
            period=asked.period,
            values=form.values(),
            document=form.cleaned_data["document"],
            expected=form.expected(),
            by=asked.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.show(refusal)
        return 422
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
        return 409
    messages.success(
        asked.request, f"Đã lưu {format_count(len(written))} số liệu báo cáo, {asked.period.label}."
    )
    return 302


def _groups(
    figures: Mapping[str, Figure],
    standing: Mapping[Key, ReportedFigure],
    form: ReportedForm,
    *,
    only_reported: bool,
) -> Iterator[dict[str, Any]]:
    """The catalogue by register: a line for each indicator, with the lines of its parts folded under it."""
    registers: dict[str, list[Figure]] = {}
    told = {key.indicator for key in standing} if only_reported else set(figures)
    for code, figure in figures.items():
        if code in told:
            registers.setdefault(figure.indicator.register.title, []).append(figure)
    for title, found in registers.items():
        lines = [_line(figure, standing, form, only_reported=only_reported) for figure in found]
        yield {"title": title, "lines": lines}


def _line(
    figure: Figure, standing: Mapping[Key, ReportedFigure], form: ReportedForm, *, only_reported: bool
) -> dict[str, Any]:
    whole = _number(figure, Key(figure.indicator.code), standing, form)
    sections: list[dict[str, Any]] = []
    for name, labels in figure.labels.items():
        keys = [Key(figure.indicator.code, name, value) for value in labels]
        asked = [key for key in keys if key in standing or not only_reported]
        if asked:
            lines = [_number(figure, key, standing, form) for key in asked]
            sections.append({"title": _title(figure, name), "lines": lines})
    told = any(line["reported"] or line["bound"].errors for section in sections for line in section["lines"])
    return {
        **whole,
        "code": figure.indicator.code,
        "unit": figure.indicator.unit,
        "sections": sections,
        "open": told,
    }


def _number(
    figure: Figure, key: Key, standing: Mapping[Key, ReportedFigure], form: ReportedForm
) -> dict[str, Any]:
    """One figure: what is recorded, what was reported, and by how much they differ."""
    (council,), part = figure.councils, (key.breakdown, key.part_value) if key.breakdown else None
    recorded, row = figure.recorded(part=part), standing.get(key)
    silent = council.pk not in figure.speaking | figure.silent
    return {
        "label": form.fields[name_of(key)].label,
        "bound": form[name_of(key)],
        "recorded": "chưa ghi" if silent else format_count(recorded, padded=False),
        "url": "" if silent else url_of(figure, part=part),
        "reported": said(Number(row.value, row.approximate)) if row else "",
        "difference": signed(row.value - recorded) if row and not silent and row.value != recorded else "",
    }


def _title(figure: Figure, name: str) -> str:
    by = figure.indicator.by[name]
    return by.label if isinstance(by, Division) else figure.indicator.register.label(by.partition("__")[0])
