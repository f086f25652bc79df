"""Files that prove a line of history: kept with it or not at all, opened only by who may."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from django.core.files.storage import default_storage

from dienhong.accounts.models import User
from dienhong.files.actions import MEGABYTE
from dienhong.files.models import StoredFile, path_of
from dienhong.followup import actions, rules
from dienhong.followup.actions import Happened, RawFile
from dienhong.followup.models import Evidence, IncomingDocument, Undertaking
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.models import Council, Organisation

from ..factories import NOW, make_body, make_user
from ..files.test_sniffing import PIXEL

DAY = date(2023, 9, 20)
PHOTO: RawFile = ("anh-cau.png", PIXEL)
FRESH: RawFile = ("moi.png", PIXEL + b"never kept by another test")


def report(undertaking: Undertaking, by: User, *files: RawFile) -> None:
    """The lead says that it is done, with files."""
    part = undertaking.assignments.get(leads=True)
    with actions.kept(files, council=undertaking.council, by=by, at=NOW) as stored:
        told = Happened(DAY, "Đã sửa xong.", result="resolved", files=stored)
        actions.answer(part, happened=told, expected_version=undertaking.version, by=by, at=NOW)


def test_an_answer_carries_files(undertaking: Undertaking, agency: User) -> None:
    report(undertaking, agency, PHOTO, ("bien-ban.txt", "Biên bản nghiệm thu".encode()))
    line = undertaking.history.get(step="report_done")
    assert [e.file.name for e in line.evidence.order_by("pk")] == ["anh-cau.png", "bien-ban.txt"]
    assert all(e.file.council == undertaking.council for e in line.evidence.all())
    assert str(line.evidence.first()) == "anh-cau.png"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("anh.exe", b"MZ\x90"), "anh.exe: Tệp là chương trình chạy được"),
        (("mat.txt", "TỈNH MẪU\nMẬT\nSố 1".encode()), "mat.txt: Văn bản có dấu độ mật"),
        (("to.txt", b"a" * (21 * MEGABYTE)), "to.txt: Tệp lớn hơn 20 MB"),
        (("rong.txt", b""), "rong.txt: Tệp rỗng"),
    ],
)
def test_a_file_that_is_refused_leaves_nothing(
    file: RawFile, said: str, undertaking: Undertaking, agency: User
) -> None:
    with pytest.raises(Refused, match=said) as refusal:
        report(undertaking, agency, FRESH, file)
    assert refusal.value.violations[0].field == "file"
    _nothing_is_kept(undertaking)


def _nothing_is_kept(undertaking: Undertaking) -> None:
    assert undertaking.history.count() == 1
    assert not StoredFile.objects.exists() and not Evidence.objects.exists()
    assert not default_storage.exists(path_of(hashlib.sha256(FRESH[1]).hexdigest()))


def test_an_answer_that_is_refused_leaves_no_file(
    undertaking: Undertaking, agency: User, market: User
) -> None:
    with pytest.raises(NotAllowed):
        report(undertaking, market, FRESH)
    undertaking.version = 9
    with pytest.raises(Exception, match="người khác sửa"):
        report(undertaking, agency, FRESH)
    _nothing_is_kept(undertaking)


def test_so_many_files_and_no_more(undertaking: Undertaking, agency: User) -> None:
    assert rules.few_files(rules.MOST_FILES) is None
    with pytest.raises(Refused, match="10 tệp"):
        report(undertaking, agency, *[PHOTO] * 11)


def test_files_of_a_line_open_for_who_sees_the_undertaking(
    undertaking: Undertaking, commune: Council, clerk: User, agency: User, market: User, sister_clerk: User
) -> None:
    report(undertaking, agency, PHOTO)
    police = make_user("cong.an", "agency", commune, organisation=make_body(commune, "police", "Công an"))
    seen = {user for user in (clerk, agency, market, police, sister_clerk) if _reads(user, undertaking)}
    assert seen == {clerk, agency, market}
    assert _reads(User.objects.operator(), undertaking)


def _reads(user: User, undertaking: Undertaking) -> bool:
    return bool(Evidence.objects.visible_to(user).of(undertaking).exists())


def test_the_scan_of_a_paper_about_many_opens_for_the_council_and_for_who_issued_it(
    undertaking: Undertaking,
    commune: Council,
    executive: Organisation,
    clerk: User,
    agency: User,
    market: User,
) -> None:
    given = {"number": "88/UBND", "issued_on": DAY, "issuer": executive, "by": clerk, "at": NOW}
    with actions.kept([("quet.png", PIXEL)], council=commune, by=clerk, at=NOW) as files:
        paper = actions.record_document(council=commune, files=files, **given)
        part = undertaking.assignments.get(leads=True)
        told = Happened(DAY, "Đã sửa.", document=paper, result="explained")
        actions.answer_many([(part, told, undertaking.version)], by=clerk, at=NOW)
    assert actions.record_document(council=commune, **given) == paper == IncomingDocument.objects.get()
    assert paper.evidence.get().file.name == "quet.png"
    assert {user for user in (clerk, agency, market) if _reads(user, undertaking)} == {clerk, agency}
