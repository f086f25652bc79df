"""``dienhong figures``: the figures of a council and all below it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

from dienhong.cli.common import acting_user, visible_council
from dienhong.cli.main import start_django

if TYPE_CHECKING:
    from dienhong.indicators.declaration import Indicator, Ratio
    from dienhong.indicators.figure import Figure, Share
    from dienhong.indicators.scope import Scope
    from dienhong.kernel.period import Period

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.option("--council", "slug", required=True, help="Địa chỉ ngắn của Hội đồng, ví dụ dak-to.")
@click.option("--year", type=click.IntRange(1946, 2200), required=True)
@click.option("--from", "first", type=DAY, help="Từ ngày (mặc định: đầu năm).")
@click.option("--to", "last", type=DAY, help="Đến hết ngày (mặc định: cuối năm).")
@click.option("--as-of", "as_of", type=DAY, help="Tình trạng tính đến ngày (mặc định: ngày cuối kỳ).")
@click.option("--indicator", "codes", multiple=True, help="Mã chỉ số; lặp lại được. Mặc định: tất cả.")
@click.option("--as", "username", help="Theo quyền xem của người dùng này.")
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="In CSV, mỗi dòng một số.")
@click.option("--dictionary", is_flag=True, help="In từ điển dữ liệu của các chỉ số (CSV).")
def figures(
    slug: str,
    year: int,
    first: datetime | None,
    last: datetime | None,
    as_of: datetime | None,
    codes: tuple[str, ...],
    username: str | None,
    as_json: bool,
    as_csv: bool,
    dictionary: bool,
) -> None:
    """Số liệu của một Hội đồng và các Hội đồng cấp dưới."""
    start_django()
    from dienhong.indicators.evaluation import evaluate, evaluate_ratios
    from dienhong.indicators.scope import Scope

    user = acting_user(username)
    period = _period(year, first, last)
    scope = Scope.below(visible_council(slug, user), period, user, as_of.date() if as_of else None)
    indicators, ratios = _asked(codes)
    if dictionary:
        click.echo(_dictionary(indicators), nl=False)
        return
    found = evaluate(indicators, scope)
    shares = evaluate_ratios(ratios, scope, found)
    _print(scope, list(found.values()), list(shares.values()), as_json=as_json, as_csv=as_csv)


def _period(year: int, first: datetime | None, last: datetime | None) -> Period:
    from dienhong.kernel.period import Period

    whole = Period.year(year)
    return Period.between(first.date() if first else whole.first, last.date() if last else whole.last)


def _asked(codes: tuple[str, ...]) -> tuple[list[Indicator], list[Ratio]]:
    """What is asked for by code; by default every indicator. Ratios follow from those and are told when asked for."""
    from dienhong.indicators.declaration import UnknownIndicator, all_indicators, all_ratios, get_indicator

    known = {ratio.code: ratio for ratio in all_ratios()}
    try:
        named = [get_indicator(code) for code in dict.fromkeys(codes) if code not in known]
    except UnknownIndicator as error:
        raise click.UsageError(f"Không có chỉ số “{error.args[0]}”.") from error
    return named if codes else list(all_indicators()), [known[code] for code in codes if code in known]


def _dictionary(indicators: list[Indicator]) -> str:
    from dienhong.indicators.tables import DICTIONARY_COLUMNS, as_csv, dictionary_of

    return as_csv(DICTIONARY_COLUMNS, dictionary_of(indicators))


def _print(scope: Scope, found: list[Figure], shares: list[Share], *, as_json: bool, as_csv: bool) -> None:
    from dienhong.indicators import tables
    from dienhong.indicators.document import as_document

    if as_json:
        click.echo(json.dumps(as_document(scope, found, shares), ensure_ascii=False))
    elif as_csv:
        click.echo(tables.as_csv(tables.COLUMNS, tables.rows_of(found)), nl=False)
    else:
        for line in (*map(_line, found), *(f"{share.ratio.label}: {share.said()}" for share in shares)):
            click.echo(line)


def _line(figure: Figure) -> str:
    from dienhong.vietnamese.numerals import format_count

    notes = [f"chưa báo: {format_count(len(figure.missing))} Hội đồng"] if figure.missing else []
    if figure.reported.whole.total:
        notes.append(f"{format_count(figure.reported.whole.total)} theo báo cáo")
    if figure.difference:
        notes.append(f"báo cáo lệch {format_count(abs(figure.difference))}")
    told = f" ({'; '.join(notes)})" if notes else ""
    return f"{figure.indicator.label}: {figure.said()} {figure.indicator.unit}{told}"
