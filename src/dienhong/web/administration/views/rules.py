"""Deadlines and thresholds of the law: the list of a day, and one rule with its whole history."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.rulebook import current
from dienhong.rulebook.models import RuleOverride
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.rules import Rule, Side
from dienhong.web.administration.forms.rules import RuleFilter
from dienhong.web.administration.page import answer, for_roles, may_write_common
from dienhong.web.administration.parts import Button, Fact, Part, day
from dienhong.web.administration.rule_tables import (
    Asked,
    amount_of,
    checked,
    dates_of,
    groups_of,
    levels_of,
    versions_of,
)
from dienhong.web.administration.story import story_of
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.registers.table import Row

_OWN = (
    Heading("Giá trị", "title", "title"),
    Heading("Cấp", "text", "meta"),
    Heading("Hiệu lực", "text", "meta"),
    Heading("Căn cứ", "text", "hide"),
    Heading("Người đặt", "text", "hide"),
    Heading("Tình trạng", "status", "meta"),
)


@require_GET
@for_roles
def listing(request: HttpRequest) -> HttpResponse:
    filters = RuleFilter(request.GET)
    word = filters.word
    on = word("ngay") or timezone.localdate()
    groups = groups_of(current.rulebook(), Asked(on, word("cap") or "", word("tim") or "", word("xem") or ""))
    context = {
        "filters": filters,
        "described": filters.described(),
        "groups": groups,
        "count": sum(group.count for group in groups),
        "on": on,
        "may_write": may_write_common(request),
    }
    return answer(request, "rules", context)


def rule_of(code: str) -> tuple[Rulebook, Rule]:
    """The book, and the version of a rule that is in force today, else its last."""
    book = current.rulebook()
    history = book.history(code)
    if not history:
        raise Http404
    today = timezone.localdate()
    running = [rule for rule in [*book.own(code), *history] if rule.applies(today)]
    return book, running[0] if running else history[-1]


@require_GET
@for_roles
def page(request: HttpRequest, code: str) -> HttpResponse:
    book, rule = rule_of(code)
    today = timezone.localdate()
    rows = list(RuleOverride.objects.filter(code=code).select_related("author").order_by("-in_force_from"))
    add = Button("Đặt giá trị riêng", reverse("administration-rule-override", args=[code]), icon="pencil")
    state = checked(rule)
    context: dict[str, Any] = {
        "heading": rule.text,
        "back_url": reverse("administration-rules"),
        "back_label": "Thời hạn, ngưỡng luật định",
        "state": state.state,
        "word": state.text,
        "actions": [add] if may_write_common(request) else [],
        "parts": [Part("Đang áp dụng", facts=_facts(rule)), *_own_values(request, rows, today)],
        "versions": list(versions_of(book, code, today)),
        "story": story_of(*rows) if rows else [],
    }
    return answer(request, "rule", context)


def _facts(rule: Rule) -> tuple[Fact, ...]:
    sides = {Side.BEFORE: "trước", Side.AFTER: "kể từ"}
    counted = f"{sides[rule.side]} {rule.trigger_phrase}" if rule.side else ""
    return (
        Fact("Giá trị", amount_of(rule), why=rule.base or (f"mỗi {rule.per}" if rule.per else "")),
        *([Fact("Cách tính", counted, why="Không tính ngày xảy ra sự kiện.")] if counted else []),
        Fact("Áp dụng cho", levels_of(rule)),
        Fact("Căn cứ", str(rule.basis), why=rule.note),
        Fact("Hiệu lực", dates_of(rule)),
        *([Fact("Lý do", rule.reason, why=f"{rule.author} đặt")] if rule.author else []),
        Fact("Mã", rule.code),
    )


def _own_values(request: HttpRequest, rows: list[RuleOverride], today: date) -> list[Part]:
    if not rows:
        return []
    may_write = may_write_common(request)
    made = table("Giá trị riêng", _OWN, (_row(own, today, may_write) for own in rows))
    return [Part("Giá trị riêng đã đặt", table=made)]


def _row(own: RuleOverride, today: date, may_write: bool) -> Row:
    state = _state(own, today)
    ends = may_write and state.state != "cancelled"
    values = (
        f"{own.value} {own.get_unit_display()}",
        own.get_level_display() or "mọi cấp",
        f"{day(own.in_force_from)} – {day(own.in_force_to, 'chưa định')}",
        own.basis,
        str(own.author),
        state,
    )
    url = reverse("administration-override-end", args=[own.code, own.pk]) if ends else ""
    return row(_OWN, url, values, cancelled=own.cancelled_at is not None)


def _state(own: RuleOverride, today: date) -> Said:
    if own.cancelled_at:
        return Said("đã hủy", state="cancelled")
    if own.in_force_to and own.in_force_to < today:
        return Said("đã hết hiệu lực", state="cancelled")
    return (
        Said("đang áp dụng", state="done")
        if own.in_force_from <= today
        else Said("chưa đến ngày", state="draft")
    )
