"""The language of figures: what is written, what is refused and how, and that data stays data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dienhong.documents.blocks import Paragraph, plain, printable
from dienhong.documents.markdown import from_markdown
from dienhong.kernel.errors import Refused
from dienhong.reports.language import DRAFTING, LIVE, Vocabulary, Written, escape, unescape

HOSTILE = (
    "{{7*7}} <b>*x*</b> #set page [[x]] {% if %} {# a #} [% b %] [y](javascript:z) $x$ \\input `a` _b_ [^1]"
)


def so(code: str, level: str = "", **part: str) -> Written:
    return Written(f"[05](<?so={code}>)")


def vocabulary(**words: Any) -> Vocabulary:
    return Vocabulary({"so": so, "gia_tri": lambda code: 5}, words)


def written(source: str, **words: Any) -> str:
    return LIVE.read(source, vocabulary(**words)).write()


def test_numbers_days_and_words_are_written_as_officials_do() -> None:
    text = written(
        "{{ n }} ngày {{ d }}, {{ w }}, {{ b }}, {{ none }}.",
        n=5,
        d=date(2023, 5, 9),
        w="xã A",
        b=True,
        none=None,
    )
    assert unescape(text) == "05 ngày 09/5/2023, xã A, có, ."


def test_what_the_house_wrote_passes_and_what_is_made_of_it_is_data() -> None:
    assert written('{{ so("a.b") }}') == "[05](<?so=a.b>)"
    assert written("{{ w }}", w=so("a.b") + "x") == r"\[05\](\<?so=a.b\>)x"


def test_conditions() -> None:
    source = '{% if gia_tri("a") > 3 and not w %}có{% elif w %}w{% else %}không{% endif %}'
    assert written(source, w="") == "có"
    assert written(source, w="x") == "w"


REFUSED = [
    ("{{ foo() }}", "Dòng 1: không có hàm “foo”."),
    ("a\n{{ x }}", "Dòng 2: không có từ “x”."),
    ("{{ so() }}", "Dòng 1: hàm “so” viết thiếu hoặc thừa nội dung trong ngoặc."),
    ("{{ so( }}", "không đọc được “{{ so( }}”"),
    ("{{ so('a') ", "không đọc được"),
    ("{{ nam.a }}", "không dùng được dấu chấm"),
    ("{{ ''.__class__.__mro__ }}", "không dùng được dấu chấm"),
    ("{{ nam[0] }}", "không dùng được ngoặc vuông"),
    ("{% for x in nam %}{% endfor %}", "không dùng được vòng lặp"),
    ("{{ nam|upper }}", "không dùng được dấu |"),
    ("{% include 'x' %}", "không dùng được lệnh include"),
    ("{% import 'x' as y %}", "không dùng được lệnh import"),
    ("{% extends 'x' %}", "không dùng được lệnh extends"),
    ("{% set a = 1 %}", "không dùng được lệnh set"),
    ("{% macro m() %}{% endmacro %}", "không dùng được macro"),
    ("{{ 'a' * 1000000000 }}", "không dùng được phép tính"),
    ("{{ so('a', *nam) }}", "không dùng được dấu *"),
    ("{{ so('a', **nam) }}", "không dùng được dấu *"),
    ("{{ range(10) }}", "không có hàm “range”"),
    ("{{ nam() }}", "không có hàm “nam”"),
    ("{{ so('a')() }}", "không có hàm này"),
    ("{{ " + "(" * 5000, "không đọc được"),
]


@pytest.mark.parametrize(("source", "sentence"), REFUSED, ids=[source[:30] for source, _ in REFUSED])
def test_what_the_language_does_not_have_is_refused_by_name(source: str, sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        LIVE.read(source, vocabulary(nam="2023"))
    assert sentence in str(refusal.value)


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        LIVE.read("{{ a }} {{ b() }}", vocabulary())
    assert len(refusal.value.violations) == 2


def test_comparing_words_with_numbers_is_refused() -> None:
    with pytest.raises(Refused, match="chỉ so sánh được số với số"):
        written('{% if so("a") > 3 %}x{% endif %}')


def test_the_two_languages_do_not_see_each_other() -> None:
    source = '[[ w ]] {{ so("a") }} [% if w %]x[% endif %]'
    assert DRAFTING.read(source, vocabulary(w="xã")).write() == 'xã {{ so("a") }} x'
    assert written("[[ w ]] [% b %] {{ w }}", w="xã") == "[[ w ]] [% b %] xã"


def test_a_block_at_the_end_of_a_line_does_not_swallow_the_line_in_a_text() -> None:
    assert written("{% if w %}a{% endif %}\nb", w="x") == "a\nb"


def shown(markdown: str) -> str:
    (paragraph,) = from_markdown(markdown)
    assert isinstance(paragraph, Paragraph)
    return plain(paragraph.line)


@given(st.text(min_size=1, max_size=60))
@example(HOSTILE)
@example("{{")
@example("{%")
@example("{" * 3)
def test_data_prints_as_typed_through_both_languages(text: str) -> None:
    """Settled when the report is begun, read again as a text with figures, then as Markdown."""
    drafted = DRAFTING.read("Ý kiến: [[ w ]] (hết)", vocabulary(w=text)).write()
    live = LIVE.read(drafted, vocabulary())
    assert live.calls == ()
    expected = " ".join(f"Ý kiến: {printable(text)} (hết)".split())
    assert " ".join(shown(live.write()).split()) == expected


@given(st.lists(st.text(max_size=20), min_size=2, max_size=4))
def test_pieces_of_data_side_by_side_make_no_expression(pieces: list[str]) -> None:
    text = "x" + "".join(escape(piece) for piece in pieces)
    assert LIVE.read(text, vocabulary()).calls == ()
