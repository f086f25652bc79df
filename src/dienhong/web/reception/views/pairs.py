"""Letters that may be one that was sent to two levels: all of a year, and those of one letter."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reception.actions.letters import say_same
from dienhong.reception.models import Letter
from dienhong.reception.queries import MOST_COMPARED, LikelySame, comparable, likely_pairs, likely_same
from dienhong.web.acts import show_refusal
from dienhong.web.reception.forms import JudgeForm
from dienhong.web.registers.page import RegisterPage, in_register, record_address

WORDS = {
    None: ("due_soon", "chưa xác định"),
    True: ("done", "cùng một đơn"),
    False: ("neutral", "hai đơn khác nhau"),
}


@require_GET
@in_register
def pairs_page(page: RegisterPage) -> HttpResponse:
    """Pairs among the letters of the council and of all below it that came in a year."""
    page.require_reader()
    year = _year(page)
    period = Period.year(year)
    below = Council.objects.visible_to(page.user).below(page.council, first=period.first, last=period.last)
    councils = [page.council.pk, *below.values_list("pk", flat=True)]
    letters = (
        comparable(page.user).filter(council__in=councils).in_period(period).order_by("received_on", "pk")
    )
    pairs = [_shown(pair) for pair in likely_pairs(letters[:MOST_COMPARED])]
    context = {"pairs": pairs, "year": year, "back": page.list_address}
    return render(page.request, "reception/pairs.html", context)


def _year(page: RegisterPage) -> int:
    asked, today = page.request.GET.get("nam", ""), timezone.localdate()
    if asked.isdecimal() and 1945 < int(asked) <= today.year:
        return int(asked)
    last = comparable(page.user).filter(council=page.council).order_by("-received_on").first()
    return last.received_on.year if last else today.year


@require_http_methods(["GET", "POST"])
@in_register
def judge_page(page: RegisterPage, code: str) -> HttpResponse:
    letter: Letter = page.writable_record(code)  # type: ignore[assignment]
    form = JudgeForm(page.typed)
    if form.is_valid() and _said(page, letter, form):
        return redirect(page.request.path)
    context = {
        "letter": letter,
        "found": [_shown(pair) for pair in likely_same(letter, page.user)],
        "form": form,
        "back": page.address(letter),
    }
    return render(page.request, "reception/judge.html", context, status=422 if form.is_bound else 200)


def _said(page: RegisterPage, letter: Letter, form: JudgeForm) -> bool:
    typed = form.cleaned_data
    other = get_object_or_404(comparable(page.user), council__slug=typed["council"], code=typed["other"])
    try:
        say_same(letter, other, same=typed["same"], by=page.user, at=timezone.now())
    except Refused as refusal:
        show_refusal(form, refusal)
        return False
    word = "cùng một đơn" if typed["same"] else "hai đơn khác nhau"
    messages.success(page.request, f"Đã ghi: {letter.code} và {other.code} là {word}.")
    return True


def _shown(pair: LikelySame) -> dict[str, Any]:
    state, word = WORDS[pair.same]
    return {
        "letter": pair.letter,
        "other": pair.other,
        "letter_url": record_address(pair.letter),
        "other_url": record_address(pair.other),
        "why": "; ".join(pair.why),
        "same": pair.same,
        "state": state,
        "word": word,
    }
