"""The page of one record: facts, what can be done, history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.registers.models import Record
from dienhong.web.registers.page import RegisterPage, in_register, record_address
from dienhong.web.registers.parts import parts_of
from dienhong.web.registers.story import story_of
from dienhong.web.registers.table import shown

Button = dict[str, str]


@require_GET
@in_register
def record_page(page: RegisterPage, code: str) -> HttpResponse:
    record = page.record(code)
    state, word = page.register.state_of(record, timezone.localdate())
    context = {
        "record": record,
        "state": state,
        "word": word,
        "groups": list(_groups(page, record)),
        "panels": list(_panels(page, record)),
        "parts": list(parts_of(page, record)),
        "story": story_of(record, page.register, page.sight),
        **page.back(record),
        **buttons(page, record),
    }
    return page.answer("record", context)


def _groups(page: RegisterPage, record: Record) -> Iterator[dict[str, Any]]:
    """What deeds said, then the form's groups, but for withheld fields and empty folded groups; then what follows."""
    register = page.register
    told = _facts(page, record, register.told.fields) if register.told else []
    if register.told and any(fact["value"] for fact in told):
        yield {"title": register.told.title, "facts": told}
    for group in register.form:
        facts = _facts(page, record, group.fields)
        if facts and (not group.folded or any(fact["value"] for fact in facts)):
            yield {"title": group.title, "facts": facts}
    if worked_out := list(register.facts(record)):
        facts = [{"label": fact.label, "value": fact.value, "why": fact.explanation} for fact in worked_out]
        yield {"title": "Thời hạn theo quy định", "facts": facts}


def _facts(page: RegisterPage, record: Record, names: Iterable[str]) -> list[dict[str, Any]]:
    """Fields that the user reads, with their values."""
    open_names = [name for name in names if page.sight.reads(name, record.council_id)]
    return [{"label": page.register.label(name), "value": shown(record.said(name))} for name in open_names]


def _panels(page: RegisterPage, record: Record) -> Iterator[dict[str, Any]]:
    """What other records say of this one, each opening its own page."""
    for panel in page.register.panels(record, page.user):
        facts = [
            {
                "label": fact.label,
                "value": fact.value,
                "why": fact.explanation,
                "url": fact.record and record_address(fact.record) + fact.below,
            }
            for fact in panel.facts
        ]
        yield {"title": panel.title, "facts": facts, "empty": panel.empty}


def buttons(page: RegisterPage, record: Record) -> dict[str, list[Button]]:
    """What the workflow's table and the register offer this user in this state; rarer things stand behind ⋯."""
    if record.is_cancelled or record.council_id != page.council.pk:
        return {"actions": [], "more": []}
    steps = list(_steps(page, record))
    usual = [button for button, rare in steps if not rare]
    rare = [button for button, rare in steps if rare]
    address = page.address(record)
    if page.may_write:
        for deed in page.register.deeds:
            if deed.offered(record, timezone.localdate()):
                button = {"label": deed.label, "url": f"{address}viec/{deed.name}/"}
                (rare if deed.rare else usual).append(button)
    for link in page.register.links(record, page.user, timezone.localdate()):
        if page.may_write or link.for_readers:
            button = {"label": link.label, "url": f"{address}{link.suffix}/", "style": link.style}
            (rare if link.rare else usual).append(button)
    if page.may_write:
        if page.register.changeable(record):
            usual.append({"label": "Sửa", "url": f"{address}sua/", "icon": "pencil"})
        rare.append({"label": f"Hủy {page.register.one}", "url": f"{address}huy/", "icon": "trash"})
    return {"actions": usual, "more": rare}


def _steps(page: RegisterPage, record: Record) -> Iterator[tuple[Button, bool]]:
    """Steps that a deed of the same name takes, because more must be said, stand among the deeds."""
    workflow = page.register.workflow
    if workflow is None:
        return
    for step in workflow.leaving(record.status):  # type: ignore[attr-defined]
        if page.register.deed(step.name):
            continue  # the deed is the step, with all that it asks for
        if page.access.may_act(record.council, step.roles):  # type: ignore[arg-type]
            yield {"label": step.label, "url": f"{page.address(record)}buoc/{step.name}/"}, step.needs_reason
