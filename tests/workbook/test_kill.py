"""A process that is killed in the middle of an import leaves nothing, and the import can be done again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from .files import pages, row

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_body, make_council
make_body(make_council("xa-mau", "Xã Mẫu"), "executive", "UBND xã Mẫu")
"""
STOPPED = """
import sys, time
import django; django.setup()
from {module} import {name} as home

def stop(*args, **kwargs):
    print("written, not committed", flush=True)
    time.sleep(60)

home.{attribute} = stop
from dienhong.cli.main import main
sys.argv = ["dienhong", "import", "so.xlsx", "--council", "xa-mau"]
main()
"""
COUNT = """
import django; django.setup()
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.documents.models import NumberSeries
from dienhong.followup.models import Undertaking
from dienhong.voters.models import Petition
print(*(model.objects.count() for model in (CouncilSession, Petition, Undertaking, NumberSeries, Entry)))
"""
PLACES = {
    "the first sheet is written": ("dienhong.workbook.actions", "rows", "note"),
    "petitions are forwarded": ("dienhong.followup", "sheet", "carry_on"),
    "histories are half written": ("dienhong.followup.actions", "writing", "_of"),
    "the journal is written": ("dienhong.audit", "journal", "_write"),
}
PETITION = {
    "received_on": "27/6/2023",
    "field": "Giao thông",
    "lead": "UBND xã Mẫu",
    "given_on": "03/7/2023",
    "answer": "Đã sửa",
}


@dataclass(frozen=True)
class House:
    """An installation of its own: a folder, and its environment."""

    folder: Path
    environment: dict[str, str]

    def run(self, code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def start(self, code: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", code], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE
        )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    root = Path(__file__).resolve().parents[2]
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    mine = {"DIENHONG_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dienhong.config.settings"}
    environment = {**kept, **mine, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore"}
    url = os.environ.get("DIENHONG_TEST_DATABASE_URL", "")
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield House(tmp_path, environment)
        return
    name = sql.Identifier(f"killed_{os.getpid()}")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        try:
            own = f"{url.rpartition('/')[0]}/killed_{os.getpid()}"
            yield House(tmp_path, {**environment, "DATABASE_URL": own})
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def test_an_import_that_is_killed_leaves_nothing_wherever_it_was(house: House) -> None:
    petitions = [{**PETITION, "text": f"Việc thứ {number}"} for number in range(5)]
    answers = {"result": "đã giải quyết", "answered_on": "15/8/2023", "answer_paper": "24/UBND"}
    petitions[0] |= answers
    for petition in petitions[1:]:
        del petition["answer"]
    sessions = [row(ordinal=number) for number in range(1, 30)]
    (house.folder / "so.xlsx").write_bytes(pages({"council_sessions": sessions, "petitions": petitions}))
    house.run(PREPARE)
    before = house.run(COUNT)
    for module, name, attribute in PLACES.values():
        process = house.start(STOPPED.format(module=module, name=name, attribute=attribute))
        assert process.stdout is not None
        with process.stdout as said:
            assert said.readline() == b"written, not committed\n"
            process.send_signal(signal.SIGKILL)
        process.wait()
        assert house.run(COUNT) == before
    again = house.run(
        STOPPED.replace("home.{attribute} = stop", "").format(module="os", name="path", attribute="")
    )
    assert again.endswith("34 dòng mới, 0 thay đổi, 0 như cũ, 0 lưu ý, 0 lỗi; đã ghi.")
    assert house.run(COUNT).split()[:3] == ["29", "5", "5"]
