"""Names of units and councils as sentences need them: without the kind, and several at once."""

from __future__ import annotations

from collections.abc import Iterable

from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.models import AdministrativeUnit, Council

_SHORT_KINDS = {UnitKind.CITY: "thành phố", UnitKind.PROVINCIAL_CITY: "thành phố"}


def kind_word(kind: str) -> str:
    """What a unit of this kind is called in a sentence: "thành phố" whether or not it is under a province."""
    return _SHORT_KINDS.get(UnitKind(kind), str(UnitKind(kind).label))


def bare_name(unit: AdministrativeUnit) -> str:
    """The name without its kind: "Huyện Mẫu" is "Mẫu" on papers; a number keeps it ("Quận 1")."""
    kind, name = kind_word(unit.kind), unit.name
    bare = name[len(kind) :].strip() if name.lower().startswith(f"{kind} ") else name
    return name if bare[:1].isdigit() else bare


def names_of(councils: Iterable[Council]) -> str:
    """Several at once, the kind said once: "các xã Tân Cảnh, Pô Kô và thị trấn Đăk Tô"."""
    by_kind: dict[str, list[Council]] = {}
    for council in councils:
        by_kind.setdefault(kind_word(council.unit.kind), []).append(council)
    *first, last = [_of_one_kind(kind, group) for kind, group in by_kind.items()] or [""]
    return f"{', '.join(first)} và {last}" if first else last


def _of_one_kind(kind: str, councils: list[Council]) -> str:
    if len(councils) == 1:
        return councils[0].short_name
    return f"các {kind} {', '.join(bare_name(council.unit) for council in councils)}"
