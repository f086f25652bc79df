"""The programme of a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions import rules
from dienhong.council_sessions.actions.agenda import carry_item, postpone_item
from dienhong.council_sessions.models import AgendaItem
from dienhong.council_sessions.queries import current_session, missing_of, next_item_ordinal, results_of
from dienhong.council_sessions.register.naming import paper_fact, verification_fact, vote_fact
from dienhong.council_sessions.states import (
    ITEM_TONES,
    ITEM_WORKFLOW,
    PASS,
    POSTPONE,
    PROGRAMME,
    PROGRAMME_ANYWAY,
    RESTORE,
    UNDECIDED,
    ItemStatus,
    SessionStatus,
)
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Deed, Fact, Group, Panel, Register, Sheet


def check(item: AgendaItem, today: date) -> Iterable[RuleViolation | None]:
    closed = item.session.status == SessionStatus.CLOSED
    yield rules.decided_in_closed_session(closed, item.status in UNDECIDED)


def check_step(item: AgendaItem, step: str, today: date) -> Iterable[RuleViolation | None]:
    """The gate before the programme; what was voted down has not passed; what went elsewhere is decided there."""
    if step == PROGRAMME:
        yield rules.file_is_complete(missing_of(item))
    if step == PROGRAMME_ANYWAY:
        yield rules.anyway_needs_a_gap(missing_of(item))
    if step == PASS:
        yield rules.passed_by_its_vote(results_of(item))
    if step == RESTORE:
        yield rules.not_carried_on(item.postponed_to_id is not None)


def complete(item: AgendaItem) -> None:
    if item.ordinal is None:
        item.ordinal = next_item_ordinal(item.session)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session} if session else {}


def file_panel(item: AgendaItem) -> Panel:
    """Whether the file is complete while that still matters, and where a postponed item came from or went."""
    told = []
    if item.status in UNDECIDED:
        missing = missing_of(item)
        told.append(Fact("Hồ sơ", "; ".join(missing) if missing else "đã đủ"))
    if item.postponed_to:
        told.append(Fact("Chuyển sang", str(item.postponed_to), record=item.postponed_to))
    if item.continues:
        told.append(Fact("Lùi từ", str(item.continues.session), record=item.continues))
    return Panel("Tình trạng hồ sơ", tuple(told))


def panels(item: AgendaItem, user: User) -> Iterable[Panel]:
    """How complete its file is, its papers, who verifies it, how it was voted on."""
    if (standing := file_panel(item)).facts:
        yield standing
    shown = (
        ("Tài liệu", item.papers, paper_fact, "Chưa gắn tài liệu nào."),
        ("Thẩm tra", item.verifications, verification_fact, "Chưa phân công thẩm tra."),
        ("Biểu quyết", item.votes, vote_fact, ""),
    )
    for title, related, told, empty in shown:
        visible = related.visible_to(user).counted().select_related("council", "item").order_by("pk")
        found = tuple(told(record) for record in visible)
        if found or empty:
            yield Panel(title, found, empty)


agenda_items = Register(
    code="agenda_items",
    model=AgendaItem,
    path="noi-dung-ky-hop",
    prefix="ND",
    title="Chương trình",
    one="nội dung",
    group="Kỳ họp",
    purpose="Mỗi nội dung của chương trình kỳ họp: ai trình, hồ sơ đủ chưa, đã xem xét, thông qua, rút hay lùi.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("ordinal", "số thứ tự"),
        Column("kind", "loại"),
        Column("submitter"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status"),
    form=(
        Group("Nội dung", ("session", "title", "kind", "submitter", "ordinal")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    check_step=check_step,
    complete=complete,
    propose=propose,
    panels=panels,
    in_line=True,
    workflow=ITEM_WORKFLOW,
    tones=ITEM_TONES,
    deeds=(
        Deed(
            name=POSTPONE,
            label="Lùi sang kỳ họp khác",
            effect="Nội dung không còn ở kỳ họp này; nếu chọn kỳ họp thì được đề nghị ngay ở đó.",
            do=postpone_item,
            offered=lambda item, today: item.status in UNDECIDED,
            optional=("postponed_to",),
            needs_reason=True,
        ),
        Deed(
            name="chuyen-ky-hop",
            label="Chuyển sang kỳ họp khác",
            effect="Nội dung đã lùi được ghi lại ở kỳ họp được chọn, với trạng thái “đề nghị”.",
            do=carry_item,
            offered=lambda item, today: item.status == ItemStatus.POSTPONED and item.postponed_to_id is None,
            fields=("postponed_to",),
        ),
    ),
    related=("submitter",),
    sheet=Sheet(
        name="Chương trình kỳ họp",
        columns=("session", "ordinal", "title", "kind", "submitter", "status", "note"),
        key=("session", "title"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "ordinal": "3",
            "title": "Báo cáo tình hình kinh tế - xã hội 6 tháng đầu năm",
            "kind": "báo cáo",
            "submitter": "Ủy ban nhân dân",
            "status": "đã xem xét",
        },
    ),
    part_of="session",
    within="ordinal",
)
