"""Writing a backup of the installation, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from django.apps import apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import Break, verify
from dienhong.audit.models import Entry
from dienhong.backup import rows, versions
from dienhong.backup.archive import DAMAGED, Archive, Manifest, Writer, hash_of, opened, written
from dienhong.backup.snapshot import snapshot
from dienhong.files.models import StoredFile, path_of
from dienhong.kernel.errors import Refused, Unreadable
from dienhong.organisations.models import Council

IN_USE = (
    "Hệ thống này đang có dữ liệu; khôi phục sẽ xóa hết rồi thay bằng bản sao lưu. "
    "Nếu đúng ý định, hãy chạy lại với --replace."
)

Tell = Callable[[int, int], None]
"""Told after each step: how many are done, of how many."""


@dataclass(frozen=True)
class Restored:
    """What came back; ``breaks`` are the places where the journal that was saved does not prove itself."""

    manifest: Manifest
    rows: int
    breaks: tuple[Break, ...]


def back_up(path: Path, *, at: datetime, tell: Tell) -> Manifest:
    """The whole installation as of one moment in a new file; it is there whole or not at all. Raises Refused."""
    with written(path) as writer, snapshot():
        manifest = Manifest(at.isoformat(), version("dienhong"), versions.applied())
        hashes, tables = _hashes(), rows.tables(apps)
        steps = len(tables) + len(hashes)
        for done, table in enumerate(tables, start=1):
            writer.table(manifest, rows.name_of(table), rows.lines_of(table))
            tell(done, steps)
        for done, sha256 in enumerate(hashes, start=len(tables) + 1):
            _take(writer, manifest, sha256)
            tell(done, steps)
        writer.manifest(manifest)
    return manifest


def _hashes() -> list[str]:
    """Every uploaded file that is kept, once."""
    kept = StoredFile.objects.filter(discarded_at=None).order_by("sha256")
    return list(kept.values_list("sha256", flat=True).distinct())


def _take(writer: Writer, manifest: Manifest, sha256: str) -> None:
    """A file as it was uploaded; one that is lost or spoilt keeps no other out of the backup, and is named."""
    path = path_of(sha256)
    if not _whole(path, sha256):
        manifest.missing.append(sha256)
        return
    with default_storage.open(path) as content:
        writer.file(manifest, sha256, content)


def _whole(path: str, sha256: str) -> bool:
    if not default_storage.exists(path):
        return False
    with default_storage.open(path) as content:
        return hash_of(content) == sha256


def restore(path: Path, *, replace: bool, tell: Tell) -> Restored:
    """Put the content of a backup in the place of what is here, all or nothing, and prove its journal.

    Raises Unreadable for a damaged archive, Refused where there is something here and nobody said that it may go,
    or where the tables of the archive are of another form; then nothing is changed.
    """
    with opened(path) as archive:
        steps = 2 * len(archive)
        for done, _ in enumerate(archive.check(), start=1):
            tell(done, steps)
        if not replace and in_use():
            raise Refused.because("backup.in_use", IN_USE)
        registry = versions.take_form(archive.manifest.migrations)
        before = _kept(registry)
        for done, (sha256, content) in enumerate(archive.files(), start=len(archive) + 1):
            _put(sha256, content)
            tell(done, steps)
        count = _fill(archive, registry)
        tell(steps, steps)
        for sha256 in before - _kept(registry):
            default_storage.delete(path_of(sha256))
        versions.take_newest_form()
        return Restored(archive.manifest, count, tuple(verify()))


def in_use() -> bool:
    """Whether there is anything here: councils, acts, or people beside the system itself."""
    if Council._meta.db_table not in connection.introspection.table_names():
        return False
    return Council.objects.exists() or Entry.objects.exists() or User._base_manager.count() > 1


def _kept(registry: Any) -> set[str]:
    """The uploaded files that the rows speak of."""
    files = registry.get_model("files", "StoredFile")._base_manager.filter(discarded_at=None)
    return set(files.values_list("sha256", flat=True))


def _put(sha256: str, content: IO[bytes]) -> None:
    """The file under its hash. It hurts nobody where the rows that speak of it then do not come."""
    path = path_of(sha256)
    if _whole(path, sha256):
        return
    default_storage.delete(path)
    default_storage.save(path, File(content))


def _fill(archive: Archive, registry: Any) -> int:
    """Every row in the place of what is here, in one transaction; how many."""
    tables = {rows.name_of(model): model for model in rows.tables(registry)}
    if set(tables) != set(archive.manifest.tables):
        raise Unreadable(DAMAGED.format(what="thiếu hoặc thừa bảng số liệu"))
    try:
        with transaction.atomic():
            rows.empty(registry)
            count = sum(_fill_table(archive, name, model) for name, model in tables.items())
            connection.check_constraints()
            rows.count_on_from_here(registry)
    except IntegrityError as error:
        raise Unreadable(DAMAGED.format(what="các bảng không khớp nhau")) from error
    return count


def _fill_table(archive: Archive, name: str, model: rows.Model) -> int:
    count = 0
    with archive.lines(name) as lines:
        for some in rows.read(model, lines):
            count += len(model._base_manager.bulk_create(some))
    return count
