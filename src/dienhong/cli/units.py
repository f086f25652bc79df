"""``dienhong units import``: administrative units and their councils from a list."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from dienhong.cli.main import start_django


@click.group()
def units() -> None:
    """Đơn vị hành chính."""
    start_django()


@units.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--from",
    "from_on",
    type=click.DateTime(["%Y-%m-%d"]),
    default="2025-07-01",
    show_default=True,
    help="Ngày danh mục có hiệu lực.",
)
def import_units(file: Path, from_on: datetime) -> None:
    """Nạp danh mục đơn vị hành chính (code,name,kind,parent_code) và lập Hội đồng của mỗi đơn vị."""
    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.organisations.unit_list import decode_list, load_units, read_units

    rows = read_units(decode_list(file.read_bytes()))
    day: date = from_on.date()
    loaded = load_units(rows, from_on=day, by=User.objects.operator(), at=timezone.now())
    click.echo(f"Đã nạp {loaded.new} đơn vị mới, {loaded.changed} đơn vị thay đổi, {loaded.same} không đổi.")
