"""``dienhong audit``: proving that the journal is whole."""

import sys

import click

from dienhong.cli.main import start_django


@click.group()
def audit() -> None:
    """Nhật ký."""
    start_django()


@audit.command()
def verify() -> None:
    """Kiểm tra nhật ký có bị xóa, sửa hay cắt bớt không; 1 nếu có."""
    from dienhong.audit.journal import verify as breaks
    from dienhong.audit.models import Entry
    from dienhong.vietnamese.numerals import format_count

    found = list(breaks())
    for place in found:
        click.echo(f"Hội đồng {place.council_id}: {place.sentence}")
    if found:
        sys.exit(1)
    click.echo(f"Nhật ký nguyên vẹn: {format_count(Entry.objects.count())} mục.")
