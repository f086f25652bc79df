"""What was backed up comes back to the last microsecond; what came after is gone."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.sessions.models import Session
from django.core.files.storage import default_storage
from django.test import Client

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.backup.actions import back_up, in_use
from dienhong.files.actions import discard
from dienhong.files.models import path_of
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council

from ..factories import NOW, make_council, make_user
from .conftest import Content, brought_back, content, keep, silent


def test_everything_comes_back(whole: Content, backup: Path, commune: Council, clerk: User) -> None:
    later = keep(commune, clerk, "thêm sau".encode())
    make_council("xa-khac", "Xã Khác")
    User.objects.filter(pk=clerk.pk).update(full_name="Tên khác")
    restored = brought_back(backup)
    assert content() == whole
    assert restored.rows == sum(len(lines) - 1 for name, lines in whole.items() if name != "files")
    assert (restored.breaks, list(verify())) == ((), [])
    assert not default_storage.exists(path_of(later.sha256)), "a file of which no row speaks stays behind"


def test_it_goes_on_from_there(backup: Path) -> None:
    """The next record gets a key of its own on either database."""
    brought_back(backup)
    before = set(User.objects.values_list("pk", flat=True))
    assert make_user("nguoi.moi").pk not in before
    assert Entry.objects.order_by("-pk").first() is not None


def test_most_tables_have_rows(whole: Content) -> None:
    """Else equality would prove little."""
    filled = [name for name, lines in whole.items() if len(lines) > 1]
    assert len(filled) > 0.7 * len(whole), sorted(set(whole) - set(filled))


def test_keys_to_open_doors_stay_outside(
    client: Client, clerk: User, district: Council, tmp_path: Path, settings: Any
) -> None:
    """Neither sessions of people signed in nor the keys of the house; only its owner reads the file."""
    client.force_login(clerk)
    assert Session.objects.count() == 1
    path = tmp_path / "a.zip"
    back_up(path, at=NOW, tell=silent)
    with ZipFile(path) as archive:
        said = b"".join(archive.read(name) for name in archive.namelist())
        left_out = {"tables/sessions.session.jsonl", "tables/usersessions.usersession.jsonl"}
        assert left_out.isdisjoint(archive.namelist())
    secret = [settings.SECRET_KEY, *settings.SECRETS_KEYS, Session.objects.get().session_key]
    assert [key for key in secret if key.encode() in said] == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    brought_back(path)
    assert not Session.objects.exists(), "who was signed in signs in again"


def test_a_file_that_is_lost_or_spoilt_is_named(
    whole: Content, commune: Council, clerk: User, tmp_path: Path
) -> None:
    lost, spoilt = keep(commune, clerk, b"mat"), keep(commune, clerk, b"hong")
    discard(keep(commune, clerk, b"bo"), reason="Nhầm", by=clerk, at=NOW)
    default_storage.delete(lost.path)
    with default_storage.open(spoilt.path, "wb") as stored:
        stored.write(b"khac")
    made = back_up(tmp_path / "a.zip", at=NOW, tell=silent)
    assert (made.files, set(made.missing)) == (len(set(whole["files"])), {lost.sha256, spoilt.sha256})


def test_an_archive_is_never_written_over(backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refused, match="hãy đặt tên khác"):
        back_up(backup, at=NOW, tell=silent)
    assert backup.read_bytes() == before


def test_a_backup_that_fails_leaves_nothing(
    whole: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dienhong.backup.actions._take", full)
    with pytest.raises(Refused, match=r"Không ghi được .*No space left"):
        back_up(tmp_path / "a.zip", at=NOW, tell=silent)
    with pytest.raises(Refused, match=r"Không ghi được .*No such file"):
        back_up(tmp_path / "khong-co" / "a.zip", at=NOW, tell=silent)
    assert list(tmp_path.iterdir()) == []


def test_only_a_used_installation_is_in_use(db: None, commune: Council) -> None:
    assert in_use()


def test_an_installation_with_the_system_alone_is_not(db: None) -> None:
    User.objects.operator()
    assert not in_use()
