"""Likely repeats: while typing, and on a page where a person links them or takes the link back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.models import Council
from dienhong.registers.actions import CANCELLED
from dienhong.vietnamese.text import fold
from dienhong.voters import actions
from dienhong.voters.models import Petition
from dienhong.voters.queries import LikelyRepeat, family_of, likely_repeats
from dienhong.voters.register import petitions
from dienhong.web.acts import act_page, show_refusal
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import address_in
from dienhong.web.voters.forms import LinkForm, UnlinkForm
from dienhong.web.voters.views.forwarding import require_clerk


@require_GET
@in_council
def hint(request: HttpRequest, council: Council) -> HttpResponse:
    """What is like the text that is being typed: a fragment for the form."""
    require_clerk(request, council)
    field = request.GET.get("field", "")
    found = likely_repeats(
        council,
        text=request.GET.get("text", ""),
        place=request.GET.get("place", ""),
        field_id=int(field) if field.isdecimal() else None,
    )
    return render(request, "voters/hint.html", {"found": [_shown(one, council) for one in found]})


@require_http_methods(["GET", "POST"])
@in_council
def repeats_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    petition = own_petition(request, council, code)
    form = LinkForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _link(request, council, petition, form):
        return redirect(address_in(council, petition, petitions))
    found = likely_repeats(
        council, text=petition.text, place=petition.place, field_id=petition.field_id, but=petition.pk
    )
    linked = {one.pk for one in family_of(petition)}
    shown = [_shown(one, council) for one in found if one.petition.pk not in linked]
    context = {
        "council": council,
        "petition": petition,
        "form": form,
        "found": [one for one in shown if one["petition"].received_on <= petition.received_on],
        "back": address_in(council, petition, petitions),
    }
    return render(request, "voters/repeats.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@in_council
def unlink_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    petition = own_petition(request, council, code)

    def do(typed: dict[str, Any]) -> None:
        actions.unlink_repeat(petition, by=user_of(request), at=timezone.now(), **typed)

    typed = request.POST if request.method == "POST" else None
    return act_page(
        request,
        title=f"Bỏ nối {petition.code}",
        label="Bỏ nối",
        effect="Hai kiến nghị lại là hai việc khác nhau; lý do được lưu trong nhật ký.",
        form=UnlinkForm(typed, initial={"expected_version": petition.version}),
        do=do,
        back=address_in(council, petition, petitions),
        back_label=petition.code,
        done=f"Đã bỏ nối {petition.code}.",
    )


def own_petition(request: HttpRequest, council: Council, code: str) -> Petition:
    """A petition of the council that still stands, for who may write it."""
    visible = Petition.objects.visible_to(user_of(request)).select_related("council", "field", "repeats")
    petition: Petition = get_object_or_404(visible, council=council, code=code)
    require_clerk(request, council)
    if petition.is_cancelled:
        raise NotAllowed(CANCELLED)
    return petition


def _link(request: HttpRequest, council: Council, petition: Petition, form: LinkForm) -> bool:
    mine = Petition.objects.counted().filter(council=council)
    earlier = get_object_or_404(mine, code=form.cleaned_data["earlier"])
    version = form.cleaned_data["expected_version"]
    try:
        actions.link_repeat(
            petition, earlier=earlier, expected_version=version, by=user_of(request), at=timezone.now()
        )
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        messages.success(
            request, f"Đã nối {petition.code} với {earlier.code}: cùng một kiến nghị được nêu lại."
        )
        return True
    return False


def _shown(one: LikelyRepeat, council: Council) -> dict[str, Any]:
    """A candidate with the reasons for which it is proposed."""
    words = _as_written(one)
    why = [
        *(["cùng nơi"] if one.match.same_place else []),
        *(["cùng lĩnh vực"] if one.same_field else []),
        *([f"cùng có: {', '.join(words)}"] if words else []),
    ]
    url = address_in(council, one.petition, petitions)
    return {"petition": one.petition, "url": url, "why": "; ".join(why)}


def _as_written(one: LikelyRepeat) -> list[str]:
    """The shared words as the earlier petition writes them, with their marks."""
    written = {fold(word).strip(): word.strip('.,;:!?()“”"') for word in one.petition.text.split()}
    return [written.get(word, word) for word in one.match.words][:8]
