"""The register of delegates: one record is one person's seat in one term."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.people import actions, divisions, rules
from dienhong.people.identity import identify
from dienhong.people.models import Mandate
from dienhong.people.models.mandates import of_running_term
from dienhong.people.queries import (
    in_own_bodies,
    perhaps_the_same,
    positions_of,
    running_term,
    seats_of,
    taken_seats,
    terms_by_day,
)
from dienhong.people.spans import Span
from dienhong.people.states import Origin
from dienhong.registers.declaration import Column, Deed, Fact, Group, Panel, Register, Sheet


def check(mandate: Mandate, today: date) -> Iterable[RuleViolation | None]:
    yield rules.within_term(Span(mandate.from_on, mandate.to_on), mandate.term.span)
    yield rules.of_one_term(mandate.term_id, mandate.constituency.term_id if mandate.constituency else None)
    yield rules.born_in_that_year(mandate.born_on, mandate.birth_year)
    yield rules.old_enough(mandate.born_on, mandate.birth_year, mandate.from_on)
    yield rules.joined_as_member(mandate.party, mandate.party_joined_on)
    yield rules.not_in_the_future(mandate.to_on, today)
    yield rules.said_where_decided(mandate.end_reason, mandate.decided_at)
    yield rules.one_seat_at_a_time(mandate.span, [other.span for other in perhaps_the_same(mandate)])
    yield rules.a_seat_is_free(mandate.term.seats_allotted, taken_seats(mandate, mandate.from_on))
    if mandate.pk:
        yield from _positions_keep_their_seat(mandate)


def _positions_keep_their_seat(mandate: Mandate) -> Iterable[RuleViolation | None]:
    """Positions in the council's bodies go with the seat: they end with it or before."""
    before = Mandate.objects.select_related("term").get(pk=mandate.pk).span
    others = [seat for seat in seats_of(mandate.person_id) if seat != before]
    for position in in_own_bodies(mandate.person_id):
        if position.span.overlaps(before) and not position.span.covered_by([*others, mandate.span]):
            sentence = f"Còn chức vụ {position.office} ({position.span}) ngoài thời gian làm đại biểu này."
            yield RuleViolation("mandate.has_positions", sentence, "from_on")


def on_the_way(mandate: Mandate) -> Iterable[RuleViolation | None]:
    for position in in_own_bodies(mandate.person_id):
        if position.span.overlaps(mandate.span):
            yield RuleViolation(
                "mandate.has_positions", f"Còn chức vụ {position.office}; hãy hủy chức vụ ấy trước."
            )


def propose(council: Council, today: date) -> dict[str, Any]:
    """Elected at the beginning of the running term: most are, and all are typed in one sitting."""
    term = running_term(council, today)
    return {"term": term, "from_on": term.starts_on, "origin": Origin.ELECTED} if term else {}


def complete(council: Council) -> Callable[[Mandate], None]:
    """A sheet need not repeat the term: it is the one that runs on the day from which the delegate sits."""
    term_on = terms_by_day(council)

    def fill(mandate: Mandate) -> None:
        if mandate.term_id is None:
            term = term_on(mandate.from_on)
            if term is None:
                raise Refused([rules.no_term_yet(mandate.from_on)])
            mandate.term = term
        identify(mandate)

    return fill


def panels(mandate: Mandate, user: User) -> Iterable[Panel]:
    """What the person holds and held, and their seats in other terms."""
    held = [
        Fact(str(p.get_role_display()), str(p.organisation), str(p.span), p)
        for p in positions_of(mandate.person_id)
    ]
    yield Panel("Chức vụ", tuple(held), "Chưa ghi chức vụ nào.")
    others = Mandate.objects.counted().filter(person=mandate.person_id).exclude(pk=mandate.pk)
    seats = [Fact(str(m.term), m.full_name, str(m.span), m) for m in others.select_related("term", "council")]
    if seats:
        yield Panel("Nhiệm kỳ khác", tuple(seats))


DEEDS = (
    Deed(
        name="thoi-lam-dai-bieu",
        label="Ghi thôi làm đại biểu",
        effect="Các chức vụ trong Thường trực, các Ban, các Tổ đại biểu cũng kết thúc vào ngày này. "
        "Danh sách và cơ cấu của những ngày trước đó không đổi.",
        do=actions.end_mandate,
        offered=lambda mandate, today: mandate.to_on is None,
        fields=("to_on", "end_reason"),
        optional=("decided_at",),
    ),
    Deed(
        name="bo-ghi-nhan-thoi",
        label="Bỏ ghi nhận đã thôi",
        effect="Người này lại là đại biểu; các chức vụ đã kết thúc theo vẫn là đã kết thúc.",
        do=actions.resume_mandate,
        offered=lambda mandate, today: mandate.to_on is not None,
        needs_reason=True,
    ),
)

mandates = Register(
    code="mandates",
    model=Mandate,
    path="dai-bieu",
    prefix="DB",
    title="Đại biểu",
    one="đại biểu",
    group="Tổ chức",
    purpose="Ghi mỗi đại biểu một lần trong nhiệm kỳ. Cơ cấu, số lượng đại biểu trong các báo cáo lấy từ sổ này.",
    columns=(
        Column("full_name", phone="title", sortable=True, sorted_by="sort_key"),
        Column("sex"),
        Column("birth_year", phone="meta"),
        Column("constituency"),
        Column("occupation", phone="meta"),
        Column("standing", "ghi chú"),
    ),
    filters=(
        divisions.standing,
        "constituency",
    ),
    more_filters=(
        divisions.sex,
        divisions.age_band,
        divisions.ethnicity,
        divisions.religion,
        divisions.party,
        divisions.education,
        divisions.political_theory,
        divisions.reelected,
        divisions.self_nominated,
        divisions.full_time,
        "origin",
        divisions.reason,
    ),
    form=(
        Group("Đại biểu", ("full_name", "sex", "born_on", "birth_year")),
        Group("Nhiệm kỳ", ("term", "constituency", "origin", "from_on")),
        Group("Nghề nghiệp, trình độ", ("occupation", "workplace", "education", "political_theory")),
        Group("Dân tộc, tôn giáo, Đảng", ("ethnicity", "religion", "party", "party_joined_on")),
        Group("Bầu cử", ("reelected", "self_nominated")),
    ),
    check=check,
    check_cancel=on_the_way,
    complete=identify,
    propose=propose,
    panels=panels,
    in_line=True,
    valid_on=of_running_term,
    deeds=DEEDS,
    told=Group("Thôi làm đại biểu", ("to_on", "end_reason", "decided_at")),
    order="sort_key",
    related=("constituency",),
    sheet=Sheet(
        name="Đại biểu",
        columns=(
            *("full_name", "sex", "born_on", "birth_year", "term", "constituency", "origin", "from_on"),
            *("occupation", "workplace", "education", "political_theory"),
            *("ethnicity", "religion", "party", "party_joined_on", "reelected", "self_nominated"),
            *("to_on", "end_reason", "decided_at"),
        ),
        key=("term", "full_name", "born_on"),
        example={
            "full_name": "Đại biểu mẫu 01",
            "sex": "nữ",
            "born_on": "12/3/1978",
            "origin": "bầu đầu nhiệm kỳ",
            "from_on": "23/5/2021",
            "education": "đại học",
            "political_theory": "trung cấp",
            "ethnicity": "Xơ Đăng",
        },
        complete=complete,
        implied=("term",),
    ),
)
