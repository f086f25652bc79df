"""``dienhong simulate``: an invented country for benchmarks, in an empty database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienhong.cli.main import start_django

if TYPE_CHECKING:
    from dienhong.organisations.unit_list import UnitRow


@click.command()
@click.option(
    "--units",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Danh mục đơn vị hành chính (code,name,kind,parent_code); không nêu thì đặt ra tên đơn vị.",
)
@click.option(
    "--share",
    type=click.FloatRange(0, 1, min_open=True),
    default=1.0,
    show_default=True,
    help="Phần của cả nước: 0.01 là một phần trăm.",
)
@click.option(
    "--years",
    type=click.IntRange(1, 5),
    default=5,
    show_default=True,
    help="Số năm, năm cuối là 2025; năm 2021 bắt đầu từ tháng 6.",
)
@click.option("--seed", default=2026, show_default=True, help="Cùng một số thì ra cùng một dữ liệu.")
def simulate(units: Path | None, share: float, years: int, seed: int) -> None:
    """Lập dữ liệu giả lập cỡ cả nước để đo tốc độ, vào cơ sở dữ liệu chưa có Hội đồng nào."""
    start_django()
    from django.core.management import call_command
    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.sample.simulation.country import Plan, share_of, simulate
    from dienhong.sample.simulation.house import Years
    from dienhong.sample.simulation.load import gather_statistics
    from dienhong.vietnamese.numerals import format_count

    call_command("migrate", verbosity=0, interactive=False)
    plan = Plan(share_of(_rows(units), share), Years.of(years), seed)
    by, at = User.objects.operator(), timezone.now()
    with click.progressbar(length=len(plan.units), label="Hội đồng", file=sys.stderr) as bar:
        counts = simulate(plan, by=by, at=at, told=_advance(bar.update))
    gather_statistics()
    for label, count in sorted(counts.items(), key=lambda row: -row[1]):
        click.echo(f"{format_count(count):>12}  {label}")


def _rows(file: Path | None) -> Sequence[UnitRow]:
    from dienhong.organisations.unit_list import decode_list, read_units
    from dienhong.sample.simulation.country import invented_units

    return read_units(decode_list(file.read_bytes())) if file else invented_units()


def _advance(update: Callable[[int], None]) -> Callable[[int, int], None]:
    return lambda done, whole: update(1)
