"""The check command: its output and its exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dienhong.cli.check import check
from tests.checking.files import locked_pdf, pdf

WRONG = "Phiên họp có 14 nội dung (huyện: 07; xã: 08)."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(check, [str(argument) for argument in arguments])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_json_is_the_contract(report: Path) -> None:
    done = run(report, "--json")
    assert done.exit_code == 1
    answer = json.loads(done.stdout)
    finding = answer["findings"][0]
    assert list(answer) == ["file", "characters", "figures", "relations", "findings"]
    assert list(finding) == ["code", "severity", "message", "excerpt", "start", "end", "stated", "computed"]
    assert (answer["file"], answer["characters"], answer["figures"], answer["relations"]) == (
        str(report),
        len(WRONG),
        3,
        1,
    )
    assert (finding["code"], finding["severity"], finding["stated"], finding["computed"]) == (
        "sum",
        "error",
        "14",
        "15",
    )
    assert WRONG[finding["start"] : finding["end"]] == "14 nội dung"


def test_verbose_lists_every_relation(report: Path) -> None:
    assert "14 nội dung = 07 + 08" in run(report, "--verbose").stdout
    report.write_text(WRONG.replace("08", "07"), encoding="utf-8")
    done = run(report, "--verbose")
    assert done.exit_code == 0
    assert "14 nội dung = 07 + 07" in done.stdout
    assert json.loads(run(report, "--verbose", "--json").stdout)["checked"][0]["holds"] is True


@pytest.mark.parametrize(
    "data", [b"", b"MZ\x00\x00", locked_pdf(), b"PK\x03\x04 torn", pdf([[(72, 700, 13, "mot hai ba")]] * 2)]
)
def test_unreadable_is_one_line_and_two(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    before = set(tmp_path.iterdir())
    done = run(path, "--json", "--page-limit", "1")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert set(tmp_path.iterdir()) == before


def test_absent_file(tmp_path: Path) -> None:
    assert run(tmp_path / "không có").exit_code == 2
