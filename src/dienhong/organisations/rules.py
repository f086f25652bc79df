"""What units, councils, organisations and roles must keep to. Pure: arguments in, violations out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.kinds import Level, Reach, Role, UnitKind
from dienhong.organisations.models import AdministrativeUnit, Organisation, RoleGrant
from dienhong.vietnamese.dates import format_date

_RANK = {level: rank for rank, level in enumerate(Level)}


def reason_given(reason: str, field: str = "reason") -> RuleViolation | None:
    return None if reason.strip() else RuleViolation("reason", "Hãy ghi lý do hoặc căn cứ.", field)


def unit_fits_below(
    kind: str, established_on: date | None, upper: AdministrativeUnit
) -> Iterator[RuleViolation]:
    """A unit stands under one of a higher level that exists on its first day."""
    if _RANK[Level(upper.level)] >= _RANK[UnitKind(kind).level]:
        sentence = f"{upper.name} không phải là đơn vị cấp trên của một {UnitKind(kind).label}."
        yield RuleViolation("unit.level", sentence, "upper")
    if established_on and _ended(upper.dissolved_on, established_on):
        sentence = f"{upper.name} đã hết hiệu lực từ ngày {format_date(upper.dissolved_on)}."  # type: ignore[arg-type]
        yield RuleViolation("unit.upper_ended", sentence, "upper")


def units_may_end(
    ending: Sequence[AdministrativeUnit], successors: Sequence[AdministrativeUnit], on: date
) -> Iterator[RuleViolation]:
    """Units end once, after they began, and leave their area to others that live on.

    Only the district tier ended without successors of its own level (Law 72/2025/QH15, article 51.3).
    """
    if not ending:
        yield RuleViolation("units.none", "Hãy chọn ít nhất một đơn vị kết thúc.", "ending")
    for unit in ending:
        yield from _unit_may_end(unit, on)
        if not successors and unit.level != Level.DISTRICT:
            yield RuleViolation("units.no_successor", f"Hãy chọn đơn vị kế thừa {unit.name}.", "successors")
    for unit in successors:
        yield from _unit_may_inherit(unit, ending, on)


def _unit_may_end(unit: AdministrativeUnit, on: date) -> Iterator[RuleViolation]:
    if unit.dissolved_on:
        sentence = f"{unit.name} đã hết hiệu lực từ ngày {format_date(unit.dissolved_on)}."
        yield RuleViolation("units.ended", sentence, "ending")
    elif unit.established_on and on <= unit.established_on:
        sentence = (
            f"{unit.name} thành lập ngày {format_date(unit.established_on)}; chỉ kết thúc được sau ngày đó."
        )
        yield RuleViolation("units.before_start", sentence, "on")


def _unit_may_inherit(
    unit: AdministrativeUnit, ending: Collection[AdministrativeUnit], on: date
) -> Iterator[RuleViolation]:
    if unit in ending:
        sentence = f"{unit.name} vừa kết thúc vừa kế thừa: hãy bỏ ở một bên."
        yield RuleViolation("units.itself", sentence, "successors")
    elif _ended(unit.dissolved_on, on) or (unit.established_on and unit.established_on > on):
        sentence = f"{unit.name} không tồn tại vào ngày {format_date(on)}."
        yield RuleViolation("units.successor_absent", sentence, "successors")


def heir_of(
    unit: AdministrativeUnit, successors: Sequence[AdministrativeUnit], upper: AdministrativeUnit | None
) -> AdministrativeUnit | None:
    """Under which unit those below an ended one come: its only successor of the same level, else its upper unit.

    The upper unit only where nobody succeeds; None where several share the area and nobody can tell.
    """
    if not successors:
        return upper
    return successors[0] if len(successors) == 1 and successors[0].level == unit.level else None


def units_below_are_provided_for(
    unit: AdministrativeUnit, below: Collection[AdministrativeUnit], heir: AdministrativeUnit | None
) -> RuleViolation | None:
    """A unit with others below it ends only when it is known where they go."""
    if heir or not below:
        return None
    sentence = (
        f"Còn {len(below)} đơn vị trực thuộc {unit.name}; hãy kết thúc các đơn vị đó trước hoặc cùng lúc, "
        "hoặc chọn đúng một đơn vị kế thừa cùng cấp."
    )
    return RuleViolation("units.below", sentence, "successors")


def placed_before(unit: AdministrativeUnit, placed_from: date, on: date) -> RuleViolation | None:
    """A place in the tree that was planned for later is not undone by an earlier change."""
    if placed_from < on:
        return None
    sentence = f"{unit.name} đã được đặt trực thuộc từ ngày {format_date(placed_from)}; hãy chọn ngày sau đó."
    return RuleViolation("units.placed_later", sentence, "on")


def organisation_may_end(
    organisation: Organisation, successors: Iterable[Organisation], on: date
) -> Iterator[RuleViolation]:
    """Once, after it began; whoever takes over lives on in the same area."""
    if organisation.dissolved_on:
        sentence = f"{organisation.name} đã kết thúc từ ngày {format_date(organisation.dissolved_on)}."
        yield RuleViolation("organisation.ended", sentence)
    if organisation.established_on and on <= organisation.established_on:
        sentence = (
            f"{organisation.name} thành lập ngày {format_date(organisation.established_on)}; "
            "chỉ kết thúc được sau ngày đó."
        )
        yield RuleViolation("organisation.before_start", sentence, "on")
    for successor in successors:
        yield from _organisation_may_inherit(successor, organisation, on)


def _organisation_may_inherit(
    successor: Organisation, organisation: Organisation, on: date
) -> Iterator[RuleViolation]:
    if successor.pk == organisation.pk:
        yield RuleViolation("organisation.itself", "Một cơ quan không kế thừa chính mình.", "successors")
    elif successor.council_id != organisation.council_id:
        sentence = f"{successor.name} thuộc địa bàn của Hội đồng khác."
        yield RuleViolation("organisation.other_area", sentence, "successors")
    elif not exists_on(successor, on):
        sentence = f"{successor.name} không hoạt động vào ngày {format_date(on)}."
        yield RuleViolation("organisation.successor_absent", sentence, "successors")


def exists_on(organisation: Organisation, day: date) -> bool:
    begun = organisation.established_on is None or organisation.established_on <= day
    return begun and not _ended(organisation.dissolved_on, day)


def role_fits(grant: RoleGrant, *, has_upper: bool) -> Iterator[RuleViolation]:
    """An agency is one organisation of the council's area; nobody reaches below where nothing can lie."""
    body = grant.organisation
    if grant.role == Role.AGENCY and body is None:
        yield RuleViolation("role.organisation", "Hãy chọn cơ quan mà người này thay mặt.", "organisation")
    if body is not None and body.council_id != grant.council_id:
        sentence = f"{body.name} thuộc địa bàn của Hội đồng khác."
        yield RuleViolation("role.other_area", sentence, "organisation")
    elif body is not None and not exists_on(body, grant.from_on):
        sentence = f"{body.name} không hoạt động vào ngày {format_date(grant.from_on)}."
        yield RuleViolation("role.organisation_absent", sentence, "organisation")
    if grant.reach == Reach.OWN_AND_BELOW:
        yield from _reach_fits(grant, has_upper=has_upper)


def _reach_fits(grant: RoleGrant, *, has_upper: bool) -> Iterator[RuleViolation]:
    """A commune alone on its installation may have an administrator of the whole; under a province it may not."""
    if grant.role in {Role.AGENCY, Role.FRONT}:
        sentence = "Cơ quan và Mặt trận chỉ được giao việc tại một Hội đồng."
        yield RuleViolation("role.reach", sentence, "reach")
    elif grant.council.level == Level.COMMUNE and has_upper:
        sentence = f"Dưới {grant.council.name} không có Hội đồng nào; hãy chọn phạm vi “Hội đồng này”."
        yield RuleViolation("role.nothing_below", sentence, "reach")


def role_not_held_yet(grant: RoleGrant, held: Iterable[RoleGrant]) -> RuleViolation | None:
    """The same role in the same body at the same time is given once."""
    twice = any(_same_role(grant, other) and _overlap(grant, other) for other in held)
    sentence = "Người này đang giữ đúng vai trò đó trong thời gian này."
    return RuleViolation("role.twice", sentence, "role") if twice else None


def _same_role(one: RoleGrant, other: RoleGrant) -> bool:
    return (one.role, one.council_id, one.organisation_id) == (
        other.role,
        other.council_id,
        other.organisation_id,
    )


def _overlap(one: RoleGrant, other: RoleGrant) -> bool:
    return one.from_on <= (other.to_on or date.max) and other.from_on <= (one.to_on or date.max)


def role_may_end(grant: RoleGrant, last_day: date) -> Iterator[RuleViolation]:
    """Not before it begins, and not later than it ends anyway: a longer time is a new grant."""
    if last_day < grant.from_on:
        sentence = f"Vai trò này bắt đầu ngày {format_date(grant.from_on)}."
        yield RuleViolation("role.before_start", sentence, "to_on")
    if grant.to_on and last_day > grant.to_on:
        sentence = f"Vai trò này kết thúc ngày {format_date(grant.to_on)}; muốn thêm thời gian thì giao lại."
        yield RuleViolation("role.ended", sentence, "to_on")


def somebody_still_administers(others: int) -> RuleViolation | None:
    """An installation never loses its last administrator: nobody could give the role back."""
    if others:
        return None
    sentence = "Đây là người quản trị cuối cùng của hệ thống; hãy giao vai trò quản trị cho người khác trước."
    return RuleViolation("role.last_administrator", sentence)


def _ended(dissolved_on: date | None, day: date) -> bool:
    return dissolved_on is not None and dissolved_on <= day
