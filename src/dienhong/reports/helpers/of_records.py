"""Words of the records behind a number: what they say, how they spread, and which body has none."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Count

from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Organisation
from dienhong.registers.declaration import Register
from dienhong.reports.helpers.source import NONE, Source, joined
from dienhong.reports.language import Written, escape, plain
from dienhong.vietnamese.numerals import format_count

MOST = 50


def liet_ke(
    source: Source,
    code: str,
    /,
    *fields: str,
    most: int = 6,
    level: str | None = None,
    council: str | None = None,
    **part: str,
) -> Written:
    """Lời của chính các bản ghi: nội dung một; nội dung hai… Nhiều mục thì nối nhau: 04/TB-TTHĐND ngày 09/5/2023."""
    number = source.number(code, level, council, part)
    register = number.register
    known = {*register.fields, *(column.name for column in register.columns)} - set(
        register.model.FIELD_READERS
    )
    for field in fields or ("",):
        _require(register, field, known)
    records = register.fetched(source.records(number).select_related("council", *register.related))
    texts = [_told(record, fields) for record in records[: min(most, MOST)]]
    more = "…" if number.value > len(texts) else ""
    return Written("; ".join(map(escape, filter(None, texts))) + more) if texts else Written(NONE)


def _told(record: Any, fields: tuple[str, ...]) -> str:
    """What a record says in these fields, days as sentences name them."""
    said = [record.said(field) for field in fields]
    words = [f"ngày {plain(value)}" if isinstance(value, date) else _inside(plain(value)) for value in said]
    return " ".join(filter(None, words))


def theo_muc(source: Source, code: str, field: str, /, level: str | None = None, **part: str) -> Written:
    """Số bản ghi theo một mục của sổ, nhiều trước: Phòng A: 03; Phòng B: 01."""
    number = source.number(code, level, None, part)
    column = _column(number.register, field)
    rows = source.records(number).order_by().values_list(field).annotate(count=Count("pk"))
    counted = sorted(rows, key=lambda row: (-row[1], str(row[0])))
    words = _words(column, [value for value, _ in counted])
    return joined(
        f"{escape(words.get(value, plain(value)))}: {escape(format_count(count))}" for value, count in counted
    )


def co_quan_khong_co(
    source: Source, code: str, field: str, kind: str, /, level: str = "own", **part: str
) -> Written:
    """Tên các cơ quan thuộc một loại (ví dụ delegate_group) không có bản ghi nào ghi tên mình ở mục ấy."""
    return joined(escape(str(body)) for body in _idle(source, code, field, kind, level, part))


def dem_co_quan_khong_co(
    source: Source, code: str, field: str, kind: str, /, level: str = "own", **part: str
) -> int:
    """Có bao nhiêu cơ quan như thế."""
    return len(_idle(source, code, field, kind, level, part))


def _idle(
    source: Source, code: str, field: str, kind: str, level: str, part: dict[str, str]
) -> list[Organisation]:
    """Bodies of a kind, of the councils of a level on the last day, that no record behind the number names."""
    number = source.number(code, level, None, part)
    column = _column(number.register, field)
    if not issubclass(column.related_model or object, Organisation):
        sentence = f"Mục “{field}” của sổ {number.register.title} không ghi cơ quan."
        raise Refused.because("text.body", sentence, "text")
    busy = source.records(number).order_by().values(field)
    bodies = Organisation.objects.on(source.coverage.period.last).filter(
        kind=kind, council__in=number.councils
    )
    return list(
        bodies.exclude(pk__in=busy.filter(**{f"{field}__isnull": False})).order_by("council", "sort_key")
    )


def _column(register: Register, field: str) -> Any:
    """The field of the register's model, if everybody who reads the register reads it. Raises Refused."""
    known = {f.name for f in register.model._meta.concrete_fields} - set(register.model.FIELD_READERS)
    _require(register, field, known)
    try:
        return register.field(field)
    except FieldDoesNotExist as unknown:
        raise Refused.because(
            "text.field", f"Sổ {register.title} không có mục “{field}”.", "text"
        ) from unknown


def _require(register: Register, field: str, known: set[str]) -> None:
    if field not in known:
        sentence = f"Sổ {register.title} không có mục “{field}”; chỉ có: {', '.join(sorted(known))}."
        raise Refused.because("text.field", sentence, "text")


def _words(column: Any, values: list[Any]) -> dict[Any, str]:
    """What values of a field are called: rows by their name, choices by their label."""
    if isinstance(column, models.ForeignKey):
        named: Any = column.related_model._default_manager
        return {key: str(row) for key, row in named.in_bulk([v for v in values if v is not None]).items()}
    return {value: str(label) for value, label in column.flatchoices or ()}


def _inside(text: str) -> str:
    """A sentence as part of another: on one line, without its full stop."""
    return " ".join(text.split()).rstrip(" .;")
