"""Sentences, parentheses and footnotes of a passage as nested views, each with its own figures."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dienhong.checking.figures import ENUMERATOR, Figure, find_figures
from dienhong.checking.structure import Passage

SENTENCE_END = re.compile(
    r"(?<!\bTP)(?<!\bTp)(?<!\bTT)(?<!\bTS)(?<!\bThS)(?<!\bv\.v)(?<!\s[A-ZĐ])(?:[.!?…]+"
    r"|\./)[”\"]?\s+(?=[A-ZĐÀ-Ỹ“\"0-9(+-])"
)
BRACKET = re.compile(r"[()]")
DEEPEST = 6
MOST_FIGURES = 400
MOST_NOTES = 200
LONGEST_VIEW = 30_000


@dataclass(slots=True)
class View:
    """A sentence, the inside of a parenthesis, or a footnote: `text` has what is nested in it blanked.

    Offsets of figures and of `text` count from the passage's beginning minus `start`; see `place`.
    """

    passage: Passage
    start: int
    text: str
    figures: list[Figure] = field(default_factory=list)
    parent: "View | None" = None
    at: int = -1
    """Where it hangs in the parent, as an offset of the passage that holds the parent."""
    previous: "View | None" = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def between(self, start: int, end: int) -> str:
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    def place(self, offset: int) -> int:
        """An offset of the passage as an offset of the repaired text."""
        return self.passage.start + offset


class _Nesting:
    """Which parenthesis stands in which, and which figure directly in which; -1 is the passage itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.children: dict[int, list[int]] = defaultdict(list)
        self.figures: dict[int, list[Figure]] = defaultdict(list)
        self._enumerators = [match.span() for match in ENUMERATOR.finditer(text)]
        self._pair()
        self._own()

    def _pair(self) -> None:
        """Balanced parentheses, outermost first, without enumerators like (1) and what nests too deep."""
        skipped = {place for start, end in self._enumerators for place in (start, end - 1)}
        stack: list[int] = []
        closed: dict[int, int] = {}
        for found in BRACKET.finditer(self.text):
            if found.start() not in skipped:
                if found[0] == "(":
                    stack.append(found.start())
                elif stack:
                    closed[stack.pop()] = found.end()
        around: list[int] = []
        for start, end in sorted(closed.items()):
            while around and self.spans[around[-1]][1] <= start:
                around.pop()
            if len(around) < DEEPEST:
                self.children[around[-1] if around else -1].append(len(self.spans))
                around.append(len(self.spans))
                self.spans.append((start, end))

    def _own(self) -> None:
        around: list[int] = []
        following = 0
        for figure in find_figures(self.text):
            while following < len(self.spans) and self.spans[following][0] < figure.start:
                around.append(following)
                following += 1
            while around and self.spans[around[-1]][1] <= figure.start:
                around.pop()
            owner = next((group for group in reversed(around) if self.spans[group][1] > figure.start), -1)
            self.figures[owner].append(figure)

    def masked(self, start: int, end: int, owner: int) -> str:
        """The stretch with the parentheses that open directly in it blanked, enumerators made separators."""
        parts: list[str] = []
        at = start
        children = self.children[owner]
        for child in children[bisect_left(children, start, key=lambda child: self.spans[child][0]) :]:
            opens, closes = self.spans[child]
            if opens >= end:
                break
            parts += [self.text[at:opens], " " * (min(closes, end) - opens)]
            at = min(closes, end)
        masked = "".join([*parts, self.text[at:end]])
        return ENUMERATOR.sub(lambda found: ";" + " " * (len(found[0]) - 1), masked)


def views_of(passage: Passage) -> list[View]:
    """Every view of a passage and of its footnotes, outer before inner, in reading order."""
    views = _sentences(passage, _Nesting(passage.text))
    outer = [view for view in views if view.parent is None]
    for view, following in pairwise(outer):
        following.previous = view
    own = list(views)
    for mark, note in passage.notes[:MOST_NOTES]:
        views += _note_views(note, _holder(own, mark), mark)
    for view in views:
        _bound(view)
    return views


def _bound(view: View) -> None:
    """What is far longer than any sentence of a report is left unread, so that no text takes long."""
    if len(view.figures) > MOST_FIGURES or len(view.text) > LONGEST_VIEW:
        view.figures, view.text = [], ""


def _note_views(note: Passage, holder: View | None, mark: int) -> list[View]:
    """The whole note as one view that hangs on its mark; then its sentences, when there are several."""
    nesting = _Nesting(note.text)
    inner = _sentences(note, nesting)
    outer = [view for view in inner if view.parent is None]
    if len(outer) == 1:
        outer[0].parent, outer[0].at = holder, mark
        return inner
    whole = View(note, 0, nesting.masked(0, len(note.text), -1), list(nesting.figures[-1]), holder, mark)
    return [whole, *inner]


def _holder(views: list[View], mark: int) -> View | None:
    """The innermost view in which a mark stands; a mark right behind the full stop still belongs to it."""
    inside = [view for view in views if view.start <= mark <= view.end]
    return min(inside, key=lambda view: len(view.text), default=None)


def _sentences(passage: Passage, nesting: _Nesting) -> list[View]:
    masked = nesting.masked(0, len(passage.text), -1)
    views: list[View] = []
    begin = passage.content
    for end in [*(found.end() for found in SENTENCE_END.finditer(masked, begin)), len(masked)]:
        if masked[begin:end].strip():
            sentence = View(passage, begin, masked[begin:end], _between(nesting.figures[-1], begin, end))
            views += [sentence, *_inside(sentence, -1, nesting)]
        begin = end
    return views


def _between(figures: list[Figure], begin: int, end: int) -> list[Figure]:
    first = bisect_left(figures, begin, key=lambda figure: figure.start)
    return figures[first : bisect_left(figures, end, key=lambda figure: figure.start)]


def _inside(parent: View, owner: int, nesting: _Nesting) -> Iterator[View]:
    """Views of the parentheses that open directly in the parent, and of those inside them."""
    children = nesting.children[owner]
    for child in children[bisect_left(children, parent.start, key=lambda child: nesting.spans[child][0]) :]:
        opens, closes = nesting.spans[child]
        if opens >= parent.end:
            break
        text = nesting.masked(opens + 1, closes - 1, child)
        view = View(parent.passage, opens + 1, text, nesting.figures[child], parent, opens)
        yield view
        yield from _inside(view, child, nesting)
