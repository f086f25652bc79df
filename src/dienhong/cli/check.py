"""`dienhong check FILE`: what cannot be right in a report, and where."""

import json
import sys
from pathlib import Path

import click

from dienhong.checking import Finding, Limits, Result, Unreadable, read_file
from dienhong.checking import check as check_document

SEVERITY_WORDS = {"error": "SAI", "warning": "CẦN XEM", "note": "GHI CHÚ"}
UNREADABLE, ERRORS = 2, 1


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Kết quả dạng JSON.")
@click.option("--verbose", is_flag=True, help="Liệt kê mọi quan hệ số liệu đã kiểm tra, đúng hay sai.")
@click.option("--page-limit", type=click.IntRange(min=1), default=Limits().pages, show_default=True,
              help="Số trang nhiều nhất được đọc.")  # fmt: skip
def check(file: Path, as_json: bool, verbose: bool, page_limit: int) -> None:
    """Kiểm tra số liệu của một báo cáo (.docx, .pdf, .odt, .html, .txt, .md)."""
    try:
        document = read_file(file, Limits(pages=page_limit))
    except Unreadable as refusal:
        click.echo(f"{file}: {refusal.sentence}", err=True)
        sys.exit(UNREADABLE)
    result = check_document(document, str(file))
    click.echo(
        json.dumps(_json(result, verbose), ensure_ascii=False, indent=2)
        if as_json
        else _text(result, verbose)
    )
    sys.exit(ERRORS if result.errors else 0)


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
    return f"{SEVERITY_WORDS[finding.severity]} [{finding.code}] {finding.message}\n    … {finding.excerpt} …"
