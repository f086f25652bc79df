"""Where the records behind a number are listed, for somebody who may see them all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from dienhong.accounts.models import User
from dienhong.indicators.addresses import address_of
from dienhong.organisations.access import access_of
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Asked, Number


class Addressing(Protocol):
    """Whatever says where a number leads."""

    def of(self, number: Number) -> str: ...


@dataclass(frozen=True)
class Frozen:
    """Numbers of a signed report lead to what was signed, beside what is so today."""

    page: str

    def of(self, number: Number) -> str:
        return f"{self.page}#{anchor(number.asked)}"


def anchor(asked: Asked) -> str:
    """The place of a figure on a page."""
    return ".".join((asked.code, *(asked.part or ())))


class Nowhere:
    """On paper nobody follows a link."""

    def of(self, number: Number) -> str:
        return ""


@dataclass(frozen=True)
class Addresses:
    """The lists that numbers open for one reader."""

    coverage: Coverage
    reader: User

    def of(self, number: Number) -> str:
        """The list that holds exactly these records for the reader, or "" where there is none."""
        if (
            not self._sees_all(number)
            or not number.recorded
            or number.figure.councils != self.coverage.councils
        ):
            return ""
        as_reader = replace(number.figure, scope=replace(number.figure.scope, user=self.reader))
        found = address_of(as_reader, level=number.level, council=number.council, part=number.asked.part)
        return f"/{found.council.slug}/{found.register.path}/?{found.query}" if found else ""

    def _sees_all(self, number: Number) -> bool:
        """Whether the reader's own list is as long as the number."""
        access, keys = access_of(self.reader), {council.pk for council in number.councils}
        return access.everywhere or keys <= access.councils_read_by(number.register.model.READERS)
