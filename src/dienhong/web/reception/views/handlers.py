"""Who handles the denunciations of a council: seen by its office, named and ended by its leaders."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.kinds import Role
from dienhong.reception.actions.handlers import end_handler, name_handler, require_leader
from dienhong.reception.models import LetterHandler
from dienhong.web.acts import show_refusal
from dienhong.web.reception.forms import EndHandlerForm, HandlerForm
from dienhong.web.registers.page import RegisterPage, in_register


@require_http_methods(["GET", "POST"])
@in_register
def handlers_page(page: RegisterPage) -> HttpResponse:
    page.require_writer()
    form, refused = _form(page), ""
    if page.request.method == "POST":
        require_leader(page.council, page.user)
        done, refused = _ended(page) if "handler" in page.request.POST else _named(page, form)
        if done:
            messages.success(page.request, done)
            return redirect(page.request.path)
    today = timezone.localdate()
    handlers = LetterHandler.objects.filter(council=page.council).select_related("user")
    context = {
        "running": handlers.on(today).order_by("from_on", "pk"),
        "ended": handlers.filter(ended_on__lte=today).order_by("-ended_on", "-pk"),
        "form": form if page.access.may_act(page.council, {Role.LEADER}) else None,
        "refused": refused,
        "back": page.list_address,
    }
    status = 422 if page.request.method == "POST" else 200
    return render(page.request, "reception/handlers.html", context, status=status)


def _form(page: RegisterPage) -> HandlerForm:
    typed = None if page.typed is None or "handler" in page.typed else page.typed
    return HandlerForm(typed, council=page.council, initial={"from_on": timezone.localdate()})


def _named(page: RegisterPage, form: HandlerForm) -> tuple[str, str]:
    """What was done, or nothing; what was refused stands at the form."""
    if form.is_valid():
        typed: dict[str, Any] = form.cleaned_data
        try:
            handler = name_handler(page.council, by=page.user, at=timezone.now(), **typed)
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            return f"Đã giao {handler} xử lý đơn tố cáo.", ""
    return "", ""


def _ended(page: RegisterPage) -> tuple[str, str]:
    """What was done, or why not."""
    form = EndHandlerForm(page.request.POST)
    if not form.is_valid():
        return "", "Yêu cầu không đúng; hãy mở lại trang này."
    handlers = LetterHandler.objects.filter(council=page.council, ended_on=None).select_related(
        "council", "user"
    )
    handler: LetterHandler = get_object_or_404(handlers, pk=form.cleaned_data["handler"])
    version, day = form.cleaned_data["expected_version"], timezone.localdate()
    try:
        end_handler(handler, ended_on=day, expected_version=version, by=page.user, at=timezone.now())
    except (Refused, Changed) as refusal:
        return "", str(refusal)
    return f"{handler} thôi xử lý đơn tố cáo từ hôm nay.", ""
