"""``dienhong report``: a report of a council and all below it, written by itself from the registers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from dienhong.cli.common import acting_user, visible_council, write_file
from dienhong.cli.main import start_django

DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@click.command()
@click.argument("kind")
@click.option("--council", "slug", required=True, help="Địa chỉ ngắn của Hội đồng, ví dụ dak-to.")
@click.option("--year", type=click.IntRange(1946, 2200), required=True)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Tệp sẽ ghi: .docx, .pdf, .xlsx, .html hoặc .md.",
)
@click.option("--as-of", "as_of", type=DAY, help="Tình trạng tính đến ngày (mặc định: ngày cuối năm).")
@click.option("--as", "username", help="Theo quyền xem của người dùng này.")
def report(kind: str, slug: str, year: int, out: Path, as_of: datetime | None, username: str | None) -> None:
    """Lập báo cáo của một Hội đồng và các Hội đồng cấp dưới, ví dụ annual-summary."""
    start_django()
    from dienhong.kernel.period import Period
    from dienhong.reports.kinds import get_kind
    from dienhong.reports.paper import require_format
    from dienhong.reports.rendering import drafted_paper

    require_format(out.suffix)
    user, found = acting_user(username), get_kind(kind)
    day = as_of.date() if as_of else None
    paper = drafted_paper(found, visible_council(slug, user), Period.year(year), day, user)
    write_file(out, paper.rendered(out.suffix))
    click.echo(f"Đã lập {out}.")
