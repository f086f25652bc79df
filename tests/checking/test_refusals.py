"""Files that are refused: each with one sentence."""

from pathlib import Path

import pytest

from dienhong.checking import Limits, Unreadable, read_bytes, read_file
from dienhong.checking.readers import scan
from tests.checking.files import bomb, locked_pdf, lying_bomb, paragraph, pdf, word, zipped

ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REFUSED = {
    "empty": (b"", "rỗng"),
    "blank": (b" \n\t ", "rỗng"),
    "program": (b"MZ\x90\x00" + b"\x00" * 60, "chương trình"),
    "elf": (b"\x7fELF\x02\x01\x01" + b"\x00" * 60, "chương trình"),
    "script": (b"#!/bin/sh\nrm -rf x\n", "chương trình"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 60, "không phải là văn bản"),
    "noise": (bytes(range(256)) * 8, "không phải là văn bản"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, ".doc"),
    "rich text": (b"{\\rtf1 abc}", "RTF"),
    "workbook": (zipped(xl__workbook_xml="<a/>"), "bảng tính"),
    "other zip": (zipped(a_txt="xin chào"), "Tệp nén"),
    "torn zip": (word(paragraph("Có 5 báo cáo."))[:200], "hỏng"),
    "torn xml": (zipped(word__document_xml="<w:document"), "hỏng"),
    "no body": (zipped(word__document_xml="<a/>"), "hỏng"),
    "entities": (word("", prolog=ENTITY), "không an toàn"),
    "outside": (word("", prolog=OUTSIDE), "không an toàn"),
    "no words": (b"1 2 3 4 5", "không có chữ"),
    "empty word": (word(""), "không có chữ"),
    "torn pdf": (b"%PDF-1.4\nabc", "hỏng"),
    "locked pdf": (locked_pdf(), "mật khẩu"),
}


@pytest.mark.parametrize(("data", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused_with_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_bytes(data)
    assert said in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")
    assert "\n" not in refusal.value.sentence


def test_a_zip_bomb_is_refused_by_what_it_declares() -> None:
    with pytest.raises(Unreadable, match="bất thường"):
        read_bytes(bomb())


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    with pytest.raises(Unreadable):
        read_bytes(lying_bomb(20_000_000), Limits(unpacked=5_000_000))


def test_too_many_pages() -> None:
    two = pdf([[(72, 700, 13, "mot hai ba bon")]] * 2)
    assert read_bytes(two, Limits(pages=2)).pages == 2
    with pytest.raises(Unreadable, match="vượt giới hạn 1 trang"):
        read_bytes(two, Limits(pages=1))
    breaks = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Có chữ</w:t></w:r></w:p>" * 4
    with pytest.raises(Unreadable, match="vượt giới hạn 4 trang"):
        read_bytes(word(breaks), Limits(pages=4))


def test_too_heavy_too_long_absent(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="MB"):
        read_bytes(b"a" * 11, Limits(uploaded=10))
    with pytest.raises(Unreadable, match="dài quá"):
        read_bytes(b"ab " * 11, Limits(characters=10))
    with pytest.raises(Unreadable, match="đường dẫn"):
        read_file(tmp_path / "x.docx")
    with pytest.raises(Unreadable):
        read_file(tmp_path)


def test_a_scan_needs_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "recogniser", lambda: None)
    with pytest.raises(Unreadable, match="tesseract"):
        read_bytes(pdf([[]]))


def test_a_scan_is_read_by_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\nhead -c 3 > /dev/null\ncat > /dev/null\nprintf "Có 14 nội dung (huyện: 07; xã: 08)."\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(scan, "recogniser", lambda: str(program))
    assert "14 nội dung" in read_bytes(pdf([[]])).text


def test_tesseract_without_vietnamese_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho eng\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    scan.recogniser.cache_clear()
    assert scan.recogniser() is None
    program.write_text("#!/bin/sh\necho eng\necho vie\n")
    scan.recogniser.cache_clear()
    assert scan.recogniser() == str(program)
    scan.recogniser.cache_clear()
