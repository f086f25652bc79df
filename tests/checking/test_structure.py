"""Lines put together, markers, footnotes found again."""

import pytest

from dienhong.checking.structure import marker_of, structure

WRAPPED = """ Thường trực HĐND huyện khóa XXI, nhiệm kỳ 2021-

2026 đã tổ chức phiên họp tháng 7 để đánh giá rút kinh nghiệm kỳ

họp và giải quyết các vấn đề phát sinh trong thời gian giữa hai

kỳ họp theo đúng quy định của pháp luật hiện hành về hội đồng.

3

- Nội dung thứ nhất về công tác chuẩn bị kỳ họp đã được các cơ

quan thực hiện kịp thời, đúng quy định.

- Nội dung thứ hai về giám sát.

Hết."""


def test_double_spaced_lines_are_put_together() -> None:
    passages = structure(WRAPPED).passages
    assert [" ".join(passage.text.split()) for passage in passages][1:] == [
        "- Nội dung thứ nhất về công tác chuẩn bị kỳ họp đã được các cơ quan thực hiện kịp thời, đúng quy"
        " định.",
        "- Nội dung thứ hai về giám sát.",
        "Hết.",
    ]
    assert passages[0].text.endswith("hiện hành về hội đồng.")


@pytest.mark.parametrize(
    ("line", "style", "value"),
    [("II. KẾT QUẢ", "roman", "II"), ("1. Kỳ họp", "number", "1"), ("2.1. Giám sát", "dotted", "2.1"),
     ("a) Chuẩn bị", "letter", "a"), ("(3) Xã", "enclosed", "3"), ("- Tổ chức", "dash", ""), ("+ Tổ", "plus", ""),
     ("12 nghị quyết", "", ""), ("2021-2026 là", "", ""), ("Có 5 xã", "", ""), ("1.650 cử tri", "", "")],
)  # fmt: skip
def test_markers(line: str, style: str, value: str) -> None:
    assert marker_of(line)[:2] == (style, value)


@pytest.mark.parametrize(
    "text",
    ["Có 5 báo cáo[footnoteRef:1], tốt. [1:  Huyện: 2 [sic]; xã: 3.] ",
     "Có 5 báo cáo[^1], tốt.\n\n[^1]: Huyện: 2 [sic]; xã: 3.",
     "Có 5 báo cáo([^1]), tốt.\n\n[^1]: Huyện: 2 [sic]; xã: 3.",
     "Có 5 báo cáo¹, tốt.\n¹ Huyện: 2 [sic]; xã: 3.",
     "Có 5 báo cáo(1), tốt.\n(1) Huyện: 2 [sic]; xã: 3."],
)  # fmt: skip
def test_footnotes_hang_on_their_marks(text: str) -> None:
    first = structure(text).passages[0]
    ((place, note),) = first.notes
    assert first.text[:place] == "Có 5 báo cáo"
    assert note.text.strip() == "Huyện: 2 [sic]; xã: 3."
    assert text[note.start : note.end] == note.text
    assert "Huyện" not in first.text


def test_a_note_without_a_mark_is_kept() -> None:
    shape = structure("Có 5 báo cáo.\n[^1]: Huyện: 2.")
    assert [note.text for note in shape.loose_notes] == ["Huyện: 2."]


def test_marks_of_emphasis_and_bookmarks_move_nothing() -> None:
    text = "**1. VỀ TỔ CHỨC**\n[bookmark: x]- *Hai*"
    passages = structure(text).passages
    assert [(one.style, one.value) for one in passages] == [("number", "1"), ("dash", "")]
    assert all(len(one.text) == one.end - one.start for one in passages)
