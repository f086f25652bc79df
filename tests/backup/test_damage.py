"""What is not whole, not ours or of another form is refused with a sentence, and nothing is changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from django.db import connection

from dienhong.audit.models import Entry
from dienhong.backup import versions
from dienhong.cli.main import dienhong, main
from dienhong.kernel.errors import DomainError, Refused, Unreadable

from .conftest import Content, brought_back, content

COUNCILS = "tables/organisations.council.jsonl"


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """The archive with other members: as somebody, or a bad disk, would leave it."""
    with ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def listed(members: dict[str, bytes], **other: Any) -> None:
    told = json.loads(members["manifest.json"])
    members["manifest.json"] = json.dumps({**told, **other}).encode()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def one_bit(path: Path) -> None:
    with ZipFile(path) as archive:
        at = archive.getinfo(COUNCILS).header_offset + 60
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))


def no_archive(path: Path) -> None:
    path.write_bytes("Kính gửi Thường trực".encode())


def a_row_less(members: dict[str, bytes]) -> None:
    members[COUNCILS] = b"".join(members[COUNCILS].splitlines(keepends=True)[:-1])


def a_table_less(members: dict[str, bytes]) -> None:
    del members[COUNCILS]


def a_file_less(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.startswith("files/"))]


def a_file_more(members: dict[str, bytes]) -> None:
    members[f"files/{'0' * 64}"] = b"0"


def no_list(members: dict[str, bytes]) -> None:
    del members["manifest.json"]


def a_list_of_nothing(members: dict[str, bytes]) -> None:
    members["manifest.json"] = b"[]"


DAMAGES = [cut, one_bit, no_archive]
CHANGES = [a_row_less, a_table_less, a_file_less, a_file_more, no_list, a_list_of_nothing]


def refused(path: Path, kind: type[DomainError], words: str, whole: Content) -> None:
    with pytest.raises(kind, match=words):
        brought_back(path)
    assert content() == whole


def test_a_damaged_archive_changes_nothing(whole: Content, backup: Path, tmp_path: Path) -> None:
    damages = {damage.__name__: damage for damage in DAMAGES}
    changes = {change.__name__: partial(rewritten, change=change) for change in CHANGES}
    for name, spoil in {**damages, **changes}.items():
        spoilt = Path(shutil.copy(backup, tmp_path / f"{name}.zip"))
        spoil(spoilt)
        with pytest.raises(Unreadable, match=r"Bản sao lưu bị hỏng .* hệ thống chưa bị thay đổi gì"):
            brought_back(spoilt)
            pytest.fail(name)
    assert content() == whole


def test_an_archive_of_another_form(whole: Content, backup: Path) -> None:
    rewritten(backup, lambda members: listed(members, format=2))
    refused(backup, Unreadable, "phiên bản khác", whole)
    rewritten(
        backup, lambda members: listed(members, format=1, migrations=[*versions.applied(), "audit.9999_moi"])
    )
    refused(backup, Refused, "mới hơn", whole)
    rewritten(backup, lambda members: listed(members, migrations=versions.applied()[:-1]))
    refused(backup, Refused, "cũ hơn .* DIENHONG_DATA", whole)


def test_rows_that_do_not_belong_together(whole: Content, backup: Path) -> None:
    """A council without its unit: whole to the byte, and yet no installation."""

    def without_units(members: dict[str, bytes]) -> None:
        name = "organisations.administrativeunit"
        kept = members[f"tables/{name}.jsonl"].splitlines(keepends=True)[0]
        members[f"tables/{name}.jsonl"] = kept
        told = json.loads(members["manifest.json"])["tables"]
        told[name] = {"rows": 0, "sha256": hashlib.sha256(kept).hexdigest()}
        listed(members, tables=told)

    rewritten(backup, without_units)
    refused(backup, Unreadable, "các bảng không khớp nhau", whole)


def test_an_installation_in_use_is_not_replaced_unasked(whole: Content, backup: Path) -> None:
    with pytest.raises(Refused, match=r"đang có dữ liệu.*--replace"):
        brought_back(backup, replace=False)
    assert content() == whole


def test_a_journal_that_was_tampered_with_comes_back_and_is_told(whole: Content, tmp_path: Path) -> None:
    """Nobody's records are held hostage; that the journal does not prove itself is said, with exit code 1."""
    entry = Entry.objects.order_by("pk").first()
    assert entry is not None
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET actor_name = %s WHERE id = %s", ["Người khác", entry.pk])
    path = tmp_path / "a.zip"
    run = CliRunner()
    assert run.invoke(dienhong, ("backup", str(path))).exit_code == 0
    connection.check_constraints()
    told = run.invoke(dienhong, ("restore", str(path), "--replace"))
    assert told.exit_code == 1 and "không còn đúng như lúc ghi" in told.output


def test_the_commands_say_what_they_did(
    whole: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, run = tmp_path / "a.zip", CliRunner()
    told = run.invoke(dienhong, ("backup", str(path)))
    assert told.exit_code == 0 and " tệp." in told.output
    assert "hãy cất riêng biến DIENHONG_SECRETS_KEY" in told.output
    monkeypatch.setattr("sys.argv", ["dienhong", "restore", str(path)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "đang có dữ liệu" in capsys.readouterr().err
