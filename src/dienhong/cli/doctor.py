"""``dienhong doctor``: whether the installation is sound, and what looks odd in its data."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import click

from dienhong.cli.main import start_django

LEAST_FREE = 1024**3


class Finding(NamedTuple):
    """One sentence about the installation, and whether it is as it should be."""

    sound: bool
    sentence: str


@click.command()
@click.option("--verbose", is_flag=True, help="Cả những mục kiểm tra dữ liệu không thấy gì bất thường.")
def doctor(verbose: bool) -> None:
    """Kiểm tra hệ thống và chất lượng dữ liệu; 1 nếu có gì hỏng."""
    start_django()
    found = list(_examine())
    for finding in found:
        click.echo(f"{'Tốt ' if finding.sound else 'HỎNG'}  {finding.sentence}")
    if all(finding.sound for finding in found):
        for line in _data_quality(verbose):
            click.echo(line)
    else:
        sys.exit(1)


def _examine() -> Iterator[Finding]:
    """What everything else stands on, first; where the database does not answer, the rest cannot be asked."""
    database = list(_database())
    yield from database
    if all(finding.sound for finding in database):
        for examine in EXAMINATIONS:
            yield from examine()


def _database() -> Iterable[Finding]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        connection.ensure_connection()
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding(False, f"Cơ sở dữ liệu không trả lời: {' '.join(str(error).split())}")
        return
    yield Finding(True, f"Cơ sở dữ liệu trả lời ({connection.vendor}).")
    names = ", ".join(f"{migration.app_label}.{migration.name}" for migration, _ in waiting)
    told = f"Cơ sở dữ liệu chưa được nâng cấp: {names}." if names else "Cơ sở dữ liệu đúng phiên bản."
    yield Finding(not names, told)


def _journal() -> Iterable[Finding]:
    from dienhong.audit.journal import verify
    from dienhong.audit.models import Entry
    from dienhong.vietnamese.numerals import format_count

    breaks = list(verify())
    for place in breaks:
        yield Finding(False, f"Nhật ký của Hội đồng {place.council_id}: {place.sentence}")
    if not breaks:
        yield Finding(True, f"Nhật ký nguyên vẹn: {format_count(Entry.objects.count())} mục.")


def _files() -> Iterable[Finding]:
    """Every stored file is there, and is what was uploaded."""
    from dienhong.files.models import StoredFile
    from dienhong.vietnamese.numerals import format_count

    stored = StoredFile.objects.filter(discarded_at=None).order_by("sha256")
    hashes = dict.fromkeys(stored.values_list("sha256", flat=True).iterator())
    broken = [told for sha256 in hashes if (told := _fault_of(sha256))]
    yield from (Finding(False, told) for told in broken)
    if not broken:
        yield Finding(True, f"Tệp tải lên còn đủ và nguyên vẹn: {format_count(len(hashes))} tệp.")


def _fault_of(sha256: str) -> str:
    """What is wrong with the bytes under a hash; empty where nothing is."""
    import hashlib

    from django.core.files.storage import default_storage

    from dienhong.files.models import path_of

    path = path_of(sha256)
    if not default_storage.exists(path):
        return f"Thiếu tệp {path}."
    with default_storage.open(path) as stored:
        same = hashlib.file_digest(stored, "sha256").hexdigest() == sha256
    return "" if same else f"Nội dung tệp {path} không còn như lúc tải lên."


def _disk() -> Iterable[Finding]:
    from django.conf import settings

    free = shutil.disk_usage(settings.DATA_DIRECTORY).free
    told = f"Đĩa còn trống {free / 1024**3:.1f} GB".replace(".", ",")
    yield Finding(free >= LEAST_FREE, f"{told}." if free >= LEAST_FREE else f"{told}: cần ít nhất 1 GB.")


EXAMINATIONS: tuple[Callable[[], Iterable[Finding]], ...] = (_journal, _files, _disk)


def _data_quality(verbose: bool) -> Iterator[str]:
    """How many records look odd, of all councils; what they are stands on the page of data quality."""
    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.organisations.models import Council
    from dienhong.registers.quality import Inspection, all_checks, inspect
    from dienhong.vietnamese.numerals import format_count

    councils = list(Council.objects.values_list("pk", flat=True))
    checks = list(all_checks())
    found = inspect(checks, Inspection(councils, User.objects.operator(), timezone.localdate()), most=0)
    odd = [oddity for oddity in found if oddity.count]
    yield f"Chất lượng dữ liệu: {format_count(len(odd))}/{format_count(len(checks))} mục có bản ghi cần xem lại."
    for oddity in found if verbose else odd:
        yield f"  {format_count(oddity.count):>6}  {oddity.check.label}"
