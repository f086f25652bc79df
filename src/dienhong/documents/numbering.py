"""Numbers without gap or double, whoever asks at once."""

from django.db import transaction

from dienhong.documents.models import NumberSeries

_TAKE = f"""
    INSERT INTO {NumberSeries._meta.db_table} AS held (council_id, series, year, last) VALUES (%s, %s, %s, %s)
    ON CONFLICT (council_id, series, year) DO UPDATE SET last = held.last + excluded.last
    RETURNING last
"""  # noqa: S608 (the name of a model)


def take_number(*, council_id: int, series: str, year: int) -> int:
    """The next number of the series, from 1, held under a row lock until the caller's transaction ends.

    It must run inside the transaction that uses the number: if that fails, the number is free again.
    """
    return take_numbers(council_id=council_id, series=series, year=year, count=1)[0]


def take_numbers(*, council_id: int, series: str, year: int, count: int) -> range:
    """The next ``count`` numbers of the series, in one go and under the same lock."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a number belongs to the transaction that uses it")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [council_id, series, year, count])
        (last,) = cursor.fetchone()
    return range(last - count + 1, last + 1)
