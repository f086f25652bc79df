"""Bytes lie under their hash, once; what fails leaves neither row nor bytes; a name is only a name."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoCaptureOnCommitCallbacks

from dienhong.accounts.models import User
from dienhong.audit.journal import verify
from dienhong.audit.models import Entry
from dienhong.files.actions import Upload, discard, inspect, stored
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.web.files import file_response

from ..factories import NOW
from ..incoming.documents import plain


def keep(council: Council, by: User, name: str = "bao-cao.txt", data: bytes = plain("một")) -> StoredFile:
    with stored(Upload(name, data), council=council, by=by, at=NOW) as file:
        return file


def test_a_file_is_kept_with_who_and_when(commune: Council, clerk: User) -> None:
    file = keep(commune, clerk)
    assert (file.read(), file.kind, file.uploaded_by, file.uploaded_at) == (plain("một"), "txt", clerk, NOW)
    assert default_storage.exists(f"{file.sha256[:2]}/{file.sha256}")
    entry = Entry.objects.of_record(file).get()
    assert (entry.verb, entry.changes["sha256"]) == ("Tải lên tệp", [None, file.sha256])
    assert not list(verify())


def test_the_same_bytes_lie_once(commune: Council, clerk: User, sister: Council, sister_clerk: User) -> None:
    one, other = keep(commune, clerk, data=plain("hai")), keep(sister, sister_clerk, "khac.txt", plain("hai"))
    assert (one.path, one.council, other.council) == (other.path, commune, sister)
    assert StoredFile.objects.count() == 2


def test_what_fails_leaves_nothing(commune: Council, clerk: User) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        stored(Upload("a.txt", plain("ba")), council=commune, by=clerk, at=NOW) as file,
    ):
        _ = 1 / 0
    assert not StoredFile.objects.exists() and not default_storage.exists(file.path)


def test_what_fails_later_does_not_take_the_bytes_of_another(commune: Council, clerk: User) -> None:
    kept = keep(commune, clerk, data=plain("bốn"))
    with (
        pytest.raises(ZeroDivisionError),
        stored(Upload("b.txt", plain("bốn")), council=commune, by=clerk, at=NOW),
    ):
        _ = 1 / 0
    assert StoredFile.objects.get() == kept and kept.read() == plain("bốn")


def test_size_and_secrecy_are_limits(settings: Any) -> None:
    with pytest.raises(Refused, match="bí mật nhà nước"):
        inspect(Upload("a.txt", plain("x"), "XÃ MẪU\nMẬT\n"))
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(Refused, match="lớn hơn 1 MB"):
        inspect(Upload("a.txt", b"x" * (1024 * 1024 + 1)))


@pytest.mark.parametrize(
    ("name", "saved_as"),
    [
        ("báo cáo.txt", "báo cáo.txt"),
        ("GHI-CHU.MD", "GHI-CHU.MD"),
        ("chay.bat", "chay.bat.txt"),
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\Users\\an\\bao cao.txt", "bao cao.txt"),
        ("", "tep.txt"),
        ("dài" * 200 + ".txt", None),
    ],
)
def test_a_name_says_nothing_about_a_place(
    name: str, saved_as: str | None, commune: Council, clerk: User
) -> None:
    file = keep(commune, clerk, name)
    assert len(file.name) <= 255
    assert saved_as is None or file.download_name == saved_as


def test_a_file_is_saved_and_never_opened_here(commune: Council, clerk: User) -> None:
    answer = file_response(keep(commune, clerk, "báo cáo.txt"))
    assert answer.content == plain("một")
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''b%C3%A1o")
    assert answer["X-Content-Type-Options"] == "nosniff"
    page = file_response(keep(commune, clerk, "trang.html", b"<html><p>hai ba<script>alert(1)</script>"))
    assert page["Content-Type"] == "application/octet-stream"


def test_what_should_not_have_been_kept_is_taken_away(
    commune: Council, clerk: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    first, second = keep(commune, clerk, data=plain("năm")), keep(commune, clerk, data=plain("năm"))
    with django_capture_on_commit_callbacks(execute=True):
        discard(first, reason="có dấu mật", by=clerk, at=NOW)
    assert default_storage.exists(second.path)
    with django_capture_on_commit_callbacks(execute=True):
        discard(second, reason="có dấu mật", by=clerk, at=NOW)
        discard(StoredFile.objects.get(pk=second.pk), reason="lần nữa", by=clerk, at=NOW)
    assert not default_storage.exists(second.path)
    assert Entry.objects.filter(verb="Xóa nội dung tệp").count() == 2
