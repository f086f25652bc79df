"""A process that is killed in the middle of an import leaves nothing, and the import can be done again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from .files import row, workbook

PREPARE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import make_council
make_council("xa-mau", "Xã Mẫu")
"""
STOPPED = """
import sys, time
import django; django.setup()
from dienhong.audit import journal

def stop(*args, **kwargs):
    print("written, not committed", flush=True)
    time.sleep(60)

journal._write = stop
from dienhong.cli.main import main
sys.argv = ["dienhong", "import", "so.xlsx", "--council", "xa-mau"]
main()
"""
COUNT = """
import django; django.setup()
from dienhong.council_sessions.models import CouncilSession
from dienhong.documents.models import NumberSeries
print(CouncilSession.objects.count(), NumberSeries.objects.count())
"""


@pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
    reason="the other database is the server's own",
)
def test_a_killed_import_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(workbook(*(row(ordinal=n) for n in range(1, 30))))
    _run(tmp_path, PREPARE)
    process = subprocess.Popen(
        [sys.executable, "-c", STOPPED], cwd=tmp_path, env=_env(tmp_path), stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process.stdout as said:
        assert said.readline() == b"written, not committed\n"
        process.send_signal(signal.SIGKILL)
    process.wait()
    assert _run(tmp_path, COUNT) == "0 0"
    again = _run(tmp_path, STOPPED.replace("journal._write = stop", ""))
    assert again.endswith("29 dòng mới, 0 thay đổi, 0 như cũ, 0 lưu ý, 0 lỗi; đã ghi.")
    assert _run(tmp_path, COUNT) == "29 1"


def _env(folder: Path) -> dict[str, str]:
    root = Path(__file__).resolve().parents[2]
    kept = {name: value for name, value in os.environ.items() if not name.endswith("DATABASE_URL")}
    mine = {"DIENHONG_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "dienhong.config.settings"}
    return {**kept, **mine, "PYTHONPATH": str(root), "PYTHONWARNINGS": "ignore"}


def _run(folder: Path, code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=_env(folder), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
