"""What an expression may be made of: figures by name, words by name, conditions. Everything else is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any, Final

from jinja2 import nodes

from dienhong.kernel.errors import RuleViolation

Helper = Callable[..., Any]

_ALLOWED: Final = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.Name,
    nodes.Call,
    nodes.Keyword,
    nodes.If,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
)
"""No loop, no attribute, no arithmetic, no filter: a text cannot reach beyond its helpers, nor keep a machine busy."""

_WORDS: Final[Mapping[type[nodes.Node], str]] = {
    nodes.For: "vòng lặp",
    nodes.Getattr: "dấu chấm",
    nodes.Getitem: "ngoặc vuông",
    nodes.Filter: "dấu |",
    nodes.Macro: "macro",
    nodes.Assign: "lệnh set",
    nodes.Include: "lệnh include",
    nodes.Import: "lệnh import",
    nodes.Extends: "lệnh extends",
}


@dataclass(frozen=True, slots=True)
class Call:
    """A helper with the words it is called with; those that are not written out are left out."""

    name: str
    args: tuple[Any, ...]
    options: Mapping[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The helpers and the words that a text may use."""

    helpers: Mapping[str, Helper]
    words: Mapping[str, Any]

    @property
    def names(self) -> dict[str, Any]:
        return {**self.words, **self.helpers}


def faults(tree: nodes.Template, vocabulary: Vocabulary) -> Iterator[RuleViolation]:
    """A sentence for everything that a text asks for and the language does not have."""
    for node in _all(tree):
        if not isinstance(node, _ALLOWED):
            yield _fault(
                node,
                "construct",
                f"không dùng được {_word(node)} ở đây, chỉ dùng được số liệu và điều kiện",
            )
        elif isinstance(node, nodes.Call):
            yield from _faults_of_call(node, vocabulary)
        elif isinstance(node, nodes.Name) and node.name not in vocabulary.names:
            yield _fault(node, "word", f"không có từ “{node.name}”")


def calls(tree: nodes.Template) -> Iterator[Call]:
    """Every call of a helper whose words are written out, in the order of the text."""
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            args = tuple(arg.value for arg in call.args if isinstance(arg, nodes.Const))
            options = {k.key: k.value.value for k in call.kwargs if isinstance(k.value, nodes.Const)}
            yield Call(call.node.name, args, options, call.lineno)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    """A node and what is in it; the name of a helper is looked at with its call."""
    yield node
    inside = _arguments(node) if isinstance(node, nodes.Call) else node.iter_child_nodes()
    for child in inside:
        yield from _all(child)


def _arguments(call: nodes.Call) -> Iterator[nodes.Node]:
    return (child for child in call.iter_child_nodes() if child is not call.node)


def _faults_of_call(call: nodes.Call, vocabulary: Vocabulary) -> Iterator[RuleViolation]:
    name = call.node.name if isinstance(call.node, nodes.Name) else ""
    helper = vocabulary.helpers.get(name)
    if helper is None:
        called = f"“{name}”" if name else "này"
        yield _fault(call, "helper", f"không có hàm {called}")
        return
    if call.dyn_args or call.dyn_kwargs:
        yield _fault(call, "arguments", f"không dùng được dấu * trong hàm “{name}”")
        return
    try:
        signature(helper).bind(*call.args, **{keyword.key: keyword.value for keyword in call.kwargs})
    except TypeError:
        yield _fault(call, "arguments", f"hàm “{name}” viết thiếu hoặc thừa nội dung trong ngoặc")


def _word(node: nodes.Node) -> str:
    return _WORDS.get(type(node), "phép tính")


def _fault(node: nodes.Node, code: str, sentence: str) -> RuleViolation:
    return RuleViolation(f"text.{code}", f"Dòng {node.lineno}: {sentence}.", "text")
