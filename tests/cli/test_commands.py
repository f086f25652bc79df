"""Commands: the JSON of the contract, exit codes, one line for what goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.db import connection

from dienhong.accounts.models import User
from dienhong.cli.main import COMMANDS, dienhong
from dienhong.council_sessions.states import SessionStatus
from dienhong.organisations.models import Council

from ..factories import make_session


def run(*words: str) -> Result:
    return CliRunner().invoke(dienhong, words)


@pytest.fixture
def held(district: Council, commune: Council, district_clerk: User, clerk: User) -> None:
    make_session(district, district_clerk, status=SessionStatus.CLOSED)
    make_session(commune, clerk, status=SessionStatus.CLOSED)


def test_figures_speak_the_json_of_the_contract(held: None, sister: Council) -> None:
    result = run(
        "figures", "--council", "dak-mau", "--year", "2023", "--indicator", "sessions.held", "--json"
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "council": "dak-mau",
        "period": {"from": "2023-01-01", "to": "2023-12-31"},
        "figures": [
            {
                "indicator": "sessions.held",
                "label": "Kỳ họp đã tổ chức",
                "unit": "kỳ họp",
                "total": 2,
                "by_level": {"district": 1, "commune": 1},
                "by_council": {"dak-mau": 1, "xa-ben": 0, "xa-mau": 1},
                "by": {"kind": {"regular": 2, "thematic": 0, "extraordinary": 0}},
                "missing": ["xa-ben"],
                "source": "records",
            }
        ],
    }


def test_figures_of_days_and_as_somebody(held: None, clerk: User) -> None:
    asked = ("--council", "xa-mau", "--year", "2023", "--indicator", "sessions.held")
    words = ("figures", *asked, "--json", "--as", clerk.username)
    whole = json.loads(run(*words).stdout)
    spring = json.loads(run(*words, "--from", "2023-01-01", "--to", "2023-06-30").stdout)
    assert [document["figures"][0]["total"] for document in (whole, spring)] == [1, 0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("figures", "--council", "khong-co", "--year", "2023"), "Không có Hội đồng “khong-co”."),
        (("figures", "--council", "xa-mau", "--year", "2023", "--indicator", "x"), "Không có chỉ số “x”."),
        (("figures", "--council", "xa-mau", "--year", "2023", "--as", "ai"), "Không có người dùng “ai”."),
    ],
)
def test_what_is_not_there_is_said_and_exits_2(
    words: tuple[str, ...], sentence: str, commune: Council
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""


def test_a_sister_is_not_there_for_a_commune_s_clerk(held: None, sister: Council, clerk: User) -> None:
    result = run("figures", "--council", "xa-ben", "--year", "2023", "--as", clerk.username)
    assert result.exit_code == 2


def test_audit_verify_proves_or_betrays(held: None) -> None:
    intact = run("audit", "verify")
    assert (intact.exit_code, intact.stdout) == (0, "Nhật ký nguyên vẹn: 02 mục.\n")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET reason = 'sửa lén'")
    broken = run("audit", "verify")
    assert broken.exit_code == 1
    assert broken.stdout.count("không còn đúng như lúc ghi") == 2


def test_every_command_explains_itself_in_vietnamese() -> None:
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0, name
        assert result.stdout.count("\n") > 3


def test_what_goes_wrong_in_the_domain_is_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "donvi.csv"
    broken.write_text("code,name,kind,parent_code\n01,,city,\n", encoding="utf-8")
    environment = {
        **os.environ,
        "DIENHONG_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "dienhong.config.settings",
    }
    environment.pop("DATABASE_URL", None)
    program = [sys.executable, "-m", "dienhong.cli.main", "units", "import", str(broken)]
    result = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "Dòng 2" in result.stderr
