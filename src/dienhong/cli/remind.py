"""``dienhong remind``: everybody is told of what is due, once a day."""

from __future__ import annotations

from datetime import datetime

import click

from dienhong.cli.main import start_django


@click.command()
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]), help="Ngày nhắc; mặc định hôm nay."
)
def remind(day: datetime | None) -> None:
    """Nhắc việc đến hạn: còn 15, 07, 03 ngày và khi đã quá hạn; mỗi người mỗi ngày một thư."""
    start_django()
    from django.utils import timezone

    from dienhong.reminders.actions import remind as remind_all
    from dienhong.vietnamese.dates import format_date
    from dienhong.vietnamese.numerals import format_count

    on = day.date() if day else timezone.localdate()
    done = remind_all(on=on, at=timezone.now())
    people, things, letters = map(format_count, (done.people, done.things, done.letters))
    click.echo(f"Ngày {format_date(on)}: nhắc {people} người, {things} việc; gửi {letters} thư.")
