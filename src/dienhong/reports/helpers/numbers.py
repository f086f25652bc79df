"""Single numbers: what is written, what is compared, shares, and what the rules ask for."""

from __future__ import annotations

from dienhong.kernel.errors import Refused
from dienhong.reports.helpers.source import NONE, Source, joined
from dienhong.reports.language import Written, escape
from dienhong.rulebook import current
from dienhong.rulebook.rulebook import UnknownRule
from dienhong.vietnamese.numerals import format_percent

MONTHS = 12


def so(
    source: Source, code: str, level: str | None = None, council: str | None = None, **part: str
) -> Written:
    """Số của một chỉ số: cả địa bàn, một cấp (level), một Hội đồng (council), hoặc một phần (status="resolved")."""
    return source.written(source.number(code, level, council, part))


def gia_tri(
    source: Source, code: str, level: str | None = None, council: str | None = None, **part: str
) -> int:
    """Cũng số ấy, dùng để so sánh trong điều kiện."""
    return source.number(code, level, council, part).value


def ty_le(
    source: Source, code: str, level: str | None = None, council: str | None = None, **part: str
) -> Written:
    """Tỷ lệ một phần trên cả chỉ số, kèm hai số làm nên tỷ lệ: 43,2% (19/44)."""
    some, whole = source.number(code, level, council, part), source.number(code, level, council, {})
    if not whole.value:
        return Written(NONE)
    share = escape(format_percent(some.value, whole.value))
    return Written(f"{share} ({source.written(some)}/{source.written(whole)})")


def theo_phan(
    source: Source, code: str, by: str, /, level: str | None = None, council: str | None = None
) -> Written:
    """Số theo từng phần của một cách phân: giao thông: 12; điện: 05. Phần không có thì bỏ qua."""
    labels = source.figures.parts_of(code, by)
    numbers = [(label, source.number(code, level, council, {by: value})) for value, label in labels.items()]
    return joined(f"{escape(label)}: {source.written(number)}" for label, number in numbers if number.value)


def dinh_muc(source: Source, rule: str) -> int:
    """Số lần mà quy định đòi hỏi trong thời gian của báo cáo, ví dụ phiên họp hằng tháng."""
    period, council = source.coverage.period, source.coverage.council
    try:
        value = current.rulebook().on(period.last, council.level)[rule].value
    except UnknownRule as unknown:
        raise Refused.because("text.rule", unknown.sentence, "text") from unknown
    return int(value * min(period.whole_months or 1, MONTHS) / MONTHS)
