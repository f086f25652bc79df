"""A report as the relations see it: passages in order, with their views."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dienhong.checking.clauses import View, views_of
from dienhong.checking.structure import Passage, Structure, structure


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage with its views; the outer ones are its sentences, the rest hang in them."""

    passage: Passage
    views: tuple[View, ...]

    @property
    def sentences(self) -> list[View]:
        return [view for view in self.views if view.passage is self.passage and view.parent is None]


class Reading:
    """The repaired text and everything that is found in it once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.structure: Structure = structure(text)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        passages = [passage for passage in self.structure.passages if not passage.is_row]
        loose = self.structure.loose_notes
        return tuple(Paragraph(passage, tuple(views_of(passage))) for passage in (*passages, *loose))

    @property
    def views(self) -> Iterator[View]:
        for paragraph in self.paragraphs:
            yield from paragraph.views
