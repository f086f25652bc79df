"""Signing off and issuing: a page says what will happen, asks for what it needs, and acts."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import NotAllowed
from dienhong.registers.actions import not_for_this_role
from dienhong.reports import actions
from dienhong.reports.models import Report
from dienhong.reports.states import ISSUE, SIGN, WORKFLOW
from dienhong.web.acts import act_page
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.reports.forms import IssueForm, SignForm
from dienhong.web.reports.views.report import report_of

FORMS: dict[str, type[forms.Form]] = {SIGN: SignForm, ISSUE: IssueForm}
EFFECTS = {
    SIGN: "Lời văn, số liệu và các tệp được chốt như lúc này, không sửa được nữa. Sổ thay đổi về sau chỉ hiện ở "
    "“So với hôm nay”.",
    ISSUE: "Ghi số và ngày mà văn thư đã cấp; các tệp được in lại có số, ngày, nội dung giữ nguyên như đã ký duyệt.",
}
DONE = {SIGN: "Đã ký duyệt và chốt {code}.", ISSUE: "Đã ghi số, ngày phát hành của {code}."}


@require_http_methods(["GET", "POST"])
@in_register
def step_page(page: RegisterPage, code: str, step: str) -> HttpResponse:
    report = report_of(page, code)
    if step not in FORMS:
        raise Http404
    transition = WORKFLOW.transition(step)
    if not page.access.may_act(page.council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(not_for_this_role(transition, page.council))
    return act_page(
        page.request,
        title=f"{transition.label}: {report.code}",
        label=transition.label,
        effect=EFFECTS[step],
        form=FORMS[step](page.typed, initial={"expected_version": report.version}),
        do=lambda values: _do(report, step, page, values),
        back=page.address(report),
        back_label=report.code,
        done=DONE[step].format(code=report.code),
    )


def _do(report: Report, step: str, page: RegisterPage, values: dict[str, object]) -> Report:
    act = {SIGN: actions.sign, ISSUE: actions.issue}[step]
    return act(report, by=page.user, at=timezone.now(), **values)  # type: ignore[operator, no-any-return]
