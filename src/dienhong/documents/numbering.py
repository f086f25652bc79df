"""Numbers without gap or double, whoever asks at once."""

from django.db import transaction

from dienhong.documents.models import NumberSeries


def take_number(*, council_id: int, series: str, year: int) -> int:
    """The next number of the series, from 1, held under a row lock until the caller's transaction ends.

    It must run inside the transaction that uses the number: if that fails, the number is free again.
    """
    return take_numbers(council_id=council_id, series=series, year=year, count=1)[0]


def take_numbers(*, council_id: int, series: str, year: int, count: int) -> range:
    """The next ``count`` numbers of the series, in one go and under the same lock."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("a number belongs to the transaction that uses it")
    series_of_year = {"council_id": council_id, "series": series, "year": year}
    row, is_first = NumberSeries.objects.get_or_create(**series_of_year, defaults={"last": count})
    if not is_first:
        row = NumberSeries.objects.select_for_update().get(pk=row.pk)
        row.last += count
        row.save(update_fields=["last"])
    return range(row.last - count + 1, row.last + 1)
