"""Confidence ratings on three levels, and the people rated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models.functions import Coalesce

from dienhong.accounts.models import User
from dienhong.confidence import actions, divisions, rules
from dienhong.confidence.models import ConfidenceRating, RatedPerson
from dienhong.confidence.states import OUTCOME_TONES, Outcome
from dienhong.council_sessions.attendance import delegates_on
from dienhong.council_sessions.queries import current_session
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Deed, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.numerals import format_count


def check(rating: ConfidenceRating, today: date) -> Iterable[RuleViolation | None]:
    session = rating.session
    yield rules.held_at_session(rating.held_on, session.opens_on, session.closes_on)
    yield rules.not_in_the_future(rating.held_on, rating.issued is not None, today)
    yield rules.count_is_whole(rating.counts)
    if None not in rating.counts:
        issued, collected, valid, invalid = (count or 0 for count in rating.counts)
        yield from rules.ballots_agree(issued, collected, valid, invalid)
        yield rules.not_more_than_delegates(issued, delegates_on(rating.council, rating.held_on).count())
    tallies = _tallies(rating)
    yield rules.counts_stay_true(tallies, rating.valid)
    yield rules.ballots_stay(_recounted(rating), bool(tallies))


def _recounted(rating: ConfidenceRating) -> bool:
    """Whether the ballots differ from those that are recorded."""
    before = ConfidenceRating.objects.filter(pk=rating.pk).first()
    return before is not None and before.counts != rating.counts


def _tallies(rating: ConfidenceRating) -> list[tuple[str, int]]:
    """What each person whose count is there got, in all."""
    if rating.pk is None:
        return []
    people = rating.people.counted().exclude(outcome="")
    levels = sum((Coalesce(name, 0) for name in ("confidence", "low")), Coalesce("high", 0))
    return [(name, total) for name, total in people.annotate(total=levels).values_list("full_name", "total")]


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, "held_on": session.opens_on} if session else {}


def panels(rating: ConfidenceRating, user: User) -> Iterable[Panel]:
    """How many people fall into each class."""
    outcomes = list(rating.people.counted().exclude(outcome="").values_list("outcome", flat=True))
    whole = format_count(len(outcomes))
    told = tuple(
        Fact(str(outcome.label).capitalize(), f"{format_count(outcomes.count(outcome))}/{whole} người")
        for outcome in Outcome
        if outcomes
    )
    yield Panel("Kết quả theo mức", told, "Chưa ghi kết quả kiểm phiếu.")


def links(rating: ConfidenceRating, user: User, today: date) -> Iterable[Link]:
    if rating.held_on <= today and rating.people.counted().exists():
        yield Link("Ghi kết quả kiểm phiếu", "ket-qua", style="primary")


def tasks(ratings: RecordQuerySet, today: date) -> Iterable[Task]:
    """Held, and not counted yet."""
    for rating in ratings.filter(held_on__lte=today, issued=None).order_by("held_on")[:10]:
        yield Task(f"Ghi kết quả kiểm phiếu: {rating.title}", rating.held_on, rating)


ratings = Register(
    code="confidence_ratings",
    model=ConfidenceRating,
    path="lay-phieu-tin-nhiem",
    prefix="LP",
    title="Lấy phiếu tín nhiệm",
    one="đợt lấy phiếu",
    group="Kỳ họp",
    purpose="Mỗi đợt lấy phiếu: danh sách, số phiếu, kết quả từng người theo ba mức. Chỉ Thường trực và Văn phòng xem.",
    columns=(
        Column("title", "đợt lấy phiếu", phone="title"),
        Column("session"),
        Column("held_on", sortable=True, phone="meta"),
        Column("issued"),
        Column("collected"),
        Column("valid"),
    ),
    form=(
        Group("Đợt lấy phiếu", ("session", "held_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    panels=panels,
    links=links,
    tasks=tasks,
    told=Group("Phiếu", ("issued", "collected", "valid", "invalid")),
    deeds=(
        Deed(
            name="lap-danh-sach",
            label="Lập danh sách từ sổ Chức vụ",
            effect="Thêm người giữ chức vụ thuộc diện lấy phiếu ngày này; người được bầu trong năm không lấy phiếu.",
            do=actions.list_people,
            offered=lambda rating, today: rating.issued is None,
        ),
    ),
    related=("session",),
    sheet=Sheet(
        name="Lấy phiếu tín nhiệm",
        columns=("session", "held_on", "issued", "collected", "valid", "invalid"),
        key=("session", "held_on"),
        example={
            "session": "KH-2023-002",
            "held_on": "14/7/2023",
            "issued": "30",
            "collected": "30",
            "valid": "30",
            "invalid": "0",
        },
    ),
)


def check_person(person: RatedPerson, today: date) -> Iterable[RuleViolation | None]:
    yield rules.tally_within_ballots(person.parts, person.rating.valid, "high")


def outcome(person: RatedPerson, today: date) -> tuple[str, str]:
    if not person.outcome:
        return "draft", "chưa có kết quả"
    return OUTCOME_TONES[Outcome(person.outcome)], str(person.said("outcome"))


def consequence(person: RatedPerson, user: User) -> Iterable[Panel]:
    """How the class follows from the count, and what the rules of the day ask for."""
    if person.outcome:
        facts = [Fact("Kết quả", str(person.said("outcome")), person.explanation)]
        if person.consequence:
            facts.append(Fact("Hệ quả", person.consequence))
        yield Panel("Kết quả", tuple(facts))


rated_people = Register(
    code="rated_people",
    model=RatedPerson,
    path="nguoi-duoc-lay-phieu",
    prefix="LPN",
    title="Người được lấy phiếu",
    one="người được lấy phiếu",
    group="Kỳ họp",
    purpose="Kết quả lấy phiếu của từng người; mức do hệ thống tính trên tổng số phiếu.",
    columns=(
        Column("full_name", sortable=True, sorted_by="sort_key", phone="title"),
        Column("office"),
        Column("high"),
        Column("confidence"),
        Column("low"),
        Column("status", "kết quả", phone="meta"),
    ),
    filters=("outcome", divisions.counted),
    form=(
        Group("Người được lấy phiếu", ("rating", "full_name", "office")),
        Group("Kết quả kiểm phiếu", ("high", "confidence", "low")),
    ),
    check=check_person,
    standing=outcome,
    panels=consequence,
    part_of="rating",
    within="pk",
    related=("rating__session",),
    sheet=Sheet(
        name="Người được lấy phiếu",
        columns=("rating", "full_name", "office", "high", "confidence", "low"),
        key=("rating", "full_name", "office"),
        example={
            "rating": "LP-2023-001",
            "full_name": "Đại biểu mẫu 01",
            "office": "Trưởng ban, Ban Pháp chế",
            "high": "20",
            "confidence": "8",
            "low": "2",
        },
    ),
)
