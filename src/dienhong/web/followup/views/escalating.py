"""Taking a rung of the ladder: which one, where it happened, linked to the hearing, question or oversight itself."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup import actions
from dienhong.followup.ladder import HAPPENS_IN, Proposal, Rung, next_rung
from dienhong.followup.models import Undertaking
from dienhong.followup.voices import decides
from dienhong.organisations.models import Council
from dienhong.rulebook import current
from dienhong.web.acts import act_page
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.forms import EscalationForm
from dienhong.web.followup.page import address, happened, undertaking_of
from dienhong.web.followup.places import places_of


@require_http_methods(["GET", "POST"])
@in_council
def escalate_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    undertaking, user = undertaking_of(request, council, code), user_of(request)
    decides(council, user)
    taken = set(undertaking.escalations.values_list("rung", flat=True))
    proposal = proposal_for(undertaking, taken)
    rung = _rung(request, proposal, taken)
    kind = HAPPENS_IN.get(rung)
    places = {place.code: place for place in places_of(council, kind, user)} if kind else {}
    typed, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = EscalationForm(
        typed,
        files,
        version=undertaking.version,
        today=timezone.localdate(),
        initial={"rung": rung},
        places={place.code: f"{place.code} {place.title}" for place in places.values()},
        kind=kind.label if kind else "",
    )

    def do(said: dict[str, Any]) -> None:
        with happened(request, council, said) as told:
            chosen, now = places.get(said.get("happened_in", "")), timezone.now()
            given = {name: said[name] for name in ("rung", "where", "expected_version")}
            place = chosen.opened(by=user, at=now) if chosen else None
            actions.escalate(undertaking, happened=told, happened_in=place, by=user, at=now, **given)

    return act_page(
        request,
        title=rung.label,
        label="Ghi bước này",
        effect=proposal.since.explanation if proposal and proposal.rung == rung else "",
        form=form,
        do=do,
        back=address(undertaking),
        back_label=str(undertaking),
        done=f"{rung.label}: đã ghi nhận với {undertaking.code}.",
        tabs=_tabs(rung, taken),
    )


def proposal_for(undertaking: Undertaking, taken: Collection[str]) -> Proposal | None:
    """The next rung of the ladder today, by the rules of the day on which it was due."""
    rules = current.rulebook().on(undertaking.due_on, undertaking.council.level)
    today, calendar = timezone.localdate(), current.calendar()
    return next_rung(undertaking.due_on, taken, today, rules=rules, calendar=calendar)


def _rung(request: HttpRequest, proposal: Proposal | None, taken: Collection[str]) -> Rung:
    """The rung that was sent or asked for, else the proposed one, else the first that was not taken."""
    asked = request.POST.get("rung") or request.GET.get("buoc", "")
    if asked in Rung:
        return Rung(asked)
    return proposal.rung if proposal else next((rung for rung in Rung if rung not in taken), Rung.REMINDER)


def _tabs(current_rung: Rung, taken: Collection[str]) -> list[dict[str, Any]]:
    """The rungs that were not taken yet, each with the form of its own."""
    return [
        {"label": rung.label, "url": f"?buoc={rung}", "current": rung == current_rung}
        for rung in Rung
        if rung not in taken
    ]
