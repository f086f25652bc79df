"""Installations of their own: killed in the middle, written to in the middle, moved to the other database."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from .test_damage import rewritten

ROOT = Path(__file__).resolve().parents[2]
PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from dienhong.files.actions import Upload, stored
from dienhong.organisations.kinds import Role
from tests.factories import NOW, make_council, make_session, make_user
council = make_council("xa-mau", "Xã Mẫu")
clerk = make_user("vanthu.xa", Role.CLERK, council)
make_session(council, clerk)
from datetime import date
from dienhong.registers.models import NothingToReport
year = {"first": date(2023, 1, 1), "last": date(2023, 12, 31)}
NothingToReport.objects.create(council=council, register="letters", recorded_by=clerk, recorded_at=NOW, **year)
with stored(Upload("đơn.txt", b"xin"), council=council, by=clerk, at=NOW):
    pass
"""
TOLD = """
import django; django.setup()
from django.apps import apps
from django.db import connection
from dienhong.backup import rows
import hashlib, json
# PostgreSQL keeps the names inside a JSON value in an order of its own.
same = lambda line: json.dumps(json.loads(line), sort_keys=True).encode()
if "organisations_council" not in connection.introspection.table_names():
    print("nothing")
else:
    told = hashlib.sha256(b"".join(same(line) for model in rows.tables(apps) for line in rows.lines_of(model)))
    print(told.hexdigest())
"""
COMMAND = """
import sys, time
import django; django.setup()
from dienhong.backup import actions
from dienhong.cli.main import main

def stop(*args, **kwargs):
    print("in the middle", flush=True)
    sys.stdin.readline()
    return real(*args, **kwargs)

real, actions.{where} = actions.{where}, stop
sys.argv = ["dienhong", {words}]
main()
"""
WRITE = """
import django; django.setup()
from tests.factories import make_council
make_council("xa-sau", "Xã Sau")
"""
BACK_UP, RESTORE = '"backup", "a.zip"', '"restore", "a.zip", "--replace"'


@dataclass(frozen=True)
class House:
    """An installation: its folder and its environment."""

    folder: Path
    environment: dict[str, str]

    def run(self, code: str) -> str:
        words = [sys.executable, "-c", code]
        done = subprocess.run(
            words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def dienhong(self, *words: str) -> subprocess.CompletedProcess[str]:
        program = [sys.executable, "-m", "dienhong.cli.main", *words]
        return subprocess.run(
            program, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def start(self, where: str, words: str) -> subprocess.Popen[bytes]:
        """A command that waits in the middle of it."""
        code = COMMAND.format(where=where, words=words)
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = subprocess.Popen(
            [sys.executable, "-c", code], cwd=self.folder, env=self.environment, **pipes
        )
        assert process.stdout is not None and process.stdout.readline() == b"in the middle\n"
        return process


def on_sqlite(folder: Path) -> House:
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    mine = {"DIENHONG_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "dienhong.config.settings"}
    return House(folder, {**kept, **mine, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"})


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, django_db_setup: None) -> Path:
    """Made once: what is tested works on copies. The suite's own tables are there already on the embedded database."""
    folder = tmp_path_factory.mktemp("prepared") / "var"
    folder.mkdir()
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        suite = sqlite3.connect(settings.DATABASES["default"]["NAME"])
        with closing(suite), closing(sqlite3.connect(folder / "dienhong.sqlite3")) as own:
            suite.backup(own)
    on_sqlite(folder).run(PREPARE)
    return folder


@pytest.fixture
def house(prepared: Path, tmp_path: Path) -> House:
    return on_sqlite(Path(shutil.copytree(prepared, tmp_path / "var")))


@pytest.fixture
def on_postgresql(tmp_path: Path) -> Iterator[Callable[[], House]]:
    """An empty house on the server that the suite runs on."""
    url = os.environ.get("DIENHONG_TEST_DATABASE_URL", "")
    if not url:
        pytest.skip("the suite runs on the embedded database alone")
    name = f"moved_{os.getpid()}"
    folder = tmp_path / "postgresql"
    folder.mkdir()
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            house = on_sqlite(folder)
            own = {**house.environment, "DATABASE_URL": f"{url.rpartition('/')[0]}/{name}"}
            yield lambda: replace(house, environment=own)
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def killed(process: subprocess.Popen[bytes]) -> None:
    with process:
        process.send_signal(signal.SIGKILL)


def test_a_backup_that_is_killed_leaves_no_archive(house: House) -> None:
    killed(house.start("_take", BACK_UP))
    assert not (house.folder / "a.zip").exists()
    assert house.dienhong("backup", "a.zip").returncode == 0
    assert not (house.folder / "a.zip.part").exists()


def test_a_restore_that_is_killed_changes_nothing_and_can_be_done_again(house: House) -> None:
    then = house.run(TOLD)
    assert house.dienhong("backup", "a.zip").returncode == 0
    house.run(WRITE)
    before = house.run(TOLD)
    for where in ("_put", "_fill", "_fill_table"):
        killed(house.start(where, RESTORE))
        assert house.run(TOLD) == before != then, where
    assert house.dienhong("restore", "a.zip", "--replace").returncode == 0
    assert house.run(TOLD) == then


def test_a_backup_is_of_one_moment_and_holds_nobody_up(house: House) -> None:
    then = house.run(TOLD)
    process = house.start("_hashes", BACK_UP)
    house.run(WRITE)  # would wait, and fail, if the backup stood in the writers' line
    assert house.run(TOLD) != then
    with process:
        process.communicate(b"\n")
    assert process.returncode == 0
    assert house.dienhong("restore", "a.zip", "--replace").returncode == 0
    assert house.run(TOLD) == then


def of_last_year(members: dict[str, bytes]) -> None:
    """As the version before wrote it, that knew of no word taken back: a migration and its column less."""
    table = "registers.nothingtoreport"
    name = f"tables/{table}.jsonl"
    rows = [json.loads(line) for line in members[name].splitlines()]
    place = rows[0].index("withdrawn_at")
    kept = [json.dumps([*row[:place], *row[place + 1 :]]).encode() + b"\n" for row in rows]
    members[name] = b"".join(kept)
    told = json.loads(members["manifest.json"])
    told["tables"][table]["sha256"] = hashlib.sha256(members[name]).hexdigest()
    told["migrations"].remove("registers.0002_nothing_taken_back")
    members["manifest.json"] = json.dumps(told).encode()


def test_an_older_archive_comes_back_into_an_empty_place(house: House, tmp_path: Path) -> None:
    """Its rows are read in the form of that day, then brought into today's."""
    then = house.run(TOLD)
    assert house.dienhong("backup", "a.zip").returncode == 0
    rewritten(house.folder / "a.zip", of_last_year)
    refused = house.dienhong("restore", "a.zip", "--replace")
    assert refused.returncode == 2 and "cũ hơn" in refused.stderr and house.run(TOLD) == then
    empty = on_sqlite(tmp_path / "moi")
    empty.folder.mkdir()
    restored = empty.dienhong("restore", str(house.folder / "a.zip"))
    assert (restored.returncode, empty.run(TOLD)) == (0, then), restored.stderr


def test_it_moves_to_postgresql_and_back(house: House, on_postgresql: Callable[[], House]) -> None:
    then, server = house.run(TOLD), on_postgresql()
    assert house.dienhong("backup", "a.zip").returncode == 0
    restored = server.dienhong("restore", str(house.folder / "a.zip"))
    assert restored.returncode == 0, restored.stderr
    assert server.run(TOLD) == then
    assert (server.folder / "files").exists()
    killed(server.start("_take", BACK_UP))
    moving = server.start("_hashes", BACK_UP)
    server.run(WRITE)
    with moving:
        moving.communicate(b"\n")
    back = house.dienhong("restore", str(server.folder / "a.zip"), "--replace")
    assert (back.returncode, house.run(TOLD)) == (0, then), back.stderr
    assert "Nhật ký nguyên vẹn" in back.stdout
