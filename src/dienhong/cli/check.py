"""`dienhong check FILE`: what cannot be right in a report, and where; beside the registers when a council is named."""

import json
import sys
from pathlib import Path

import click

from dienhong.checking import Finding, Limits, Recorded, Result, Unreadable, read_file
from dienhong.checking import check as check_document

SEVERITY_WORDS = {"error": "SAI", "warning": "CẦN XEM", "note": "GHI CHÚ"}
UNREADABLE, ERRORS = 2, 1


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Kết quả dạng JSON.")
@click.option("--verbose", is_flag=True, help="Liệt kê mọi quan hệ số liệu đã kiểm tra, đúng hay sai.")
@click.option("--page-limit", type=click.IntRange(min=1), default=Limits().pages, show_default=True,
              help="Số trang nhiều nhất được đọc.")  # fmt: skip
@click.option("--council", "slug", help="So với sổ của Hội đồng này và các Hội đồng cấp dưới; cần --year.")
@click.option("--year", type=click.IntRange(1946, 2200), help="Năm của báo cáo.")
@click.option("--as", "username", help="Theo quyền xem sổ của người dùng này.")
def check(
    file: Path,
    as_json: bool,
    verbose: bool,
    page_limit: int,
    slug: str | None,
    year: int | None,
    username: str | None,
) -> None:
    """Kiểm tra số liệu của một báo cáo (.docx, .pdf, .odt, .html, .txt, .md)."""
    recorded = _recorded(slug, year, username)
    try:
        document = read_file(file, Limits(pages=page_limit))
    except Unreadable as refusal:
        click.echo(f"{file}: {refusal.sentence}", err=True)
        sys.exit(UNREADABLE)
    result = check_document(document, str(file), recorded)
    click.echo(
        json.dumps(_json(result, verbose), ensure_ascii=False, indent=2)
        if as_json
        else _text(result, verbose)
    )
    sys.exit(ERRORS if result.errors else 0)


def _recorded(slug: str | None, year: int | None, username: str | None) -> list[Recorded]:
    """What the registers say; without a council the database is not touched."""
    if slug is None and year is None:
        return []
    if slug is None or year is None:
        raise click.UsageError("So với sổ thì cần cả --council và --year.")
    from dienhong.cli.common import acting_user, visible_council
    from dienhong.cli.main import start_django

    start_django()
    from dienhong.incoming.records import recorded_figures
    from dienhong.kernel.period import Period

    user = acting_user(username)
    return recorded_figures(visible_council(slug, user), Period.year(year), user)


def _json(result: Result, verbose: bool) -> dict[str, object]:
    """The contract; with --verbose every relation besides, under a key of its own."""
    answer = result.as_json()
    if verbose:
        answer["checked"] = [
            {"code": one.code, "holds": one.holds, "formula": one.formula, "start": one.start, "end": one.end}
            for one in result.checked
        ]
    return answer


def _text(result: Result, verbose: bool) -> str:
    lines = [
        f"{result.file}: {result.characters} ký tự, {result.figures} số liệu, {result.relations} quan hệ"
        f" đã kiểm tra, "
        f"{len(result.findings)} phát hiện."
    ]
    if verbose:
        lines += [
            f"  {'đúng' if one.holds else 'SAI '}  [{one.code}] {one.formula}" for one in result.checked
        ]
    return "\n".join([*lines, *map(_line, result.findings)])


def _line(finding: Finding) -> str:
    place = f"\n    xem {finding.link}" if finding.link else ""
    return f"{SEVERITY_WORDS[finding.severity]} [{finding.code}] {finding.message}\n    … {finding.excerpt} …{place}"
