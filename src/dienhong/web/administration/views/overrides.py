"""Own values of a rule: setting, ending, striking out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.rulebook import actions
from dienhong.rulebook.models import RuleOverride
from dienhong.web.administration.forms.base import ReasonForm
from dienhong.web.administration.forms.rules import EndOverrideForm, OverrideForm
from dienhong.web.administration.page import FormPage, carried_out, for_common_writers, form_answer
from dienhong.web.administration.parts import Button
from dienhong.web.administration.views.rules import rule_of
from dienhong.web.councils import user_of

EFFECT = (
    "Giá trị riêng thay cho giá trị mặc định ở mọi Hội đồng trong thời gian ghi dưới đây; "
    "mỗi thời hạn tính theo nó nêu tên người đặt và lý do."
)


@require_http_methods(["GET", "POST"])
@for_common_writers
def add(request: HttpRequest, code: str) -> HttpResponse:
    _, rule = rule_of(code)
    initial = {"unit": rule.unit.value, "in_force_from": timezone.localdate()}
    form = OverrideForm(request.POST or None, rule=rule, initial=initial)

    def do(data: dict[str, Any]) -> RuleOverride:
        return actions.override_rule(code=code, values=form.values(), by=user_of(request), at=timezone.now())

    back = _page_of(code)
    page = FormPage(
        "Đặt giá trị riêng", "Đặt giá trị riêng", back, rule.text, EFFECT, draft=f"quy-tac-{code}"
    )
    done = "Đã đặt giá trị riêng."
    return carried_out(request, form, do, done=done, to=back) or form_answer(request, form, page)


@require_http_methods(["GET", "POST"])
@for_common_writers
def end(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    own = _own(code, pk)
    initial = {"expected_version": own.version, "last_day": own.in_force_to or timezone.localdate()}
    form = EndOverrideForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> RuleOverride:
        return actions.end_override(own, **data, by=user_of(request), at=timezone.now())

    effect = "Từ ngày hôm sau, giá trị mặc định áp dụng trở lại."
    page = FormPage("Kết thúc giá trị riêng", "Kết thúc", _page_of(code), str(own), effect)
    cancel = Button(
        "Đặt nhầm? Hủy hẳn", reverse("administration-override-cancel", args=[code, pk]), icon="ban"
    )
    done = carried_out(request, form, do, done="Đã kết thúc giá trị riêng.", to=_page_of(code))
    return done or form_answer(request, form, page, actions=[cancel])


@require_http_methods(["GET", "POST"])
@for_common_writers
def cancel(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    own = _own(code, pk)
    form = ReasonForm(request.POST or None, initial={"expected_version": own.version})

    def do(data: dict[str, Any]) -> RuleOverride:
        return actions.cancel_override(own, **data, by=user_of(request), at=timezone.now())

    effect = (
        "Coi như chưa từng đặt: những thời hạn tính theo nó trở lại giá trị mặc định. Nhật ký giữ cả hai."
    )
    page = FormPage("Hủy giá trị riêng", "Hủy giá trị riêng", _page_of(code), str(own), effect, danger=True)
    done = carried_out(request, form, do, done="Đã hủy giá trị riêng.", to=_page_of(code))
    return done or form_answer(request, form, page)


def _own(code: str, pk: int) -> RuleOverride:
    return get_object_or_404(RuleOverride, code=code, pk=pk)


def _page_of(code: str) -> str:
    return reverse("administration-rule", args=[code])
