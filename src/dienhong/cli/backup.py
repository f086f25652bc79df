"""``dienhong backup`` and ``dienhong restore``: the whole installation in one file, and back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from dienhong.cli.main import start_django
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Sao lưu dữ liệu và tệp tải lên vào một tệp; 1 nếu có tệp tải lên bị mất."""
    start_django()
    from django.conf import settings
    from django.utils import timezone

    from dienhong.backup.actions import back_up

    with _bar("Đang sao lưu") as tell:
        made = back_up(file, at=timezone.now(), tell=tell)
    count = sum(told["rows"] for told in made.tables.values())
    told = f"{_so(count)} dòng trong {_so(len(made.tables))} bảng, {_so(made.files)} tệp"
    click.echo(f"Đã sao lưu vào {file}: {told}.")
    key = "biến DIENHONG_SECRETS_KEY" if settings.SECRETS_KEYS else f"tệp {settings.SECRETS_KEY_FILE}"
    sealed = "nội dung tố cáo, bí mật xác thực hai bước"
    click.echo(f"Khóa giải mã ({sealed}) không nằm trong bản sao lưu; hãy cất riêng {key}.")
    for sha256 in made.missing:
        click.echo(f"Tệp tải lên {sha256} đã mất hoặc hỏng nên không có trong bản sao lưu.", err=True)
    sys.exit(1 if made.missing else 0)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Xóa dữ liệu đang có và thay bằng bản sao lưu.")
def restore(file: Path, replace: bool) -> None:
    """Khôi phục từ một bản sao lưu, rồi kiểm tra nhật ký; 1 nếu nhật ký không nguyên vẹn."""
    start_django()
    from django.utils import timezone

    from dienhong.backup import actions

    with _bar("Đang khôi phục") as tell:
        restored = actions.restore(file, replace=replace, tell=tell)
    files = restored.manifest.files
    made = timezone.localtime(datetime.fromisoformat(restored.manifest.made_at))
    when = f"{made:%H:%M} ngày {format_date(made.date())}"
    click.echo(f"Đã khôi phục bản sao lưu lúc {when}: {_so(restored.rows)} dòng, {_so(files)} tệp.")
    for place in restored.breaks:
        click.echo(f"Nhật ký của Hội đồng {place.council_id}: {place.sentence}", err=True)
    if restored.breaks:
        sys.exit(1)
    click.echo("Nhật ký nguyên vẹn.")


def _so(count: int) -> str:
    return format_count(count, padded=False)


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def tell(done: int, steps: int) -> None:
            bar.length = steps
            bar.update(done - bar.pos)

        yield tell
