"""The verbs of following up: the only writers of undertakings and their history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.documents.numbering import take_number
from dienhong.followup import rules
from dienhong.followup.due import Due
from dienhong.followup.models import (
    Assignment,
    Escalation,
    Extension,
    IncomingDocument,
    Origin,
    Progress,
    Undertaking,
    shortened,
)
from dienhong.followup.states import ANSWERS, SETTLED, WORKFLOW, ExtensionState, Result, Status, Step
from dienhong.followup.voices import decides, require_council, speaks
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council, Organisation
from dienhong.rulebook.models import Field

PREFIX = "VT"


@dataclass(frozen=True)
class Happened:
    """What happened on a day: said by whom it concerns, or on a paper that is cited."""

    on: date
    text: str = ""
    document: IncomingDocument | None = None
    result: str = ""
    promised_on: date | None = None


@transaction.atomic
def open_origin(*, council: Council, kind: str, code: str, title: str, by: User, at: datetime) -> Origin:
    """The row that a petition, question, hearing… holds, so that undertakings can follow from it."""
    require_council(council, by)
    origin = Origin(council=council, kind=kind, code=code, title=shortened(title, 280))
    return acts.create(origin, council_id=council.pk, by=by, at=at, verb="Mở nguồn việc phải theo dõi")


@transaction.atomic
def record_document(
    *, council: Council, number: str, issued_on: date, issuer: Organisation, by: User, at: datetime
) -> IncomingDocument:
    """A paper that came in, recorded once: the same number, day and issuer is the same paper."""
    require_council(council, by)
    given = {"council": council, "number": number.strip(), "issued_on": issued_on, "issuer": issuer}
    known = IncomingDocument.objects.filter(**given).first()
    if known:
        return known
    return acts.create(IncomingDocument(**given), council_id=council.pk, by=by, at=at, verb="Ghi văn bản đến")


@transaction.atomic
def undertake(
    *,
    council: Council,
    origin: Origin,
    text: str,
    lead: Organisation,
    due: Due,
    on: date,
    by: User,
    at: datetime,
    supporters: Sequence[Organisation] = (),
    field: Field | None = None,
    document: IncomingDocument | None = None,
) -> Undertaking:
    """Give a body something to do by a day. Raises NotAllowed or Refused with every sentence at once."""
    require_council(council, by)
    stands = [
        *(rules.body_stands(str(body), body.dissolved_on, on, "supporters") for body in supporters),
        rules.body_stands(str(lead), lead.dissolved_on, on, "lead"),
    ]
    differ = rules.bodies_differ(lead.pk, [body.pk for body in supporters])
    Refused.if_any([rules.in_order(on, on, timezone.localdate(at)), differ, *stands])
    undertaking = Undertaking(
        council=council, recorded_by=by, recorded_at=at, origin=origin, text=text, lead=lead
    )
    undertaking.field, undertaking.assigned_on = field, on
    undertaking.due_on, undertaking.due_basis, undertaking.due_explanation = (
        due.day,
        due.basis,
        due.explanation,
    )
    number = take_number(council_id=council.pk, series=PREFIX, year=on.year)
    undertaking.code = f"{PREFIX}-{on.year}-{number:03d}"
    undertaking.derive()
    acts.create(undertaking, council_id=council.pk, by=by, at=at, verb=Step.ASSIGN.label)
    for body in (lead, *supporters):
        Assignment.objects.create(undertaking=undertaking, organisation=body, leads=body == lead, from_on=on)
    helpers = ", ".join(str(body) for body in supporters)
    told = f"{lead} chủ trì{f'; {helpers} phối hợp' if helpers else ''}."
    _tell(undertaking, Step.ASSIGN, Happened(on, told, document), None, "", by, at)
    return undertaking


@transaction.atomic
def take_step(
    assignment: Assignment, *, step: str, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """Move one body's part by the table; who may stands there. Raises NotAllowed, Changed or Refused."""
    undertaking, assignment = _locked(assignment)
    in_person = speaks(step, undertaking, assignment, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, step),
            rules.lead_only(step, assignment.leads),
            WORKFLOW.violation(step, assignment.state, happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            _in_order(undertaking, happened.on, at),
        ]
    )
    assignment.state = WORKFLOW.transition(step).target
    assignment.save(update_fields=["state"])
    values = _lead_values(undertaking, assignment, happened)
    _write(undertaking, step, happened, values, assignment, expected_version, by, at)
    return undertaking


@transaction.atomic
def answer(
    assignment: Assignment, *, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """A body's answer, classed by its result; a promise beyond the due date asks for an extension."""
    text, promised_on = happened.text, happened.promised_on
    Refused.if_any(rules.answer_is_whole(happened.result, text, promised_on, happened.on))
    step = ANSWERS[Result(happened.result)]
    undertaking = take_step(
        assignment, step=step, happened=happened, expected_version=expected_version, by=by, at=at
    )
    if promised_on and promised_on > undertaking.due_on and not _asking(undertaking):
        told = replace(happened, text=f"Theo thời hạn đã trả lời: {text}", result="", promised_on=None)
        ask_extension(
            assignment,
            new_due_on=promised_on,
            happened=told,
            expected_version=undertaking.version,
            by=by,
            at=at,
        )
        undertaking.refresh_from_db()
    return undertaking


@transaction.atomic
def answer_many(
    answers: Iterable[tuple[Assignment, Happened, int]], *, by: User, at: datetime
) -> list[Undertaking]:
    """One paper that answers many: each with its own result and the version that was read; all or nothing."""
    return [
        answer(assignment, happened=happened, expected_version=version, by=by, at=at)
        for assignment, happened, version in answers
    ]


@transaction.atomic
def ask_extension(
    assignment: Assignment,
    *,
    new_due_on: date,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
) -> Extension:
    """Ask for a later due date; the council decides."""
    undertaking, assignment = _locked(assignment)
    in_person = speaks("accept", undertaking, assignment, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ASK_EXTENSION),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            _in_order(undertaking, happened.on, at),
        ]
    )
    extension = Extension(
        undertaking=undertaking,
        asked_by=assignment,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
    )
    Refused.if_any(acts.shape_violations(extension))
    extension.save()
    told = replace(happened, promised_on=new_due_on)
    _write(undertaking, Step.ASK_EXTENSION, told, {}, assignment, expected_version, by, at)
    return extension


@transaction.atomic
def decide_extension(
    extension: Extension, *, grant: bool, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """Grant or decline what was asked for."""
    undertaking: Undertaking = Undertaking.objects.select_for_update().get(pk=extension.undertaking_id)
    in_person = decides(undertaking.council, by)
    extension = Extension.objects.get(pk=extension.pk)
    if extension.state != ExtensionState.ASKED:
        raise Refused.because("followup.decided", "Đề nghị gia hạn này đã được trả lời.")
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            None if grant else rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            _in_order(undertaking, happened.on, at),
        ]
    )
    extension.state = ExtensionState.GRANTED if grant else ExtensionState.DECLINED
    extension.decided_on = happened.on
    extension.save(update_fields=["state", "decided_on"])
    step = Step.EXTEND if grant else Step.DECLINE_EXTENSION
    values = {"due_on": extension.new_due_on} if grant else {}
    _write(undertaking, step, happened, values, extension.asked_by, expected_version, by, at)
    return undertaking


@transaction.atomic
def extend(
    undertaking: Undertaking,
    *,
    new_due_on: date,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
) -> Undertaking:
    """Set a later due date without being asked; the old one stays in the history."""
    undertaking = Undertaking.objects.select_for_update().get(pk=undertaking.pk)
    in_person = decides(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            _in_order(undertaking, happened.on, at),
        ]
    )
    Extension.objects.create(
        undertaking=undertaking,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
        state=ExtensionState.GRANTED,
        decided_on=happened.on,
    )
    _write(undertaking, Step.EXTEND, happened, {"due_on": new_due_on}, None, expected_version, by, at)
    return undertaking


@transaction.atomic
def escalate(
    undertaking: Undertaking,
    *,
    rung: str,
    where: str,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
    happened_in: Origin | None = None,
) -> Escalation:
    """Take a rung of the ladder for what is overdue, and link it to where it happened."""
    undertaking = Undertaking.objects.select_for_update().get(pk=undertaking.pk)
    require_council(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ESCALATE),
            rules.escalated_when_overdue(undertaking.days_overdue(happened.on)),
            _in_order(undertaking, happened.on, at),
        ]
    )
    escalation = Escalation(
        undertaking=undertaking, rung=rung, taken_on=happened.on, where=where, happened_in=happened_in
    )
    Refused.if_any(acts.shape_violations(escalation))
    escalation.save()
    told = replace(happened, text=f"{escalation.get_rung_display()}: {where}")
    _write(undertaking, Step.ESCALATE, told, {}, None, expected_version, by, at)
    return escalation


@transaction.atomic
def hand_over(
    organisation: Organisation, successors: Sequence[Organisation], *, on: date, by: User, at: datetime
) -> int:
    """The first successor takes over what the body that ends still has open; how many undertakings that were.

    Refused while something is open and nobody succeeds.
    """
    if not access_of(by, timezone.localdate(at)).may_administer(organisation.council):
        raise NotAllowed(f"Anh/chị không quản trị {organisation.council.name}.")
    open_parts = Assignment.objects.running().filter(organisation=organisation)
    parts = list(open_parts.exclude(undertaking__status__in=SETTLED).order_by("pk"))
    if parts and not successors:
        sentence = f"{organisation} còn {len(parts):02d} việc chưa xong: hãy nêu cơ quan kế thừa."
        raise Refused.because("followup.no_successor", sentence, "successors")
    for part in parts:
        _hand_over(part, successors[0], on, by, at)
    return len(parts)


def _hand_over(part: Assignment, successor: Organisation, on: date, by: User, at: datetime) -> None:
    """The part goes on as it stood; where the successor already supports, it now has one part."""
    undertaking, part = _locked(part)
    day = max(on, _last(undertaking).on)
    part.ended_on = day
    part.save(update_fields=["ended_on"])
    own = undertaking.assignments.running().filter(organisation=successor).first()
    if own is None or part.leads:
        if own:
            own.ended_on = day
            own.save(update_fields=["ended_on"])
        own = Assignment.objects.create(
            undertaking=undertaking, organisation=successor, leads=part.leads, state=part.state, from_on=day
        )
    told = Happened(day, text=f"{successor} kế thừa phần việc của {part.organisation}.")
    values = {"lead": successor} if part.leads else {}
    _write(undertaking, Step.HAND_OVER, told, values, own, undertaking.version, by, at)


def _locked(assignment: Assignment) -> tuple[Undertaking, Assignment]:
    """Both as they stand now, the undertaking under its row lock; a part that was handed over is no longer there."""
    undertaking = Undertaking.objects.select_for_update().get(pk=assignment.undertaking_id)
    current = undertaking.assignments.running().filter(pk=assignment.pk).first()
    if current is None:
        raise Refused.because("followup.handed_over", "Phần việc này đã chuyển cho cơ quan khác.")
    return undertaking, current


def _in_order(undertaking: Undertaking, on: date, at: datetime) -> Any:
    return rules.in_order(on, _last(undertaking).on, timezone.localdate(at))


def _last(undertaking: Undertaking) -> Progress:
    return Progress.objects.get(undertaking=undertaking, until_on=None)


def _asking(undertaking: Undertaking) -> bool:
    return undertaking.extensions.filter(state=ExtensionState.ASKED).exists()


def _lead_values(undertaking: Undertaking, assignment: Assignment, happened: Happened) -> dict[str, Any]:
    """What the lead's step makes of the undertaking; a supporter's leaves it as it is."""
    if not assignment.leads:
        return {}
    settled = assignment.state in SETTLED
    return {
        "status": assignment.state,
        "result": happened.result or undertaking.result,
        "settled_on": happened.on if settled else None,
    }


def _write(
    undertaking: Undertaking,
    step: str,
    happened: Happened,
    values: Mapping[str, Any],
    assignment: Assignment | None,
    expected_version: int,
    by: User,
    at: datetime,
) -> None:
    """The undertaking's new values, its journal entry and its line of history, together."""
    acts.update(
        undertaking,
        values,
        expected_version=expected_version,
        council_id=undertaking.council_id,
        by=by,
        at=at,
        verb=Step(step).label,
        reason=happened.text,
        always=True,
    )
    state = assignment.state if assignment else ""
    _tell(undertaking, Step(step), happened, assignment, state, by, at)


def _tell(
    undertaking: Undertaking,
    step: Step,
    happened: Happened,
    assignment: Assignment | None,
    state: str,
    by: User,
    at: datetime,
) -> None:
    """The line before holds up to this day, this one from it."""
    Progress.objects.filter(undertaking=undertaking, until_on=None).update(until_on=happened.on)
    Progress.objects.create(
        undertaking=undertaking,
        assignment=assignment,
        step=step,
        state=state,
        status=Status(undertaking.status),
        due_on=undertaking.due_on,
        on=happened.on,
        text=happened.text,
        result=happened.result,
        promised_on=happened.promised_on,
        document=happened.document,
        by=by,
        at=at,
    )
