"""A page that says what will happen, asks for what it needs, and acts: the four steps of every such view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dienhong.kernel.errors import Changed, Refused


def show_refusal(form: forms.Form, refusal: Refused) -> None:
    """Each sentence at its field, or on top."""
    for violation in refusal.violations:
        form.add_error(violation.field if violation.field in form.fields else None, violation.sentence)


def act_page(
    request: HttpRequest,
    *,
    title: str,
    label: str,
    effect: str,
    form: forms.Form,
    do: Callable[[dict[str, Any]], Any],
    back: str,
    back_label: str,
    done: str,
    tabs: Sequence[dict[str, Any]] = (),
) -> HttpResponse:
    """The form, or the way back once ``do`` has taken what it holds; ``tabs`` lead to forms of the same kind."""
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        except Changed as conflict:
            form.add_error(None, conflict.sentence)
        else:
            messages.success(request, done)
            return redirect(back)
    context = {"title": title, "label": label, "effect": effect, "form": form, "back": back, "tabs": tabs}
    status = 422 if form.is_bound else 200
    return render(request, "acts/act.html", {**context, "back_label": back_label}, status=status)
