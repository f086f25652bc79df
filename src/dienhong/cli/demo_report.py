"""The report of the demonstration: the roll-up of 2023 in three formats, and its figures as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienhong.vietnamese.numerals import format_count

if TYPE_CHECKING:
    from dienhong.reports.figures import Figures

STATES_OF = date(2024, 2, 27)
"""The day of the paper by which the executive of the sample answered the petitions of 2023."""
LEVELS = ("district", "commune")


def write_report() -> None:
    """The roll-up of 2023 in three formats, and its figures as a table; petitions as they stood on 27/02/2024."""
    from django.conf import settings

    from dienhong.accounts.models import User
    from dienhong.kernel.errors import Refused
    from dienhong.kernel.period import Period
    from dienhong.organisations.models import Council
    from dienhong.reports.kinds import get_kind
    from dienhong.reports.rendering import drafted_paper

    click.echo("Đang lập báo cáo tổng hợp năm 2023…")
    council = Council.objects.select_related("unit").get(slug="dak-to")
    kind = get_kind("annual-summary")
    try:
        paper = drafted_paper(kind, council, Period.year(2023), STATES_OF, User.objects.operator())
    except Refused as refusal:
        click.echo(f"  Chưa lập được: {refusal.sentence}")
        return
    folder = Path(settings.DATA_DIRECTORY) / "out"
    folder.mkdir(parents=True, exist_ok=True)
    for ending in (".docx", ".pdf", ".xlsx"):
        file = folder / f"{kind.code}-{council.slug}-2023{ending}"
        file.write_bytes(paper.rendered(ending))
        click.echo(f"  {file}")
    click.echo("\nSố liệu của báo cáo:")
    for line in _table(paper.figures):
        click.echo(line)


def _table(figures: Figures) -> Iterator[str]:
    """A line for each figure of the text: in all, of the district, of the communes."""
    yield f"  {'':<64}{'Cộng':>8}{'Huyện':>8}{'Xã':>8}"
    for asked, figure in figures.used.items():
        numbers = [figure.value(part=asked.part), *(figure.value(level=lv, part=asked.part) for lv in LEVELS)]
        told = "".join(f"{format_count(number, padded=False):>8}" for number in numbers)
        yield f"  {figures.label(asked):<64}{told}"
