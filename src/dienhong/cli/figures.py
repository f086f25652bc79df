"""``dienhong figures``: the figures of a council and all below it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from dienhong.cli.common import acting_user, visible_council
from dienhong.cli.main import start_django

if TYPE_CHECKING:
    from dienhong.indicators.figure import Figure
    from dienhong.kernel.period import Period
    from dienhong.organisations.models import Council

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.option("--council", "slug", required=True, help="Địa chỉ ngắn của Hội đồng, ví dụ dak-to.")
@click.option("--year", type=click.IntRange(1946, 2200), required=True)
@click.option("--from", "first", type=DAY, help="Từ ngày (mặc định: đầu năm).")
@click.option("--to", "last", type=DAY, help="Đến hết ngày (mặc định: cuối năm).")
@click.option("--indicator", "codes", multiple=True, help="Mã chỉ số; lặp lại được. Mặc định: tất cả.")
@click.option("--as", "username", help="Theo quyền xem của người dùng này.")
@click.option("--json", "as_json", is_flag=True)
def figures(
    slug: str,
    year: int,
    first: datetime | None,
    last: datetime | None,
    codes: tuple[str, ...],
    username: str | None,
    as_json: bool,
) -> None:
    """Số liệu của một Hội đồng và các Hội đồng cấp dưới."""
    start_django()
    from dienhong.indicators.evaluation import Scope, evaluate
    from dienhong.organisations.models import Council

    user, period = acting_user(username), _period(year, first, last)
    council = visible_council(slug, user)
    below = Council.objects.visible_to(user).below(council, first=period.first, last=period.last)
    councils = [council, *below.in_order()]
    found = evaluate(_indicators(codes), Scope(councils, period, user))
    if as_json:
        click.echo(json.dumps(as_document(council, period, found.values()), ensure_ascii=False))
    else:
        for figure in found.values():
            click.echo(_line(figure))


def _period(year: int, first: datetime | None, last: datetime | None) -> Period:
    from dienhong.kernel.period import Period

    whole = Period.year(year)
    return Period.between(first.date() if first else whole.first, last.date() if last else whole.last)


def _indicators(codes: tuple[str, ...]) -> list[Any]:
    from dienhong.indicators.declaration import UnknownIndicator, all_indicators, get_indicator

    try:
        return [get_indicator(code) for code in codes] or list(all_indicators())
    except UnknownIndicator as error:
        raise click.UsageError(f"Không có chỉ số “{error.args[0]}”.") from error


def as_document(council: Council, period: Period, found: Any) -> dict[str, Any]:
    """The JSON of the contract: totals, levels, councils, breakdowns, and who said nothing."""
    return {
        "council": council.slug,
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "figures": [_figure_document(figure) for figure in found],
    }


def _figure_document(figure: Figure) -> dict[str, Any]:
    return {
        "indicator": figure.indicator.code,
        "label": figure.indicator.label,
        "unit": figure.indicator.unit,
        "total": figure.total,
        "by_level": figure.by_level,
        "by_council": {council.slug: figure.by_council[council.pk] for council in figure.councils},
        "by": figure.by,
        "missing": [council.slug for council in figure.missing],
        "source": "records",
    }


def _line(figure: Figure) -> str:
    from dienhong.vietnamese.numerals import format_count

    missing = f" (chưa báo: {len(figure.missing)} Hội đồng)" if figure.missing else ""
    return f"{figure.indicator.label}: {format_count(figure.total)} {figure.indicator.unit}{missing}"
