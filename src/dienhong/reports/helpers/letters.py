"""Letters that may be one, sent to two councils: counted in both columns, and said so."""

from __future__ import annotations

from dienhong.reception.models import Letter
from dienhong.reception.queries import LikelySame, comparable, likely_pairs
from dienhong.reports.figures import Asked
from dienhong.reports.helpers.source import Source, joined
from dienhong.reports.language import Written, escape
from dienhong.vietnamese.dates import format_date

LETTERS = Asked("letters.received")
MOST_COMPARED = 300


def don_trung(source: Source) -> Written:
    """Những đơn có thể là một, gửi đến hai Hội đồng; không nêu người gửi và nội dung."""
    return joined(escape(f"{_where(pair.letter)} và {_where(pair.other)}") for pair in _pairs(source))


def dem_don_trung(source: Source) -> int:
    """Có bao nhiêu cặp đơn như thế."""
    return len(_pairs(source))


def _pairs(source: Source) -> list[LikelySame]:
    """Of different councils, but those of which a person said that they are two."""
    counted = source.figures.records(LETTERS).values("pk")
    letters = comparable(source.coverage.user).filter(pk__in=counted).order_by("pk")[:MOST_COMPARED]
    return [
        pair
        for pair in likely_pairs(letters)
        if pair.letter.council_id != pair.other.council_id and pair.same is not False
    ]


def _where(letter: Letter) -> str:
    return f"đơn {letter.council.short_name} nhận ngày {format_date(letter.received_on)}"
