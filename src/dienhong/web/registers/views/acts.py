"""Cancelling a record and taking a step of its workflow: a page says what will happen, asks why, and acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.forms import Field, model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.registers import actions
from dienhong.registers.forms import deed_fields
from dienhong.registers.models import Record
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.registers.reason import ReasonForm


@dataclass(frozen=True)
class Act:
    """What will be done, in the words of its page."""

    title: str
    label: str
    effect: str
    do: Callable[..., Record]
    needs_reason: bool
    danger: bool = False
    asked: dict[str, Field] | None = None


@require_http_methods(["GET", "POST"])
@in_register
def cancel_page(page: RegisterPage, code: str) -> HttpResponse:
    record = page.writable_record(code)
    act = Act(
        title=f"Hủy {page.register.one} {record.code}",
        label=f"Hủy {page.register.one}",
        effect="Bản ghi vẫn xem được nhưng không còn tính vào số liệu. Lý do được lưu trong nhật ký.",
        do=actions.cancel,
        needs_reason=True,
        danger=True,
    )
    return _act(page, record, act)


@require_http_methods(["GET", "POST"])
@in_register
def step_page(page: RegisterPage, code: str, step: str) -> HttpResponse:
    record = page.record(code)
    workflow = page.register.workflow
    if workflow is None or step not in page.register.plain_steps:
        raise Http404
    transition = workflow.transition(step)
    if not page.access.may_act(page.council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(actions.not_for_this_role(transition, page.council))
    act = Act(
        title=f"{transition.label}: {record.code}",
        label=transition.label,
        effect=f"Trạng thái chuyển thành “{workflow.state_label(transition.target)}”.",
        do=partial(actions.move, step=step),
        needs_reason=transition.needs_reason,
    )
    return _act(page, record, act)


@require_http_methods(["GET", "POST"])
@in_register
def deed_page(page: RegisterPage, code: str, deed: str) -> HttpResponse:
    record = page.writable_record(code)
    found = page.register.deed(deed)
    if found is None or not found.offered(record, timezone.localdate()):
        raise Http404
    act = Act(
        title=f"{found.label}: {record}",
        label=found.label,
        effect=found.effect,
        do=found.do,
        needs_reason=found.needs_reason,
        asked=deed_fields(page.register, found, page.council),
    )
    return _act(page, record, act)


def _act(page: RegisterPage, record: Record, act: Act) -> HttpResponse:
    known = model_to_dict(record, tuple(act.asked or ()))  # what is recorded already need not be typed again
    initial = {**known, "expected_version": record.version}
    form = ReasonForm(page.typed, needs_reason=act.needs_reason, asked=act.asked, initial=initial)
    if form.is_valid():
        try:
            act.do(page.register, record, by=page.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.show(refusal)
        except Changed as conflict:
            form.add_error(None, conflict.sentence)
        else:
            messages.success(page.request, f"{act.label}: đã ghi nhận với {record.code}.")
            return redirect(page.address(record))
    context = {"act": act, "form": form, "record": record, "cancel_url": page.address(record)}
    return page.answer("act", context, status=422 if form.is_bound else 200)
