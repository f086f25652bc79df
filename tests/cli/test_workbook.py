"""The commands: exit codes, JSON and nothing else on stdout, one line for what went wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import OperationalError

from dienhong.accounts.models import User
from dienhong.cli.main import main
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.models import Council
from dienhong.workbook.grid import read_grids

from ..workbook.files import row, workbook


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Command:
    """Runs the console script as a shell would."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def __call__(self, *words: object) -> Said:
        self.monkeypatch.setattr(sys, "argv", ["dienhong", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self.capsys.readouterr()
        return Said(int(left.value.code or 0), out, err)


@pytest.fixture
def dienhong(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(capsys, monkeypatch)


@pytest.fixture
def good(tmp_path: Path, commune: Council) -> Path:
    return _file(tmp_path, row(), row(ordinal=8))


def _file(folder: Path, *rows: dict[str, Any]) -> Path:
    file = folder / "so.xlsx"
    file.write_bytes(workbook(*rows, slug="xa-mau"))
    return file


def test_a_good_file_is_imported_and_the_second_time_nothing_changes(dienhong: Command, good: Path) -> None:
    first = dienhong("import", good, "--council", "xa-mau", "--json")
    assert (first.code, first.err) == (0, "")
    assert json.loads(first.out) == {"new": 2, "changed": 0, "same": 0, "warning": 0, "error": 0, "rows": []}
    assert CouncilSession.objects.count() == 2
    second = json.loads(dienhong("import", good, "--council", "xa-mau", "--json").out)
    assert (second["new"], second["changed"], second["same"]) == (0, 0, 2)


def test_a_dry_run_writes_nothing(dienhong: Command, good: Path) -> None:
    said = dienhong("import", good, "--council", "xa-mau", "--dry-run", "--json")
    assert (said.code, json.loads(said.out)["new"]) == (0, 2)
    assert not CouncilSession.objects.exists()


def test_one_wrong_cell_and_nothing_is_saved(dienhong: Command, tmp_path: Path, commune: Council) -> None:
    file = _file(tmp_path, row(), row(ordinal=8, opens_on="31/02/2023"))
    said = dienhong("import", file, "--council", "xa-mau", "--json", "--errors", tmp_path / "loi.xlsx")
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out)["rows"] == [
        {
            "sheet": "Kỳ họp",
            "row": 6,
            "column": "Khai mạc ngày",
            "state": "error",
            "message": "“31/02/2023” không phải là một ngày có thật; hãy gõ như 18/7/2023.",
        }
    ]
    assert not CouncilSession.objects.exists()
    assert read_grids((tmp_path / "loi.xlsx").read_bytes())[1].grid[5][4] == "31/02/2023"


def test_without_json_people_read_it(dienhong: Command, tmp_path: Path, commune: Council) -> None:
    file = _file(tmp_path, row(opens_on="31/02/2023"))
    assert dienhong("import", file, "--council", "xa-mau").out.splitlines() == [
        "LỖI: Kỳ họp, dòng 5, cột “Khai mạc ngày”: “31/02/2023” không phải là một ngày có thật; hãy gõ như 18/7/2023.",
        "0 dòng mới, 0 thay đổi, 0 như cũ, 0 lưu ý, 1 lỗi; chưa ghi gì.",
    ]
    dienhong("import", _file(tmp_path, row()), "--council", "xa-mau")
    assert dienhong(
        "import", _file(tmp_path, row(place="Nhà văn hóa")), "--council", "xa-mau"
    ).out.splitlines() == [
        "Kỳ họp, dòng 5 (KH-2023-001): Địa điểm “Hội trường” → “Nhà văn hóa”",
        "0 dòng mới, 1 thay đổi, 0 như cũ, 0 lưu ý, 0 lỗi; đã ghi.",
    ]


@pytest.mark.parametrize("words", [("--json",), ()])
def test_what_cannot_be_read_is_one_line_and_two(
    dienhong: Command, tmp_path: Path, commune: Council, words: tuple[str, ...]
) -> None:
    file = tmp_path / "so.xlsx"
    file.write_text("ten,tuoi")
    said = dienhong("import", file, "--council", "xa-mau", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "dienhong: Tệp này không phải là sổ Excel (.xlsx) hoặc đã hỏng; hãy mở bằng Excel rồi lưu lại dạng .xlsx.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("import", "/khong/co.xlsx", "--council", "xa-mau"), "Không mở được tệp /khong/co.xlsx"),
        (("import", "/khong/co.xlsx", "--council", "khong-co"), "Không có Hội đồng “khong-co”."),
        (
            ("import", "/khong/co.xlsx", "--council", "xa-mau", "--as", "ai-do"),
            "Không có người dùng “ai-do”.",
        ),
        (
            ("export", "--council", "xa-mau", "--year", "2023", "--out", "/khong/co.xlsx"),
            "Không ghi được tệp",
        ),
        (("template", "--out", "/khong/co.xlsx"), "Không ghi được tệp"),
        (("import", "/khong/co.xlsx"), "--council"),
        (("nhap",), "nhap"),
    ],
)
def test_wrong_words_are_one_line_and_two(
    dienhong: Command, commune: Council, words: tuple[str, ...], sentence: str
) -> None:
    said = dienhong(*words)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith("dienhong: ")
    assert sentence in said.err


def test_a_user_who_may_not_write_is_refused(dienhong: Command, good: Path, district_clerk: User) -> None:
    said = dienhong("import", good, "--council", "xa-mau", "--as", "vanthu.huyen")
    assert (said.code, said.out) == (2, "")
    assert "không được ghi hoặc sửa" in said.err
    assert not CouncilSession.objects.exists()


def test_a_council_that_the_user_does_not_see_is_not_there(
    dienhong: Command, good: Path, sister_clerk: User
) -> None:
    said = dienhong("import", good, "--council", "xa-mau", "--as", "vanthu.ben")
    assert (said.code, said.err) == (2, "dienhong: Không có Hội đồng “xa-mau”.\n")


def test_the_user_stands_in_the_record(dienhong: Command, good: Path, clerk: User) -> None:
    dienhong("import", good, "--council", "xa-mau", "--as", "vanthu.xa")
    assert {session.recorded_by for session in CouncilSession.objects.all()} == {clerk}


def test_a_template_is_filled_imported_exported_and_imported(
    dienhong: Command, tmp_path: Path, good: Path, commune: Council
) -> None:
    form, out = tmp_path / "mau.xlsx", tmp_path / "xuat.xlsx"
    assert dienhong("template", "--out", form, "--council", "xa-mau", "--year", 2023).code == 0
    assert dienhong("import", form, "--council", "xa-mau").code == 0
    assert dienhong("import", good, "--council", "xa-mau").code == 0
    assert dienhong("export", "--council", "xa-mau", "--year", 2023, "--out", out).code == 0
    again = json.loads(dienhong("import", out, "--council", "xa-mau", "--json").out)
    # Two sessions, and the term in which they were held.
    assert again == {"new": 0, "changed": 0, "same": 3, "warning": 0, "error": 0, "rows": []}


def test_the_form_in_words(dienhong: Command, tmp_path: Path) -> None:
    assert dienhong("template", "--out", tmp_path / "mau.md").code == 0
    assert "council_sessions.opens_on" in (tmp_path / "mau.md").read_text(encoding="utf-8")


def test_a_database_that_is_not_there_yet_is_one_line_too(
    dienhong: Command, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(username: str | None) -> User:
        raise OperationalError("no such table: accounts_user")

    monkeypatch.setattr("dienhong.cli.workbook.acting_user", missing)
    said = dienhong("import", good, "--council", "xa-mau")
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "Cơ sở dữ liệu chưa sẵn sàng" in said.err


def test_a_fault_of_our_own_is_not_hidden(
    dienhong: Command, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(username: str | None) -> User:
        raise ZeroDivisionError

    monkeypatch.setattr("dienhong.cli.workbook.acting_user", faulty)
    with pytest.raises(ZeroDivisionError):
        dienhong("import", good, "--council", "xa-mau")
