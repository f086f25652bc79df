"""Forwarding: petitions chosen, one body leads, one paper, one due date."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council
from dienhong.registers.actions import not_a_writer
from dienhong.vietnamese.numerals import format_count
from dienhong.voters import actions
from dienhong.voters.models import Petition
from dienhong.voters.register import petitions
from dienhong.web.acts import show_refusal
from dienhong.web.councils import in_council, user_of
from dienhong.web.voters.forms import ForwardForm, waiting_in


def require_clerk(request: HttpRequest, council: Council) -> None:
    """404 for who does not read petitions, 403 for who reads and does not write."""
    access = access_of(user_of(request))
    if not access.may_read(council, COUNCIL_ROLES):
        raise Http404
    access.require(council, Petition.WRITERS, not_a_writer(petitions, council))


@require_http_methods(["GET", "POST"])
@in_council
def forward_page(request: HttpRequest, council: Council) -> HttpResponse:
    require_clerk(request, council)
    typed = request.POST if request.method == "POST" else None
    form = ForwardForm(typed, council=council, today=timezone.localdate(), chosen=request.GET.getlist("chon"))
    if form.is_valid():
        try:
            dispatch = _forward(request, council, form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            count, lead = dispatch.petitions.count(), form.cleaned_data["lead"]
            messages.success(request, f"Đã chuyển {format_count(count)} kiến nghị đến {lead}.")
            return redirect("petitions-list", council=council.slug)
    context = {
        "council": council,
        "form": form,
        "waiting": waiting_in(council).exists(),
        "back": reverse("petitions-list", args=[council.slug]),
        "groups": [
            {"heading": "Kiến nghị được chuyển", "fields": [form["petitions"]]},
            {"heading": "Chuyển đến", "fields": [form["lead"], form["supporters"]]},
            {
                "heading": "Văn bản, thời hạn",
                "fields": [form[n] for n in ("on", "number", "due_on", "due_why")],
            },
        ],
    }
    return render(request, "voters/forward.html", context, status=422 if form.is_bound else 200)


def _forward(request: HttpRequest, council: Council, typed: dict[str, Any]) -> Any:
    given = {name: typed[name] for name in ("lead", "on", "number", "due_on", "due_why")}
    supporters, user, now = list(typed["supporters"]), user_of(request), timezone.now()
    return actions.forward(council, typed["petitions"], supporters=supporters, by=user, at=now, **given)


@require_GET
@in_council
def forward_one(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    """From a petition's page to the forwarding page with this one chosen."""
    require_clerk(request, council)
    return redirect(f"{reverse('petitions-forward', args=[council.slug])}?{urlencode({'chon': code})}")
