"""The result of a vote: counts typed, or by name the exceptions; what it takes stands above, who wins nobody types."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.council_sessions import actions
from dienhong.council_sessions.attendance import delegates_on, states_of
from dienhong.council_sessions.models import SittingDay, Vote
from dienhong.council_sessions.models.votes import BALLOTS, COUNTS
from dienhong.council_sessions.register import votes
from dienhong.council_sessions.states import AttendanceState, Choice, VoteMethod
from dienhong.council_sessions.voting import majority_rule, votes_needed
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import format_count
from dienhong.web.acts import show_refusal
from dienhong.web.council_sessions.forms import ABSENT, ByNameForm, CountForm
from dienhong.web.council_sessions.part import typed, written_part
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.page import address_in

AWAY = {AttendanceState.EXCUSED, AttendanceState.ABSENT}


@require_http_methods(["GET", "POST"])
@in_council
def result_page(request: HttpRequest, council: Council, code: str) -> HttpResponse:
    vote: Vote = written_part(request, council, votes, code)
    people = list(delegates_on(council, vote.held_on).select_related("constituency"))
    by_name = vote.method == VoteMethod.BY_NAME
    form = _names_form(request, vote, people) if by_name else _count_form(request, vote)
    back = address_in(council, vote, votes)
    if form.is_valid() and _closed(request, vote, form):
        messages.success(request, f"{vote.title}: {vote.result}.")
        return redirect(back)
    lines = form.lines() if isinstance(form, ByNameForm) else []
    takes = _takes(vote, len(people))
    context = {"form": form, "vote": vote, "back": back, "takes": takes, "lines": lines}
    status = 422 if form.is_bound else 200
    return render(request, "council_sessions/result.html", context, status=status)


def _takes(vote: Vote, total: int) -> str:
    """What it takes to carry, before anything is counted."""
    rule = majority_rule(vote, total)
    return f"{rule.text} Tổng số đại biểu: {format_count(total)}; cần ít nhất {votes_needed(vote, total)} tán thành."


def _count_form(request: HttpRequest, vote: Vote) -> CountForm:
    fields = {name: vote._meta.get_field(name) for name in ("present", *BALLOTS, *COUNTS)}
    labels = {name: _capital(str(field.verbose_name)) for name, field in fields.items()}  # type: ignore[union-attr]
    initial = {name: getattr(vote, name) for name in fields}
    if initial["present"] is None:
        initial["present"] = _present_that_day(vote)
    secret = vote.method == VoteMethod.SECRET
    return CountForm(
        typed(request), secret=secret, labels=labels, initial={**initial, "expected_version": vote.version}
    )


def _names_form(request: HttpRequest, vote: Vote, people: list[Any]) -> ByNameForm:
    """Those who were away that day are absent, all others in favour, until somebody says otherwise."""
    chosen = dict(vote.ballots.values_list("mandate", "choice"))
    away = _away(vote)
    initial: dict[str, Any] = {"expected_version": vote.version}
    for person in people:
        usual = ABSENT if chosen or person.pk in away else Choice.IN_FAVOUR
        initial[f"s{person.pk}"] = chosen.get(person.pk, usual)
    return ByNameForm(typed(request), people=people, initial=initial)


def _sitting(vote: Vote) -> SittingDay | None:
    return SittingDay.objects.counted().filter(session=vote.session_id, held_on=vote.held_on).first()


def _away(vote: Vote) -> set[int]:
    sitting = _sitting(vote)
    return {key for key, state in states_of(sitting).items() if state in AWAY} if sitting else set()


def _present_that_day(vote: Vote) -> int | None:
    """Who attended, where attendance was taken of everybody's knowledge."""
    sitting = _sitting(vote)
    states = states_of(sitting).values() if sitting else ()
    known = [state for state in states if state != AttendanceState.UNKNOWN]
    return sum(1 for state in known if state not in AWAY) if known else None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _closed(request: HttpRequest, vote: Vote, form: CountForm | ByNameForm) -> bool:
    """Whether the result was saved; what was refused then stands in the form."""
    told: dict[str, Any] = {
        "expected_version": form.cleaned_data["expected_version"],
        "by": user_of(request),
        "at": timezone.now(),
    }
    try:
        if isinstance(form, ByNameForm):
            actions.close_by_name(vote, choices=form.choices(), **told)
        else:
            actions.close_vote(vote, count=form.count(), **told)
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        return True
    return False
