"""The count of a rating in one go: ballots above, people below; the classes follow by themselves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.confidence.actions import record_count
from dienhong.confidence.models import ConfidenceRating
from dienhong.confidence.register import ratings
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import format_count
from dienhong.web.acts import show_refusal
from dienhong.web.confidence.forms import RatingCountForm
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import RegisterPage, address_in


@require_http_methods(["GET", "POST"])
@in_council
def count_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    rating: Any = RegisterPage(request, council, ratings).writable_record(code)
    people = list(rating.people.counted().select_related("council").order_by("pk"))
    typed = request.POST if request.method == "POST" else None
    form, back = RatingCountForm(typed, rating=rating, people=people), address_in(council, rating, ratings)
    if form.is_valid() and _recorded(request, rating, form):
        messages.success(request, f"Đã ghi kết quả kiểm phiếu của {format_count(len(people))} người.")
        return redirect(back)
    context = {"form": form, "rating": rating, "back": back}
    return render(request, "confidence/count.html", context, status=422 if form.is_bound else 200)


def _recorded(request: HttpRequest, rating: ConfidenceRating, form: RatingCountForm) -> bool:
    try:
        record_count(
            rating,
            ballots=form.ballots(),
            counts=form.counts(),
            expected_version=form.cleaned_data["expected_version"],
            by=user_of(request),
            at=timezone.now(),
        )
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        return True
    return False
