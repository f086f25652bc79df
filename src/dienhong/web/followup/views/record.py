"""The page of an undertaking: what, who, until when and why; what this user may do; the story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.followup.ladder import Proposal
from dienhong.followup.models import Assignment, Evidence, Extension, Undertaking, agencies_of
from dienhong.followup.standing import shown
from dienhong.followup.states import COUNCIL, OPEN, TONES, WITH_AGENCY, WORKFLOW, ExtensionState, Status
from dienhong.followup.voices import may_speak
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council
from dienhong.vietnamese.dates import format_date
from dienhong.web.councils import in_council, user_of
from dienhong.web.files import file_response
from dienhong.web.followup.page import address, origin_address, undertaking_of
from dienhong.web.followup.story import story_of
from dienhong.web.followup.views.escalating import proposal_for


@require_GET
@in_council
def record_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    undertaking, today = undertaking_of(request, council, code), timezone.localdate()
    user = user_of(request)
    parts = list(undertaking.assignments.select_related("organisation").order_by("pk"))
    running = [(place, part) for place, part in enumerate(parts, start=1) if part.ended_on is None]
    state, word = shown(undertaking, today)
    context = {
        "council": council,
        "undertaking": undertaking,
        "state": state,
        "word": word,
        "back": _back(user, council),
        "what": list(_what(user, undertaking)),
        "until": list(_until(undertaking)),
        "parts": [_part(user, undertaking, place, part) for place, part in running],
        "asked": _asked(undertaking),
        "may_decide": access_of(user).may_act(council, COUNCIL),
        "proposal": _proposal(undertaking, today),
        "taken": list(_taken(user, undertaking)),
        "more": list(_more(user, undertaking, today)),
        "address": address(undertaking),
        "story": story_of(undertaking, user),
    }
    return render(request, "followup/record.html", context)


@require_GET
@in_council
def file_page(request: HttpRequest, council: Council, code: str, sha256: str) -> HttpResponse:
    """A file of the story, for who sees the undertaking and may open what proves it."""
    undertaking = undertaking_of(request, council, code)
    readable = Evidence.objects.visible_to(user_of(request)).of(undertaking)
    evidence = readable.filter(file__sha256=sha256, file__discarded_at=None).first()
    if evidence is None:
        raise Http404
    return file_response(evidence.file)


def _back(user: User, council: Council) -> tuple[str, str]:
    if access_of(user).may_read(council, COUNCIL_ROLES):
        return reverse("undertakings-list", args=[council.slug]), "Việc phải theo dõi"
    return reverse("followup-agency", args=[council.slug]), "Việc được giao"


def _what(user: User, undertaking: Undertaking) -> Iterator[dict[str, Any]]:
    yield {"label": "Nội dung", "value": undertaking.text}
    origin = undertaking.origin
    reads = access_of(user).may_read(origin.council, COUNCIL_ROLES)
    url = origin_address(origin) if reads else ""
    yield {"label": "Nguồn", "value": str(origin), "url": url}
    if undertaking.field:
        yield {"label": "Lĩnh vực", "value": str(undertaking.field)}
    if undertaking.result:
        yield {"label": "Kết quả", "value": undertaking.get_result_display()}


def _until(undertaking: Undertaking) -> Iterator[dict[str, Any]]:
    basis, explanation = undertaking.due_basis, undertaking.due_explanation
    why = explanation if basis in explanation else ". ".join(filter(None, (basis, explanation)))
    granted = undertaking.extensions.filter(state=ExtensionState.GRANTED).order_by("pk")
    yield {"label": "Giao ngày", "value": format_date(undertaking.assigned_on)}
    first = granted.first()
    if first:
        yield {"label": "Hạn ban đầu", "value": format_date(first.old_due_on), "why": why}
        told = "; ".join(
            f"{format_date(e.old_due_on)} → {format_date(e.new_due_on)}: {e.reason}" for e in granted
        )
        yield {"label": "Hạn", "value": format_date(undertaking.due_on), "why": f"Đã gia hạn: {told}"}
    else:
        yield {"label": "Hạn", "value": format_date(undertaking.due_on), "why": why}


def _part(user: User, undertaking: Undertaking, place: int, part: Assignment) -> dict[str, Any]:
    """A body's part and the buttons of the table that this user may press."""
    base, open_ = address(undertaking), undertaking.status in OPEN
    buttons = []
    if open_ and part.state in WITH_AGENCY and may_speak("report_done", undertaking, part, user):
        buttons.append({"label": "Trả lời", "url": f"{base}tra-loi/{place}/", "style": "primary"})
    for step in WORKFLOW.leaving(part.state):
        offered = open_ or (step.name == "reopen" and part.leads)
        if offered and not step.name.startswith("report_") and may_speak(step.name, undertaking, part, user):
            style = "primary" if step.name == "confirm" else ""
            buttons.append({"label": step.label, "url": f"{base}buoc/{place}/{step.name}/", "style": style})
    return {
        "name": part.organisation.name,
        "role": "Chủ trì" if part.leads else "Phối hợp",
        "state": TONES[Status(part.state)],
        "word": part.get_state_display(),
        "buttons": buttons,
    }


def _asked(undertaking: Undertaking) -> Extension | None:
    """The request for more time that waits for an answer, while the matter is open."""
    asked = undertaking.extensions.filter(state=ExtensionState.ASKED)
    return asked.select_related("asked_by__organisation").first() if undertaking.is_open else None


def _proposal(undertaking: Undertaking, today: date) -> Proposal | None:
    """The next rung of the ladder, where something is overdue."""
    if not undertaking.days_overdue(today):
        return None
    return proposal_for(undertaking, set(undertaking.escalations.values_list("rung", flat=True)))


def _taken(user: User, undertaking: Undertaking) -> Iterator[dict[str, str]]:
    """The rungs that were taken, each with the page of what it happened in."""
    reads = access_of(user).may_read(undertaking.council, COUNCIL_ROLES)
    for step in undertaking.escalations.select_related("happened_in").order_by("taken_on", "pk"):
        url = origin_address(step.happened_in) if step.happened_in and reads else ""
        label = f"{step.get_rung_display()}, {format_date(step.taken_on)}"
        yield {"label": label, "value": step.where, "url": url}


def _more(user: User, undertaking: Undertaking, today: date) -> Iterator[dict[str, str]]:
    base = address(undertaking)
    if undertaking.status not in OPEN:
        return
    decides = access_of(user).may_act(undertaking.council, COUNCIL)
    asks = undertaking.assignments.running().filter(organisation__in=agencies_of(user)).exists()
    if asks or access_of(user).may_act(undertaking.council, {Role.CLERK}):
        yield {"label": "Xin gia hạn", "url": f"{base}xin-gia-han/"}
    if decides:
        yield {"label": "Gia hạn", "url": f"{base}gia-han/"}
    if decides and undertaking.days_overdue(today):
        yield {"label": "Ghi bước đôn đốc", "url": f"{base}don-doc/"}
