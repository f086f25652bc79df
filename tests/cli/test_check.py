"""The check command: its output and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dienhong.accounts.models import User
from dienhong.cli.check import check
from dienhong.council_sessions.register import register
from dienhong.organisations.models import Council
from dienhong.registers.actions import move
from tests.checking.files import locked_pdf, pdf
from tests.factories import NOW, make_session

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


def test_beside_the_registers_of_a_council(report: Path, commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    for step in ("convene", "close"):
        move(register, session, step=step, expected_version=session.version, by=clerk, at=NOW)
    report.write_text("HĐND xã đã tổ chức 04 kỳ họp.", encoding="utf-8")
    done = run(report, "--council", "xa-mau", "--year", "2023", "--json")
    [finding] = json.loads(done.stdout)["findings"]
    assert (done.exit_code, finding["code"], finding["severity"]) == (0, "records", "warning")
    assert (finding["stated"], finding["computed"]) == ("04", "1")
    assert finding["link"] == "/xa-mau/ky-hop/?status=closed&nam=2023"
    assert f"xem {finding['link']}" in run(report, "--council", "xa-mau", "--year", "2023").stdout


@pytest.mark.parametrize("half", [("--council", "xa-mau"), ("--year", "2023")])
def test_council_and_year_go_together(half: tuple[str, str], report: Path) -> None:
    done = run(report, *half)
    assert done.exit_code == 2 and "cần cả --council và --year" in done.stderr


def test_an_unknown_council_is_one_line_and_two(report: Path, db: None) -> None:
    done = run(report, "--council", "khong-co", "--year", "2023")
    assert done.exit_code == 2 and "Không có Hội đồng “khong-co”." in done.stderr


def test_without_a_council_no_database_is_touched(report: Path) -> None:
    code = "import sys; sys.argv[1:] = ['check', sys.argv[1]]; from dienhong.cli.main import dienhong\n"
    code += "try: dienhong()\nfinally: print('django.db' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(report)], capture_output=True, text=True, check=False
    )
    assert done.stdout.endswith("False\n") and "14" in done.stdout
