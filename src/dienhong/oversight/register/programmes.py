"""The register of yearly programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.oversight import rules
from dienhong.oversight.models import Oversight, OversightProgramme
from dienhong.oversight.queries import Completion, completion, groups_without_topic, of_programme
from dienhong.oversight.register.bodies import leading_bodies
from dienhong.oversight.states import LeadKind
from dienhong.registers.declaration import Column, Fact, Group, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import due_date
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count, format_percent

PROPOSALS = "oversight.programme_proposals"


def check(programme: OversightProgramme, today: date) -> Iterable[RuleViolation | None]:
    yield rules.led_by(programme.lead_kind, programme.body.kind if programme.body else None, False)


def facts(programme: OversightProgramme) -> Iterable[Fact]:
    """Until when proposals had to come in, for the council's own programme (Law 87/2015, art. 58)."""
    begins = date(programme.year, 1, 1)
    rule = rulebook().on(begins, programme.council.level).get(PROPOSALS)
    if rule and programme.lead_kind == LeadKind.COUNCIL:
        due = due_date(rule, begins, calendar())
        yield Fact("Đề nghị nội dung chậm nhất", format_date(due.day), due.explanation)


def panels(programme: OversightProgramme, user: User) -> Iterable[Panel]:
    """How far the year was carried out, what belongs to this programme, and which groups have nothing yet."""
    year = programme.year
    told = tuple(Fact(str(c.lead_kind.label), progress(c)) for c in completion(programme.council, year))
    yield Panel(
        f"Thực hiện chương trình năm {year}", told, "Chưa ghi nội dung nào thuộc chương trình năm này."
    )
    visible = Oversight.objects.visible_to(user)
    seen = of_programme(programme).filter(pk__in=visible.values("pk")).select_related("council", "body")
    items = tuple(Fact(str(o.said("status")), o.title, _why(o), o) for o in seen)
    yield Panel("Nội dung của chương trình này", items, "Chưa ghi nội dung nào của chương trình này.")
    if idle := groups_without_topic([programme.council], year):
        names = ", ".join(str(group) for group in idle)
        why = rulebook().on(date(year, 12, 31), programme.council.level)["oversight.topics_per_group"]
        fact = Fact(f"{format_count(len(idle))} Tổ", names, f"{why.text} ({why.basis})")
        yield Panel(f"Tổ đại biểu chưa đủ chuyên đề năm {year}", (fact,))


def progress(done: Completion) -> str:
    """03/04 nội dung theo chương trình (75%); bổ sung 01; hoãn 01"""
    parts = []
    if done.planned:
        share = format_percent(done.done, done.planned)
        of = f"{format_count(done.done)}/{format_count(done.planned)}"
        parts.append(f"xong {of} nội dung theo chương trình ({share})")
    others = {"bổ sung": done.added, "hoãn": done.postponed, "không thực hiện": done.dropped}
    parts += [f"{word} {format_count(count)}" for word, count in others.items() if count]
    return "; ".join(parts) or "chỉ có nội dung ngoài chương trình"


def _why(oversight: Oversight) -> str:
    return oversight.status_reason or oversight.added_why


def tasks(programmes: RecordQuerySet, today: date) -> Iterable[Task]:
    """Groups that have not yet carried out the topic that the year asks of them: said beside the year's programme."""
    of_year = programmes.filter(year=today.year).select_related("council").order_by("-pk")
    by_council = {programme.council_id: programme for programme in of_year}
    idle: dict[int, list[str]] = defaultdict(list)
    for group in groups_without_topic([programme.council for programme in by_council.values()], today.year):
        idle[group.council_id].append(str(group))
    for council_id, names in idle.items():
        what = f"Chưa đủ chuyên đề giám sát năm {today.year}: {', '.join(names)}"
        yield Task(what, date(today.year, 12, 31), by_council[council_id])


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"year": today.year, "lead_kind": LeadKind.COUNCIL}


programmes = Register(
    code="oversight_programmes",
    model=OversightProgramme,
    path="chuong-trinh-giam-sat",
    prefix="CG",
    title="Chương trình giám sát",
    one="chương trình giám sát",
    group="Giám sát",
    purpose="Chương trình giám sát hằng năm của HĐND, Thường trực, từng Ban, từng Tổ và mức độ thực hiện.",
    columns=(
        Column("title", "chương trình", phone="title"),
        Column("number", phone="meta"),
        Column("decided_on", phone="meta"),
    ),
    filters=("lead_kind", "year"),
    form=(
        Group("Chương trình", ("year", "lead_kind", "body")),
        Group("Văn bản ban hành", ("number", "decided_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    facts=facts,
    panels=panels,
    tasks=tasks,
    propose=propose,
    choices={"body": leading_bodies},
    sheet=Sheet(
        name="Chương trình giám sát",
        columns=("year", "lead_kind", "body", "number", "decided_on", "note"),
        key=("year", "lead_kind", "body"),
        example={"year": "2023", "lead_kind": "HĐND", "number": "15/NQ-HĐND", "decided_on": "20/7/2022"},
    ),
    related=("body",),
)
