"""A list in pieces holds what ``visible_to`` shows of its councils, and nothing else: every register, every role."""

from __future__ import annotations

from collections.abc import Collection

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Register, all_registers

from ..factories import make_user
from .furniture import furnish


def keys(register: Register, councils: Collection[int], user: User) -> tuple[list[int], list[int]]:
    """By the pieces, and by the one door."""
    pieces = {row.pk for piece in register.objects.pieces_of(councils, user) for row in piece}
    seen = register.objects.visible_to(user).of_councils(councils)
    return sorted(pieces), sorted(set(seen.values_list("pk", flat=True)))


def test_pieces_are_what_is_seen(
    district: Council, commune: Council, sister: Council, clerk: User, district_clerk: User
) -> None:
    furnish(commune, clerk)
    furnish(district, district_clerk)
    body = Organisation.objects.create(council=commune, kind="department", name="Phòng mẫu")
    shown = 0
    for number, role in enumerate(Role):
        for reach, seat in ((Reach.OWN, commune), (Reach.OWN_AND_BELOW, district)):
            user = make_user(f"nguoi.{number}.{seat.slug}", role, seat, reach=reach, organisation=body)
            for register in all_registers():
                for councils in ([commune.pk], [district.pk, commune.pk, sister.pk]):
                    pieces, seen = keys(register, councils, user)
                    assert pieces == seen, (register.code, role, seat.slug)
                    shown += len(seen)
    assert shown
