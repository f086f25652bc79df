"""The writers: beginning a report, editing a section, signing it off, issuing it, keeping a template of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import date, datetime
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.files.actions import Upload, stored
from dienhong.kernel.errors import Changed, NotAllowed, Refused, RuleViolation
from dienhong.kernel.period import Period
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.actions import CANCELLED, not_for_this_role, require_writer, stand_in_line
from dienhong.registers.spans import Span
from dienhong.reports import rules
from dienhong.reports.addresses import Nowhere
from dienhong.reports.composing import Composer, begin, drafted, strict, subject_of
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Figures
from dienhong.reports.freezing import Keepsake, freeze, issued_files
from dienhong.reports.kinds import Kind, get_kind
from dienhong.reports.models import (
    FrozenAppendix,
    FrozenFigure,
    Report,
    ReportFile,
    ReportSection,
    ReportTemplate,
    Stage,
)
from dienhong.reports.papers import coverage_of
from dienhong.reports.queries import number_is_taken, own_template
from dienhong.reports.register import register
from dienhong.reports.sections import SectionText, sections_of
from dienhong.reports.states import ISSUE, SIGN, WORKFLOW, ReportStatus


def begin_report(*, council: Council, values: Mapping[str, Any], by: User, at: datetime) -> Report:
    """A new draft, its sections written from the template and the registers. Raises NotAllowed or Refused."""
    require_writer(register, council, by)
    kind, period = get_kind(values["kind"]), Span(values["span"]).of(values["year"])
    own = own_template(council, kind)
    figures = Figures(Coverage.of(council, period, values.get("as_of"), User.objects.operator()))
    sections = begin(kind, figures, own.text if own else "")
    filled = {**values, "title": values.get("title") or subject_of(kind, figures)}
    with transaction.atomic():
        report = cast(Report, actions.add(register, council=council, values=filled, by=by, at=at))
        ReportSection.objects.bulk_create(
            ReportSection(report=report, key=section.key, place=place, text=section.text)
            for place, section in enumerate(sections)
        )
    return report


def edit_section(
    section: ReportSection, *, text: str, expected_version: int, by: User, at: datetime
) -> ReportSection:
    """Change the text of a section. Raises NotAllowed, Changed, or Refused naming what a figure cannot be."""
    report = section.report
    require_writer(register, report.council, by)
    check_text(report, SectionText(section.key, text))
    edited = {"text": text.strip(), "edited_by": by, "edited_at": at}
    told: dict[str, Any] = {"council_id": report.council_id, "by": by, "at": at}
    verb = f"Sửa đoạn “{SectionText(section.key, text).title}"[:58] + "”"
    with transaction.atomic():
        standing = Report.objects.select_for_update().get(pk=report.pk)
        Refused.if_any([_cancelled(standing), rules.still_a_draft(standing.is_draft)])
        acts.update(section, edited, expected_version=expected_version, verb=verb, **told)
        acts.touch(standing)
    return section


def check_text(report: Report, section: SectionText) -> None:
    """Raise Refused with every sentence about figures that the text asks for and that are not there."""
    coverage = coverage_of(report)
    (composed,) = Composer(coverage, Nowhere()).compose([section])
    if composed.refusal:
        raise composed.refusal


def sign(report: Report, *, expected_version: int, by: User, at: datetime) -> Report:
    """Freeze text, figures and files as they stand. Raises NotAllowed, Changed or Refused; then nothing is kept."""
    _require_step(report, SIGN, by)
    keepsake = freeze(report)
    signed = {"status": ReportStatus.SIGNED, "signed_by": by, "signed_at": at}
    with transaction.atomic(), ExitStack() as files:
        _move(report, signed, SIGN, expected_version, by, at)
        _keep(report, keepsake)
        _store(report, Stage.SIGNED, keepsake.files, files, by=by, at=at)
    return report


def issue(
    report: Report, *, number: int, issued_on: date, expected_version: int, by: User, at: datetime
) -> Report:
    """Give the signed report the number and day of the registry, and print its files once more with them."""
    _require_step(report, ISSUE, by)
    assert report.signed_at is not None
    with transaction.atomic(), ExitStack() as files:
        stand_in_line(register, report.council)
        taken = number_is_taken(report, number, issued_on.year)
        Refused.if_any(
            [
                rules.issued_after_signing(issued_on, timezone.localdate(report.signed_at)),
                rules.issued_by_today(issued_on, timezone.localdate(at)),
                rules.number_is_free(number, taken, issued_on.year),
            ]
        )
        given = {"status": ReportStatus.ISSUED, "number": number, "issued_on": issued_on}
        _move(report, given, ISSUE, expected_version, by, at)
        _store(report, Stage.ISSUED, issued_files(report), files, by=by, at=at)
    return report


@transaction.atomic
def keep_template(
    *, council: Council, kind: Kind, text: str, expected_version: int, by: User, at: datetime
) -> ReportTemplate:
    """Put a template of the council's own in the place of the built-in one; an empty one gives that back.

    Raises NotAllowed, Changed, or Refused where a report of last year could not be begun with it.
    """
    require_writer(register, council, by)
    if text.strip():
        check_template(council, text, timezone.localdate(at))
    known = ReportTemplate.objects.select_for_update().filter(council=council, kind=kind.code).first()
    if (known.version if known else 0) != expected_version:
        raise Changed(acts.CHANGED)
    values = {"text": text.strip(), "edited_by": by, "edited_at": at}
    told: dict[str, Any] = {"council_id": council.pk, "by": by, "at": at}
    if known is None:
        fresh = ReportTemplate(council=council, kind=kind.code, **values)
        return acts.create(fresh, verb="Đặt mẫu báo cáo riêng", **told)
    return acts.update(known, values, expected_version=known.version, verb="Sửa mẫu báo cáo riêng", **told)


def check_template(council: Council, text: str, today: date) -> None:
    """Raise Refused with every fault of a template, worked out on the year before."""
    figures = Figures(Coverage.of(council, Period.year(today.year - 1), None, User.objects.operator()))
    sections = sections_of(drafted(figures, text))
    strict(Composer(figures.coverage, Nowhere(), figures).compose(sections))


def _require_step(report: Report, step: str, by: User) -> None:
    """Raise NotAllowed or Refused unless this person may take the step now."""
    transition = WORKFLOW.transition(step)
    if not access_of(by).may_act(report.council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(not_for_this_role(transition, report.council))
    Refused.if_any([_cancelled(report), WORKFLOW.violation(step, report.status)])


def _move(
    report: Report, values: Mapping[str, Any], step: str, expected_version: int, by: User, at: datetime
) -> None:
    acts.update(
        report,
        values,
        expected_version=expected_version,
        council_id=report.council_id,
        by=by,
        at=at,
        verb=WORKFLOW.transition(step).label,
    )


def _keep(report: Report, keepsake: Keepsake) -> None:
    """Write down what is frozen."""
    for section in report.sections.all():
        ReportSection.objects.filter(pk=section.pk).update(frozen=keepsake.texts[section.key])
    FrozenFigure.objects.bulk_create(keepsake.figures)
    FrozenAppendix.objects.bulk_create(keepsake.appendices)


def _store(
    report: Report, stage: Stage, contents: Mapping[str, bytes], files: ExitStack, *, by: User, at: datetime
) -> None:
    """Keep each file under its hash; those of a transaction that fails do not stay."""
    for ending, content in contents.items():
        upload = Upload(f"{report.code}{ending}", content)
        file = files.enter_context(stored(upload, council=report.council, by=by, at=at))
        ReportFile.objects.create(report=report, stage=stage, ending=ending, file=file)


def _cancelled(report: Report) -> RuleViolation | None:
    return RuleViolation("cancelled", CANCELLED) if report.is_cancelled else None
