"""Recipients and signature, read from what a clerk types."""

from __future__ import annotations

from dienhong.documents.official import Recipient, Signature
from dienhong.reports.closing import recipients_of, signature_of


def test_recipients_with_notes_members_and_filing() -> None:
    text = """
    - Thường trực Huyện ủy (báo cáo);
    – UBND huyện;
    Văn phòng HĐND và UBND huyện
    + CVP, các PVP;
    + Chuyên viên.

    - Lưu: VT, THHĐ.
    """
    assert recipients_of(text) == (
        (
            Recipient("Thường trực Huyện ủy", "báo cáo"),
            Recipient("UBND huyện"),
            Recipient("Văn phòng HĐND và UBND huyện", members=("CVP, các PVP", "Chuyên viên")),
        ),
        "VT, THHĐ",
    )


def test_without_a_line_on_filing_it_is_filed_at_the_registry() -> None:
    assert recipients_of("") == ((), "VT")


def test_a_member_before_any_recipient_is_a_recipient() -> None:
    assert recipients_of("+ CVP")[0] == (Recipient("CVP"),)


def test_who_signs_and_in_what_capacity() -> None:
    assert signature_of(
        "TM. THƯỜNG TRỰC HĐND\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n Nguyễn  Thị Mẫu \n"
    ) == Signature("PHÓ CHỦ TỊCH", "Nguyễn Thị Mẫu", ("TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH"))


def test_before_signing_there_is_no_name() -> None:
    assert signature_of("CHỦ TỊCH") == Signature("CHỦ TỊCH")
    assert signature_of("") == Signature("")
