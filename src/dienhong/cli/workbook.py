"""``dienhong template``, ``import`` and ``export``: Excel in and out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dienhong.cli.common import acting_user, read_file, visible_council, write_file
from dienhong.cli.main import start_django

if TYPE_CHECKING:
    from dienhong.workbook.preview import Finding, Preview, Row

YEAR = click.IntRange(1946, 2200)
FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.option("--out", type=FILE, required=True, help="Tệp .xlsx sẽ ghi; .md thì ghi lời mô tả mẫu.")
@click.option("--council", "slug", help="Địa chỉ ngắn của Hội đồng; bỏ trống thì mẫu dùng chung.")
@click.option("--year", type=YEAR, help="Năm của sổ; bỏ trống thì người ghi tự điền.")
def template(out: Path, slug: str | None, year: int | None) -> None:
    """Lập mẫu Excel của một năm: mỗi sổ một trang, kèm hướng dẫn."""
    start_django()
    from dienhong.workbook.describing import describe
    from dienhong.workbook.template import template as blank

    council = visible_council(slug, acting_user(None)) if slug else None
    write_file(out, describe().encode() if out.suffix == ".md" else blank(council, year))
    click.echo(f"Đã ghi mẫu vào {out}.")


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--council", "slug", required=True, help="Địa chỉ ngắn của Hội đồng, ví dụ dak-to.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem trước, không ghi gì.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--as", "username", help="Theo quyền của người dùng này.")
@click.option("--errors", type=FILE, help="Ghi lại tệp với các ô sai được tô đỏ vào đây, nếu có ô sai.")
def import_workbook(
    file: Path, slug: str, dry_run: bool, as_json: bool, username: str | None, errors: Path | None
) -> None:
    """Nhập sổ Excel của một Hội đồng: tất cả hoặc không gì cả; 1 nếu có lỗi, 2 nếu không đọc được."""
    start_django()
    from django.utils import timezone

    from dienhong.workbook import actions
    from dienhong.workbook.errors_file import errors_file
    from dienhong.workbook.reading import read_workbook
    from dienhong.workbook.safety import MOST_BYTES

    user = acting_user(username)
    council = visible_council(slug, user)
    book = read_workbook(read_file(file, MOST_BYTES), file_name=file.name)
    act = actions.preview_workbook if dry_run else actions.import_workbook
    preview = act(book, council=council, by=user, at=timezone.now())
    if errors and preview.has_errors:
        write_file(errors, errors_file(book, preview))
    _print(preview, as_json=as_json)
    sys.exit(1 if preview.has_errors else 0)


@click.command()
@click.option("--council", "slug", required=True, help="Địa chỉ ngắn của Hội đồng, ví dụ dak-to.")
@click.option("--year", type=YEAR, required=True)
@click.option("--out", type=FILE, required=True, help="Tệp .xlsx sẽ ghi.")
@click.option("--as", "username", help="Theo quyền xem của người dùng này.")
def export(slug: str, year: int, out: Path, username: str | None) -> None:
    """Xuất các sổ của một Hội đồng trong một năm, đúng mẫu để nhập lại."""
    start_django()
    from dienhong.workbook.exporting import export as exported

    user = acting_user(username)
    write_file(out, exported(visible_council(slug, user), year, user))
    click.echo(f"Đã xuất vào {out}.")


def _print(preview: Preview, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(preview.as_document(), ensure_ascii=False))
        return
    for row in preview.rows:
        for change in row.changes:
            click.echo(f"{_place(row)} ({row.code}): {change.label} “{change.old}” → “{change.new}”")
    for row, finding in preview.findings():
        click.echo(_line(row, finding))
    click.echo(_summary(preview))


def _place(row: Row) -> str:
    return f"{row.sheet}, dòng {row.number}"


def _line(row: Row, finding: Finding) -> str:
    column = f", cột “{finding.column}”" if finding.column else ""
    word = "LỖI" if finding.state == "error" else "Lưu ý"
    return f"{word}: {_place(row)}{column}: {finding.message}"


def _summary(preview: Preview) -> str:
    counted = ", ".join(f"{preview.counts[state]} {words}" for state, words in _COUNTED)
    outcome = "đã ghi" if preview.saved else "chưa ghi gì"
    return f"{counted}; {outcome}."


_COUNTED = (
    ("new", "dòng mới"),
    ("changed", "thay đổi"),
    ("same", "như cũ"),
    ("warning", "lưu ý"),
    ("error", "lỗi"),
)
