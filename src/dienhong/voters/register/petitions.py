"""Petitions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch

from dienhong.accounts.models import User
from dienhong.followup.models import Undertaking
from dienhong.followup.standing import shown
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import (
    Column,
    Deed,
    Fact,
    Group,
    Happening,
    Link,
    Panel,
    Register,
    Sheet,
    Task,
)
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count
from dienhong.voters import divisions, rules
from dienhong.voters.actions import carry_over
from dienhong.voters.models import Petition
from dienhong.voters.queries import beside, carried_in, family_of
from dienhong.voters.sheets import FOLLOWED, follow_petitions, tell_petitions
from dienhong.voters.states import PetitionStatus, Source


def check(petition: Petition, today: date) -> Iterable[RuleViolation | None]:
    meeting = petition.meeting
    yield rules.received_in_time(petition.received_on, today)
    yield rules.source_names_meeting(petition.source, meeting is not None)
    yield rules.not_before_meeting(petition.received_on, meeting.held_on if meeting else None)
    yield rules.received_before_forwarded(petition.received_on, petition.forwarded_on)


def check_cancel(petition: Petition) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(petition.undertaking is not None)


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"source": Source.MEETING, "received_on": today}


def standing(petition: Petition, today: date) -> tuple[str, str]:
    """Not forwarded, else as its undertaking stands."""
    undertaking = petition.undertaking
    if undertaking is None:
        return "draft", "chưa chuyển"
    if petition.status == PetitionStatus.IN_PROGRESS:
        return shown(undertaking, today)
    return ("done" if petition.status == PetitionStatus.RESOLVED else "cancelled"), str(petition.status.label)


def facts(petition: Petition) -> Iterable[Fact]:
    undertaking = petition.undertaking
    if undertaking:
        yield Fact(
            "Hạn trả lời",
            format_date(undertaking.due_on),
            undertaking.due_explanation or undertaking.due_basis,
        )


def panels(petition: Petition, user: User) -> Iterable[Panel]:
    """Who works on it; how often it was asked before; where it was passed on."""
    yield Panel("Việc phải theo dõi", tuple(_followed(petition)), "Chưa chuyển đến cơ quan nào.")
    if family := family_of(petition):
        told = tuple(Fact(format_date(p.received_on), p.title, p.council.short_name, p) for p in family)
        yield Panel(f"Nêu {format_count(len(family) + 1)} lần", told)
    passed = petition.shares.filter(ended_at=None).select_related("council")
    if passed:
        yield Panel(
            "Đã chuyển đến", tuple(Fact(s.council.name, format_date(s.passed_on), s.reason) for s in passed)
        )
    if carried := petition.carryings.select_related("session").order_by("carried_on", "pk"):
        told = tuple(Fact(format_date(c.carried_on), c.session.title, "", c.session) for c in carried)
        yield Panel(f"Tồn đọng qua {format_count(len(told))} kỳ họp", told)


def _followed(petition: Petition) -> Iterable[Fact]:
    undertaking = petition.undertaking
    if undertaking is None:
        return
    for part in undertaking.assignments.running().select_related("organisation").order_by("-leads", "pk"):
        role = "Chủ trì" if part.leads else "Phối hợp"
        yield Fact(role, str(part.organisation), part.get_state_display(), undertaking)
    if undertaking.result:
        yield Fact("Kết quả", str(undertaking.get_result_display()))


def links(petition: Petition, user: User, today: date) -> Iterable[Link]:
    if petition.forwarded_on is None:
        yield Link("Chuyển kiến nghị", "chuyen", style="primary")
        yield Link("Chuyển đến Hội đồng khác", "chuyen-hoi-dong", rare=True)
        if petition.shares.filter(ended_at=None).exists():
            yield Link("Rút lại việc chuyển", "rut-lai", rare=True)
    yield Link("Kiến nghị trùng", "trung")


def tasks(petitions: RecordQuerySet, today: date) -> Iterable[Task]:
    """What nobody has forwarded yet, by the day on which it was received."""
    for petition in petitions.filter(forwarded_on=None).order_by("received_on")[:10]:
        yield Task(f"Chuyển kiến nghị: {petition.title}", petition.received_on, petition)


def fetched(found: Any) -> Any:
    undertakings = Undertaking.objects.select_related("lead")
    return found.prefetch_related(Prefetch("origin__undertakings", queryset=undertakings))


CARRIED = "chuyen-ky-sau"
"""In the list's address: the period is the one in which petitions went on to a next session."""

petitions = Register(
    code="petitions",
    model=Petition,
    path="kien-nghi",
    prefix="KN",
    title="Kiến nghị",
    one="kiến nghị",
    group="Cử tri",
    purpose="Điều cử tri kiến nghị: ghi một lần, chuyển đúng nơi, theo đến khi có kết quả.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("field"),
        Column("place"),
        Column("lead", "cơ quan chủ trì"),
        Column("received_on", sortable=True, phone="meta"),
        Column("status", "tình trạng", phone="meta"),
    ),
    filters=(
        divisions.status,
        divisions.forwarded,
        divisions.deadline,
        "field",
        "competence",
        divisions.repeated,
        divisions.carried,
    ),
    form=(
        Group("Kiến nghị", ("text", "field", "place", "competence")),
        Group("Tiếp nhận", ("source", "meeting", "received_on", "senders")),
    ),
    check=check,
    check_cancel=check_cancel,
    propose=propose,
    facts=facts,
    panels=panels,
    links=links,
    tasks=tasks,
    standing=standing,
    related=("field", "origin"),
    fetched=fetched,
    beside=beside,
    deeds=(
        Deed(
            name="ky-sau",
            label="Chuyển theo dõi sang kỳ sau",
            effect="Kiến nghị chưa giải quyết xong được ghi là tồn đọng và theo dõi tiếp ở kỳ họp được chọn.",
            do=carry_over,
            offered=lambda petition, today: (
                petition.forwarded_on is not None and petition.status == PetitionStatus.IN_PROGRESS
            ),
            fields=("carried_to",),
            optional=("carried_on",),
        ),
    ),
    happenings={CARRIED: Happening("chuyển theo dõi sang kỳ sau trong", carried_in)},
    hint="trung-lap",
    pages=(Link("Chuyển kiến nghị", "../chuyen-kien-nghi"),),
    sheet=Sheet(
        name="Kiến nghị cử tri",
        columns=("received_on", "text", "field", "place", "competence", "source", "meeting", "senders"),
        key=("received_on", "text"),
        example={
            "received_on": "26/6/2023",
            "text": "Sớm sửa đường bê tông vào khu sản xuất của thôn",
            "field": "Giao thông",
            "place": "Thôn Đăk Rao Lớn",
            "competence": "cấp mình",
            "source": "cuộc tiếp xúc cử tri",
            "meeting": "Nhà rông thôn Đăk Rao Lớn, 26/6/2023",
            "lead": "UBND huyện",
            "given_on": "20/7/2023",
            "dispatch": "12/TTHĐND",
            "result": "đã giải quyết",
            "answered_on": "15/8/2023",
            "answer_paper": "248/UBND-TH",
            "answer": "Đã sửa xong trong tháng 8",
        },
        extras=FOLLOWED,
        tell=tell_petitions,
        carry_out=follow_petitions,
    ),
)
