"""The first page: how much there is to look after, and what waits for somebody's eye."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.organisations.administration import users_known_to
from dienhong.organisations.models import Council, RoleGrant
from dienhong.rulebook import current
from dienhong.web.administration.page import answer, for_administrators
from dienhong.web.councils import user_of


@require_GET
@for_administrators
def page(request: HttpRequest) -> HttpResponse:
    user, today = user_of(request), timezone.localdate()
    councils = Council.objects.administered_by(user).standing(today)
    people = users_known_to(user, today).filter(is_active=True)
    running = RoleGrant.objects.filter(user__in=people).on(today)
    stats = [
        {
            "label": "Hội đồng đang hoạt động",
            "value": councils.count(),
            "url": reverse("administration-councils"),
        },
        {"label": "Tài khoản đang dùng", "value": people.count(), "url": reverse("administration-users")},
        {"label": "Vai trò đang giữ", "value": running.count(), "url": ""},
    ]
    tasks = [*_about_people(people, running), *_about_councils(councils, running), *_about_rules(today)]
    return answer(request, "overview", {"stats": stats, "tasks": tasks})


def _about_people(people: Any, running: Any) -> list[dict[str, Any]]:
    never = people.filter(last_login=None).count()
    idle = people.exclude(pk__in=running.values("user")).count()
    users = reverse("administration-users")
    return [
        *_task(never, "due_soon", "chưa vào", f"{never} tài khoản chưa đăng nhập lần nào", users),
        *_task(
            idle,
            "neutral",
            "nên xem",
            f"{idle} tài khoản không còn vai trò nào: ngừng hoặc giao vai trò",
            users,
        ),
    ]


def _about_councils(councils: Any, running: Any) -> list[dict[str, Any]]:
    without = councils.exclude(pk__in=running.values("council")).count()
    text = f"{without} Hội đồng chưa có ai giữ vai trò"
    return _task(without, "due_soon", "chưa có người", text, reverse("administration-councils"))


def _about_rules(today: date) -> list[dict[str, Any]]:
    doubtful = sum(not rule.verified for rule in current.rulebook().on(today).all())
    rules, days = reverse("administration-rules"), reverse("administration-holidays")
    doubts = [d for year in (today.year, today.year + 1) for d in current.calendar().doubts(*_year(year))]
    return [
        *_task(
            doubtful,
            "neutral",
            "chưa kiểm chứng",
            f"{doubtful} quy định chưa đối chiếu văn bản",
            f"{rules}?xem=chua",
        ),
        *(
            t
            for d in doubts
            for t in _task(
                1,
                "neutral",
                "lịch nghỉ",
                d[:1].upper() + d[1:],
                f"{days}?nam={d[-4:] if d[-4:].isdigit() else today.year}",
            )
        ),
    ]


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _task(count: int, state: str, word: str, title: str, url: str) -> list[dict[str, Any]]:
    return [{"state": state, "word": word, "title": title, "url": url}] if count else []
