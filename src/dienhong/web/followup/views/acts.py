"""What may be done about an undertaking: answer, take a step, ask for time, give it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup import actions
from dienhong.followup.models import Undertaking, agencies_of
from dienhong.followup.states import SETTLED, WORKFLOW, ExtensionState
from dienhong.followup.voices import decides, speaks
from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.vietnamese.dates import format_date
from dienhong.web.acts import act_page
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.forms import ActForm, AnswerForm, ExtensionForm, StepForm
from dienhong.web.followup.page import (
    address,
    bodies_of,
    happened,
    part_of,
    standing_committee_of,
    undertaking_of,
)

METHODS = ["GET", "POST"]


@require_http_methods(METHODS)
@in_council
def answer_page(request: HttpRequest, council: Council, code: str, part: int) -> HttpResponse:
    undertaking = undertaking_of(request, council, code)
    assignment = part_of(undertaking, part)
    in_person = speaks("report_done", undertaking, assignment, user_of(request))
    _still_open(undertaking)

    def do(typed: dict[str, Any]) -> None:
        with happened(request, council, typed) as told:
            actions.answer(assignment, happened=told, **_who(request, typed))

    form = _form(request, AnswerForm, undertaking, in_person, assignment.organisation)
    effect = f"Hạn trả lời: {format_date(undertaking.due_on)}. Việc chỉ kết thúc khi HĐND xác nhận."
    return _page(
        request, undertaking, f"Trả lời của {assignment.organisation}", "Gửi trả lời", effect, form, do
    )


@require_http_methods(METHODS)
@in_council
def step_page(request: HttpRequest, council: Council, code: str, part: int, step: str) -> HttpResponse:
    undertaking = undertaking_of(request, council, code)
    assignment = part_of(undertaking, part)
    if step not in {row.name for row in WORKFLOW.transitions if not row.name.startswith("report_")}:
        raise Http404
    in_person, row = speaks(step, undertaking, assignment, user_of(request)), WORKFLOW.transition(step)

    def do(typed: dict[str, Any]) -> None:
        with happened(request, council, typed) as told:
            actions.take_step(assignment, step=step, happened=told, **_who(request, typed))

    issuer = assignment.organisation if Role.AGENCY in row.roles else standing_committee_of(council)
    form = _form(request, StepForm, undertaking, in_person, issuer, needs_reason=row.needs_reason)
    effect = f"{assignment.organisation}: chuyển thành “{WORKFLOW.state_label(row.target)}”."
    return _page(request, undertaking, row.label, row.label, effect, form, do)


@require_http_methods(METHODS)
@in_council
def ask_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """A body asks for more time; a clerk records what the lead asked on paper."""
    undertaking = undertaking_of(request, council, code)
    parts = undertaking.assignments.running().select_related("organisation").order_by("-leads", "pk")
    own = parts.filter(organisation__in=agencies_of(user_of(request))).first()
    assignment = own or get_object_or_404(parts, leads=True)
    in_person = speaks("accept", undertaking, assignment, user_of(request))
    _still_open(undertaking)

    def do(typed: dict[str, Any]) -> None:
        with happened(request, council, typed) as told:
            new_due_on = typed["new_due_on"]
            actions.ask_extension(assignment, new_due_on=new_due_on, happened=told, **_who(request, typed))

    form = _form(request, ExtensionForm, undertaking, in_person, assignment.organisation)
    effect = f"Hạn đang có: {format_date(undertaking.due_on)}. HĐND trả lời có đồng ý hay không."
    return _page(request, undertaking, "Xin gia hạn", "Gửi đề nghị", effect, form, do)


@require_http_methods(METHODS)
@in_council
def extend_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    undertaking = undertaking_of(request, council, code)
    in_person = decides(council, user_of(request))
    _still_open(undertaking)

    def do(typed: dict[str, Any]) -> None:
        with happened(request, council, typed) as told:
            actions.extend(undertaking, new_due_on=typed["new_due_on"], happened=told, **_who(request, typed))

    form = _form(request, ExtensionForm, undertaking, in_person, standing_committee_of(council))
    effect = f"Hạn đang có: {format_date(undertaking.due_on)}; hạn cũ vẫn được lưu."
    return _page(request, undertaking, "Gia hạn", "Gia hạn", effect, form, do)


@require_http_methods(METHODS)
@in_council
def decide_page(request: HttpRequest, council: Council, code: str, decision: str) -> HttpResponse:
    undertaking = undertaking_of(request, council, code)
    in_person = decides(council, user_of(request))
    grant = {"dong-y": True, "khong-dong-y": False}.get(decision)
    extension = undertaking.extensions.filter(state=ExtensionState.ASKED).first()
    if grant is None or extension is None:
        raise Http404

    def do(typed: dict[str, Any]) -> None:
        with happened(request, council, typed) as told:
            actions.decide_extension(extension, grant=grant, happened=told, **_who(request, typed))

    issuer = standing_committee_of(council)
    form = _form(request, StepForm, undertaking, in_person, issuer, needs_reason=not grant)
    label = "Đồng ý gia hạn" if grant else "Không đồng ý gia hạn"
    asked = f"{format_date(extension.old_due_on)} → {format_date(extension.new_due_on)}: {extension.reason}"
    return _page(request, undertaking, label, label, asked, form, do)


def _still_open(undertaking: Undertaking) -> None:
    if undertaking.status in SETTLED:
        raise NotAllowed("Việc này đã kết thúc; muốn làm tiếp phải mở lại.")


def _typed(request: HttpRequest) -> tuple[Any, Any]:
    """What was typed and sent along; nothing before the form was sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _form(
    request: HttpRequest,
    kind: type[ActForm],
    undertaking: Undertaking,
    in_person: bool,
    issuer: Organisation | None,
    **given: Any,
) -> forms.Form:
    """The form of an act; who records for another also names the paper, usually of ``issuer``."""
    issuers = None if in_person else bodies_of(undertaking.council)
    initial = {"issuer": issuer}
    version, day = undertaking.version, timezone.localdate()
    typed = _typed(request)
    return kind(*typed, version=version, today=day, issuers=issuers, initial=initial, **given)


def _who(request: HttpRequest, typed: dict[str, Any]) -> dict[str, Any]:
    return {"expected_version": typed["expected_version"], "by": user_of(request), "at": timezone.now()}


def _page(
    request: HttpRequest,
    undertaking: Undertaking,
    title: str,
    label: str,
    effect: str,
    form: forms.Form,
    do: Any,
) -> HttpResponse:
    return act_page(
        request,
        title=title,
        label=label,
        effect=effect,
        form=form,
        do=do,
        back=address(undertaking),
        back_label=str(undertaking),
        done=f"{title}: đã ghi nhận với {undertaking.code}.",
    )
