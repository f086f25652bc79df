"""What the database would refuse of a row, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.core.exceptions import ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Q

from dienhong.kernel.errors import RuleViolation
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.columns import sheet_of

CLASH = "Dòng này mâu thuẫn với một bản ghi đã có hoặc với một dòng khác của tệp."


def broken_constraints(register: Register, record: Record) -> Iterator[RuleViolation]:
    """The model's constraints that do not hold, each at the last column of the sheet that it speaks of."""
    for model, constraints in record.get_constraints():
        for constraint in constraints:
            try:
                constraint.validate(model, record)
            except ValidationError as error:
                spoken_of = _fields_of(constraint)
                field = next((n for n in reversed(sheet_of(register).columns) if n in spoken_of), None)
                yield RuleViolation("shape", " ".join(error.messages), field)


def _fields_of(constraint: BaseConstraint) -> Collection[str]:
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
        referred: set[str] = constraint.condition.referenced_base_fields
        return referred
    return getattr(constraint, "fields", ())
