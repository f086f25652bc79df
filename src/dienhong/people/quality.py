"""What looks odd among delegates: two seats at a time, more delegates than seats, nobody knows how old."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from dienhong.people.models import Mandate
from dienhong.people.models.mandates import sits
from dienhong.people.register import mandates, terms
from dienhong.registers.quality import Inspection, QualityCheck
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def _overlapping(seen: Inspection) -> Any:
    """Seats of one person that hold on a common day."""
    goes_on = Q(to_on=None) | Q(to_on__gte=OuterRef("from_on"))
    others = Mandate.objects.counted().filter(goes_on, person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    begun = Q(from_on__lte=OuterRef("to_on"))
    open_end = Exists(others)
    return seen.records(mandates).filter(Q(to_on=None) & open_end | Exists(others.filter(begun)))


def _too_many(seen: Inspection) -> Any:
    """Running terms with more delegates than seats today."""
    of_term = {
        f"mandates__{name}": value for name, value in (("cancelled_at", None), ("from_on__lte", seen.today))
    }
    ongoing = Q(mandates__to_on=None) | Q(mandates__to_on__gte=seen.today)
    running = Q(ends_on=None) | Q(ends_on__gte=seen.today)
    counted = (
        seen.records(terms).filter(running).annotate(sitting=Count("mandates", filter=Q(**of_term) & ongoing))
    )
    return counted.filter(sitting__gt=F("seats_allotted"))


def _of_unknown_age(seen: Inspection) -> Any:
    return seen.records(mandates).filter(sits(seen.today), born_from=None)


checks = (
    QualityCheck(
        code="mandates.overlapping",
        label="Đại biểu có hai tư cách cùng một thời gian",
        why="Một người chỉ là đại biểu một lần trong cùng một Hội đồng, nếu không sẽ bị đếm hai lần.",
        find=_overlapping,
        told=lambda mandate: f"từ ngày {format_date(mandate.from_on)}",
    ),
    QualityCheck(
        code="terms.too_many",
        label="Số đại biểu đương nhiệm nhiều hơn số được bầu",
        why="Có thể một đại biểu đã thôi mà chưa ghi, hoặc số đại biểu được bầu ghi sai.",
        find=_too_many,
        told=lambda term: (
            f"{format_count(term.sitting)} đại biểu, được bầu {format_count(term.seats_allotted)}"
        ),
    ),
    QualityCheck(
        code="mandates.age",
        label="Đại biểu chưa rõ ngày hoặc năm sinh",
        why="Cơ cấu theo độ tuổi ghi các đại biểu này là “chưa rõ”.",
        find=_of_unknown_age,
    ),
)
