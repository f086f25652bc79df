"""The file of a backup: a ZIP of tables and uploaded files, and a list of what is in it with its hashes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from dienhong.kernel.errors import Refused, Unreadable

FORMAT = 1
MANIFEST = "manifest.json"
PIECE = 1024 * 1024
DAMAGED = "Bản sao lưu bị hỏng ({what}); hệ thống chưa bị thay đổi gì. Hãy dùng một bản sao lưu khác."
OTHER_FORMAT = "Bản sao lưu do một phiên bản khác của Diên Hồng lập, phiên bản này không đọc được."
_DAMAGE = (BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, NotImplementedError)
_FILE = re.compile(r"files/([0-9a-f]{64})")


@dataclass
class Manifest:
    """What an archive says of itself. ``files`` counts them, ``files_sha256`` is over their hashes in order."""

    made_at: str
    version: str
    migrations: list[str]
    tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: int = 0
    files_sha256: str = ""
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT


class Writer:
    """Puts members into an archive one after the other, whatever their size."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._files = hashlib.sha256()

    def table(self, manifest: Manifest, name: str, lines: Iterable[bytes]) -> int:
        """A table; how many rows it has."""
        told, rows = hashlib.sha256(), -1
        with self._open(_of_table(name), ZIP_DEFLATED) as member:
            for line in lines:
                member.write(line)
                told.update(line)
                rows += 1
        manifest.tables[name] = {"rows": rows, "sha256": told.hexdigest()}
        return rows

    def file(self, manifest: Manifest, sha256: str, content: IO[bytes]) -> None:
        """An uploaded file under its hash; most are packed already."""
        with self._open(f"files/{sha256}", ZIP_STORED) as member:
            while piece := content.read(PIECE):
                member.write(piece)
        self._files.update(sha256.encode())
        manifest.files += 1
        manifest.files_sha256 = self._files.hexdigest()

    def manifest(self, manifest: Manifest) -> None:
        with self._open(MANIFEST, ZIP_DEFLATED) as member:
            member.write(json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode())

    def _open(self, name: str, how: int) -> IO[bytes]:
        info = ZipInfo(name)
        info.compress_type, info.external_attr = how, 0o600 << 16
        return self._archive.open(info, "w", force_zip64=True)


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """A new archive, readable by its owner only; it gets its name once it is whole and on the disk.

    Raises Refused where there is a file already, or the disk takes no more: then nothing stays.
    """
    if path.exists():
        raise Refused.because(
            "backup.there", f"Đã có tệp {path}; hãy đặt tên khác, không ghi đè bản sao lưu."
        )
    part = path.with_name(f"{path.name}.part")
    try:
        yield from _whole(part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refused.because("backup.disk", f"Không ghi được {path}: {error.strerror or error}.") from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _whole(part: Path) -> Iterator[Writer]:
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w+b") as stream:
        with ZipFile(stream, "w", allowZip64=True) as archive:
            yield Writer(archive)
        stream.flush()
        os.fsync(stream.fileno())


class Archive:
    """A backup that is read; what is found wrong with it is Unreadable with a sentence."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        told = json.loads(archive.read(MANIFEST))
        if told["format"] != FORMAT:
            raise Unreadable(OTHER_FORMAT)
        self.manifest = Manifest(**told)

    def __len__(self) -> int:
        """How many members it has, besides the list of them."""
        return len(self._archive.namelist()) - 1

    def check(self) -> Iterator[str]:
        """Look at one member after the other: whole, as it was written, none missing and none too many."""
        with _damage_told():
            expected = self._expected()
        for name, sha256 in expected.items():
            with _damage_told(), self._archive.open(name) as member:
                if hash_of(member) != sha256:
                    raise Unreadable(DAMAGED.format(what=name))
            yield name

    def _expected(self) -> dict[str, str]:
        """Hash by the name of a member. Raises Unreadable where the members are not those that were written."""
        names = [name for name in self._archive.namelist() if name != MANIFEST]
        files = {name: found[1] for name in names if (found := _FILE.fullmatch(name))}
        tables = {_of_table(name): told["sha256"] for name, told in self.manifest.tables.items()}
        told = hashlib.sha256("".join(files.values()).encode()).hexdigest() if files else ""
        if (len(files), told) != (self.manifest.files, self.manifest.files_sha256):
            raise Unreadable(DAMAGED.format(what="thiếu hoặc thừa tệp tải lên"))
        if sorted(names) != sorted([*tables, *files]):
            raise Unreadable(DAMAGED.format(what="thiếu hoặc thừa bảng số liệu"))
        return {**tables, **files}

    @contextmanager
    def lines(self, table: str) -> Iterator[Iterator[bytes]]:
        """A table line by line."""
        with self._archive.open(_of_table(table)) as member:
            yield iter(member)

    def files(self) -> Iterator[tuple[str, IO[bytes]]]:
        """Every uploaded file with its hash."""
        for name in self._archive.namelist():
            if found := _FILE.fullmatch(name):
                with self._archive.open(name) as member:
                    yield found[1], member


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at a path. Raises Unreadable where it is none."""
    with ExitStack() as stack:
        with _damage_told():
            archive = Archive(stack.enter_context(ZipFile(path)))
        yield archive


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unreadable(f"Không đọc được bản sao lưu: {error.strerror or error}.") from error
    except _DAMAGE as error:
        raise Unreadable(DAMAGED.format(what="không mở được")) from error


def _of_table(name: str) -> str:
    return f"tables/{name}.jsonl"


def hash_of(content: Any) -> str:
    """SHA-256 of a stream, read in pieces."""
    told = hashlib.sha256()
    while piece := content.read(PIECE):
        told.update(piece)
    return told.hexdigest()
