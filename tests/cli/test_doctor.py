"""``dienhong doctor``: sound or broken, and what looks odd."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.cli import doctor
from dienhong.cli.main import dienhong
from dienhong.files.models import StoredFile, path_of
from dienhong.organisations.models import Council

from ..factories import NOW, make_mandate

SHA = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  # of "hello"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIRECTORY = tmp_path


def told(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(dienhong, ("doctor", *words))
    return result.exit_code, result.output


def stored(council: Council, by: User, content: bytes) -> None:
    default_storage.delete(path_of(SHA))
    default_storage.save(path_of(SHA), ContentFile(content))
    about = {"sha256": SHA, "size": 5, "kind": "txt", "name": "a.txt", "uploaded_by": by, "uploaded_at": NOW}
    StoredFile.objects.create(council=council, **about)


def test_a_sound_installation(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk)
    stored(commune, clerk, b"hello")
    code, words = told()
    assert code == 0 and "HỎNG" not in words
    assert "Tệp tải lên còn đủ và nguyên vẹn: 01 tệp." in words
    assert "01  Đại biểu chưa rõ ngày hoặc năm sinh" in words
    assert "Kỳ họp nằm ngoài nhiệm kỳ" not in words
    assert "0  Kỳ họp nằm ngoài nhiệm kỳ" in told("--verbose")[1]


def test_a_journal_that_was_altered(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk)
    entry = Entry.objects.latest("pk")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET actor_name = 'ai do' WHERE id = %s", [entry.pk])
    code, words = told()
    assert code == 1 and "HỎNG  Nhật ký của Hội đồng" in words
    assert "Chất lượng dữ liệu" not in words


def test_files_that_are_gone_or_altered(commune: Council, clerk: User) -> None:
    stored(commune, clerk, b"other")
    assert "không còn như lúc tải lên" in told()[1]
    default_storage.delete(path_of(SHA))
    code, words = told()
    assert code == 1 and "Thiếu tệp" in words


def test_a_full_disk(commune: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE", 10**18)
    code, words = told()
    assert code == 1 and "cần ít nhất 1 GB" in words


def test_a_database_that_is_away_or_behind(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db.migrations.executor import MigrationExecutor
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder(connection).record_unapplied("indicators", "0001_initial")
    code, words = told()
    assert code == 1 and "chưa được nâng cấp: indicators.0001_initial" in words
    assert "Nhật ký" not in words

    def away(self: object, *given: object) -> None:
        raise DatabaseError("mất kết nối")

    monkeypatch.setattr(MigrationExecutor, "__init__", away)
    code, words = told()
    assert code == 1 and "Cơ sở dữ liệu không trả lời: mất kết nối" in words
