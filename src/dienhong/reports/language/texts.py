"""Reading a text with expressions in it, and writing it with what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from dienhong.kernel.errors import Refused
from dienhong.reports.language.grammar import Call, Vocabulary, calls, faults
from dienhong.reports.language.written import said

UNREADABLE = "Dòng {line}: không đọc được “{words}”. Số liệu viết như {example}."
UNCOMPARABLE = "Không tính được một điều kiện trong đoạn này: chỉ so sánh được số với số, dùng hàm gia_tri."
MOST_SHOWN = 60
MOST_KEPT = 512


class Language:
    """Expressions between a pair of marks; two languages with other marks do not see each other's."""

    def __init__(
        self, value: tuple[str, str], block: tuple[str, str], comment: tuple[str, str], *, tidy: bool = False
    ) -> None:
        self.example = f'{value[0]} so("sessions.held") {value[1]}'
        self._environment = SandboxedEnvironment(
            variable_start_string=value[0],
            variable_end_string=value[1],
            block_start_string=block[0],
            block_end_string=block[1],
            comment_start_string=comment[0],
            comment_end_string=comment[1],
            undefined=StrictUndefined,
            finalize=said,
            trim_blocks=tidy,
            lstrip_blocks=tidy,
            keep_trailing_newline=True,
        )
        self._environment.globals.clear()
        self._environment.filters.clear()
        self._environment.tests.clear()
        self._compiled = lru_cache(maxsize=MOST_KEPT)(self._compile)

    def read(self, source: str, vocabulary: Vocabulary) -> LiveText:
        """The text, ready to be written. Raises Refused with a sentence for every fault."""
        compiled = self._compiled(source)
        Refused.if_any(faults(compiled.tree, vocabulary))
        return LiveText(tuple(calls(compiled.tree)), vocabulary, compiled.template)

    def _compile(self, source: str) -> Compiled:
        """Read once however often it is shown: most sections stay as they are from one look to the next."""
        return Compiled(self._parsed(source), self._environment)

    def _parsed(self, source: str) -> nodes.Template:
        try:
            return self._environment.parse(source)
        except TemplateSyntaxError as error:
            raise self._unreadable(source, error.lineno) from error
        except RecursionError as error:
            raise self._unreadable(source, 1) from error

    def _unreadable(self, source: str, line: int) -> Refused:
        """The refusal of a text, with the line that could not be read."""
        lines = source.splitlines() or [""]
        words = lines[min(line, len(lines)) - 1].strip()
        shown = words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
        sentence = UNREADABLE.format(line=line, words=shown, example=self.example)
        return Refused.because("text.syntax", sentence, "text")


@dataclass(frozen=True)
class Compiled:
    """A text as its grammar is checked, and once nothing is wrong with that, as it is written."""

    tree: nodes.Template
    environment: SandboxedEnvironment

    @cached_property
    def template(self) -> Template:
        return self.environment.from_string(self.tree)


@dataclass(frozen=True)
class LiveText:
    """A text that was read: what it calls, and how it is written."""

    calls: tuple[Call, ...]
    vocabulary: Vocabulary
    template: Template

    def write(self) -> str:
        """The text with every expression worked out. Raises Refused with the sentence of the helper that refused."""
        try:
            return self.template.render(self.vocabulary.names)
        except TypeError as error:
            raise Refused.because("text.condition", UNCOMPARABLE, "text") from error


LIVE = Language(("{{", "}}"), ("{%", "%}"), ("{#", "#}"))
"""Figures, worked out every time a text is shown."""

DRAFTING = Language(("[[", "]]"), ("[%", "%]"), ("[#", "#]"), tidy=True)
"""What is settled when a report is begun and then belongs to the clerk: names, and sentences that follow from data."""
