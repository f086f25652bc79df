"""The month of a council; what a person was reminded of; the secret address of the own calendar."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from dienhong.organisations.models import Council
from dienhong.reminders.actions import end_feed, open_feed
from dienhong.reminders.feeds import feed_of, owner_of
from dienhong.reminders.letters import path_of
from dienhong.reminders.models import CalendarFeed, Digest, Reminder
from dienhong.reminders.stages import Stage
from dienhong.vietnamese.dates import format_date
from dienhong.web.councils import in_council, user_of
from dienhong.web.reminders.month import month_asked, month_of

DAYS_SHOWN = 30


@require_GET
@in_council
def calendar_page(request: HttpRequest, council: Council) -> HttpResponse:
    today = timezone.localdate()
    first = month_asked(request.GET.get("thang", ""), today)
    month = month_of(council, user_of(request), first, today)
    context = {"council": council, "month": month, "this_month": first == today.replace(day=1)}
    return render(request, "reminders/calendar.html", context)


@require_GET
def reminders_page(request: HttpRequest) -> HttpResponse:
    """The last digests, the newest first."""
    digests = Digest.objects.filter(user=user_of(request)).order_by("-on")[:DAYS_SHOWN]
    reminders = Reminder.objects.select_related("council").order_by("due_on", "pk")
    found: dict[int, list[dict[str, str]]] = {digest.pk: [] for digest in digests}
    for reminder in reminders.filter(digest__in=list(found)):
        found[reminder.digest_id].append(_shown(reminder))
    days = [{"on": digest.on, "sent": digest.sent_at, "tasks": found[digest.pk]} for digest in digests]
    return render(request, "reminders/reminders.html", {"days": days})


def _shown(reminder: Reminder) -> dict[str, str]:
    """As ``components/tasks.html`` draws it."""
    return {
        "state": {Stage.PAST: "overdue", Stage.FIFTEEN: "neutral"}.get(Stage(reminder.stage), "due_soon"),
        "word": f"Hạn {format_date(reminder.due_on)}",
        "title": reminder.what,
        "url": path_of(reminder),
        "who": reminder.council.short_name,
        "note": reminder.code,
    }


@require_http_methods(["GET", "POST"])
def feed_page(request: HttpRequest) -> HttpResponse:
    """Makes the address; it is shown this once, as only its hash is kept."""
    context: dict[str, Any] = {
        "feed": CalendarFeed.objects.filter(user=user_of(request), ended_at=None).first()
    }
    if request.method == "POST":
        secret = open_feed(by=user_of(request), at=timezone.now())
        context |= {"address": request.build_absolute_uri(reverse("feed-file", args=[secret]))}
    return render(request, "reminders/feed.html", context)


@require_POST
def end_feed_page(request: HttpRequest) -> HttpResponse:
    end_feed(by=user_of(request), at=timezone.now())
    messages.success(request, "Địa chỉ lịch cũ không còn đọc được nữa.")
    return redirect("feed")


@login_not_required
@require_GET
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever has the secret reads what its owner may read, and nothing else."""
    owner = owner_of(secret)
    if owner is None:
        raise Http404
    answer = HttpResponse(feed_of(owner, timezone.localdate()), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer
