"""What the law and plain sense ask of terms, seats and positions; pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.kernel.period import ONE_DAY, shift_months
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Organisation
from dienhong.people.bodies import ALONE, ROLES
from dienhong.people.spans import Span
from dienhong.people.states import DECIDED, Party, PositionRole
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

YOUNGEST = 21  # years on the day of the election: Law 85/2015/QH13, art. 2

Named = tuple[str, Span]
"""Something and the days it holds."""


def years_of_term_fit(first_year: int, last_year: int, starts_on: date) -> RuleViolation | None:
    """ "nhiệm kỳ 2021-2026" begins in its first year and ends in a later one."""
    if first_year == starts_on.year and last_year > first_year:
        return None
    sentence = f"Nhiệm kỳ bắt đầu ngày {format_date(starts_on)} phải ghi năm đầu {starts_on.year} và năm cuối sau đó."
    return RuleViolation(
        "term.years", sentence, "first_year" if first_year != starts_on.year else "last_year"
    )


def terms_apart(span: Span, others: Iterable[Named]) -> RuleViolation | None:
    """A council has one term at a time."""
    for name, other in others:
        if span.overlaps(other):
            sentence = f"Trùng thời gian với {name} ({other}); hãy ghi ngày kết thúc của khóa trước."
            return RuleViolation("term.overlap", sentence, "starts_on")
    return None


def holds_what_it_has(span: Span, within: Iterable[Named]) -> RuleViolation | None:
    """The dates of a term may not leave out seats that were recorded in it."""
    for name, days in within:
        if not days.is_empty and not span.covers(days):
            sentence = f"Nhiệm kỳ không còn chứa thời gian làm đại biểu của {name} ({days})."
            return RuleViolation("term.leaves_out", sentence, "ends_on")
    return None


def seats_add_up(allotted: int, of_constituencies: int, field: str) -> RuleViolation | None:
    """The constituencies elect no more delegates than the term has seats."""
    if of_constituencies <= allotted:
        return None
    sentence = (
        f"Các đơn vị bầu cử bầu {format_count(of_constituencies)} đại biểu, nhiều hơn {format_count(allotted)} "
        f"đại biểu của nhiệm kỳ."
    )
    return RuleViolation("constituency.seats", sentence, field)


def within_term(span: Span, term: Span) -> RuleViolation | None:
    """A seat lies inside its term; without a last day it ends with the term."""
    if span.first not in term:
        sentence = f"Ngày {format_date(span.first)} ngoài nhiệm kỳ ({term})."
        return RuleViolation("mandate.outside_term", sentence, "from_on")
    if span.last is not None and span.last not in term:
        sentence = f"Ngày {format_date(span.last)} ngoài nhiệm kỳ ({term})."
        return RuleViolation("mandate.outside_term", sentence, "to_on")
    return None


def no_term_yet(day: date) -> RuleViolation:
    """A seat is of a term; the workbook's page of terms comes first."""
    sentence = f"Hội đồng chưa có khóa nào bắt đầu trước ngày {format_date(day)}; hãy ghi khóa ấy trước."
    return RuleViolation("mandate.no_term", sentence, "from_on")


def say_which_term(terms: int) -> RuleViolation:
    """What is of a term names it, where the council has none or several."""
    sentence = "Hãy ghi khóa, nhiệm kỳ nào." if terms else "Hội đồng chưa có khóa nào; hãy ghi khóa ấy trước."
    return RuleViolation("term.which", sentence, "term")


def one_seat_at_a_time(span: Span, others: Iterable[Span]) -> RuleViolation | None:
    """Nobody sits twice in one council."""
    for other in others:
        if span.overlaps(other):
            sentence = (
                f"Người này đã là đại biểu của Hội đồng {other}. "
                "Nếu là hai người cùng họ tên, hãy ghi ngày sinh của cả hai."
            )
            return RuleViolation("mandate.twice", sentence, "full_name")
    return None


def a_seat_is_free(allotted: int, taken: int, field: str = "from_on") -> RuleViolation | None:
    """No more delegates at once than seats."""
    if taken < allotted:
        return None
    sentence = (
        f"Ngày này đã đủ {format_count(allotted)} đại biểu; chỉ ghi thêm được khi có người thôi làm đại biểu."
    )
    return RuleViolation("mandate.no_seat", sentence, field)


def of_one_term(term_id: int, constituency_term_id: int | None) -> RuleViolation | None:
    if constituency_term_id in (None, term_id):
        return None
    return RuleViolation("mandate.constituency", "Đơn vị bầu cử này thuộc nhiệm kỳ khác.", "constituency")


def old_enough(born_on: date | None, birth_year: int | None, from_on: date) -> RuleViolation | None:
    """Law 85/2015/QH13, art. 2: a candidate is 21 on the day of the election."""
    too_young = (
        born_on > shift_months(from_on, -12 * YOUNGEST)
        if born_on
        else (birth_year or 0) > from_on.year - YOUNGEST
    )
    if not too_young:
        return None
    sentence = f"Đại biểu phải đủ {YOUNGEST} tuổi khi được bầu; hãy xem lại ngày sinh."
    return RuleViolation("mandate.too_young", sentence, "born_on" if born_on else "birth_year")


def born_in_that_year(born_on: date | None, birth_year: int | None) -> RuleViolation | None:
    if born_on is None or birth_year in (None, born_on.year):
        return None
    return RuleViolation("mandate.birth", "Năm sinh khác với ngày sinh.", "birth_year")


def joined_as_member(party: str, joined_on: date | None) -> RuleViolation | None:
    if joined_on is None or party == Party.MEMBER:
        return None
    return RuleViolation("mandate.party", "Chỉ đảng viên mới có ngày vào Đảng.", "party_joined_on")


def said_where_decided(end_reason: str, decided_at: str) -> RuleViolation | None:
    """What a session decided names the session."""
    if end_reason not in DECIDED or decided_at.strip():
        return None
    sentence = "Hãy ghi kỳ họp hoặc nghị quyết đã quyết định việc này."
    return RuleViolation("mandate.decided_at", sentence, "decided_at")


def not_in_the_future(to_on: date | None, today: date) -> RuleViolation | None:
    if to_on is None or to_on <= today:
        return None
    sentence = f"Chưa đến ngày {format_date(to_on)} nên chưa ghi nhận được."
    return RuleViolation("dates.future", sentence, "to_on")


def role_of_that_body(role: str, kind: str) -> RuleViolation | None:
    """A committee has a Trưởng ban, a group a Tổ trưởng."""
    roles = ROLES.get(OrganisationKind(kind), ())
    if role in roles:
        return None
    named = ", ".join(str(r.label) for r in roles)
    sentence = (
        f"Cơ quan này chỉ có chức vụ: {named}." if roles else "Không ghi chức vụ của cơ quan này ở đây."
    )
    return RuleViolation("position.role", sentence, "role")


def a_delegate(span: Span, seats: Iterable[Span]) -> RuleViolation | None:
    """In a body of the council only a delegate sits, as long as they are one."""
    known = list(seats)
    if span.covered_by(known):
        return None
    said = "; ".join(str(seat) for seat in known)
    sentence = (
        f"Chức vụ này chỉ giữ được khi là đại biểu ({said})."
        if said
        else "Chức vụ này phải do một đại biểu giữ."
    )
    return RuleViolation("position.no_seat", sentence, "from_on" if said else "person")


def one_at_a_time(role: str, span: Span, others: Iterable[Named]) -> RuleViolation | None:
    """One chair, one head."""
    if role not in ALONE:
        return None
    for name, other in others:
        if span.overlaps(other):
            label = PositionRole(role).label
            sentence = (
                f"{name} là {label} {other}; hãy ghi người trước thôi giữ chức vụ rồi mới ghi người sau."
            )
            return RuleViolation("position.held", sentence, "from_on")
    return None


def within_body(span: Span, body: Organisation) -> RuleViolation | None:
    """A position holds while its body stands."""
    standing = Span(body.established_on or date.min, body.dissolved_on and body.dissolved_on - ONE_DAY)
    if span.first in standing and (span.last is None or span.last in standing):
        return None
    return RuleViolation("position.body", f"{body} không hoạt động suốt thời gian này.", "from_on")


def not_twice(span: Span, others: Iterable[Span]) -> RuleViolation | None:
    """The same person does not hold the same role in the same body twice at once."""
    for other in others:
        if span.overlaps(other):
            return RuleViolation("position.twice", f"Người này đã giữ chức vụ ấy {other}.", "person")
    return None
