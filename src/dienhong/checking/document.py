"""What a reader hands to the engine: plain text, whatever the file was."""

from dataclasses import dataclass


class Unreadable(Exception):
    """The file cannot be read; `sentence` tells a clerk why, in one Vietnamese sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Scanned(Unreadable):
    """A PDF of pictures, which the limits leave to be recognised later."""


@dataclass(frozen=True, slots=True)
class Document:
    """Text as it was read; offsets of findings point into it.

    Footnotes stand as `[^1]` in the text and `[^1]: …` on a line of their own, rows of tables as `| a | b |`.
    """

    text: str
    kind: str = "txt"
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What an untrusted file may cost: pages, bytes as uploaded, bytes unpacked, characters of text.

    Pages of pictures cost seconds each: fewer of them are read, and none where `recognise` is false (Scanned).
    """

    pages: int = 1_000
    uploaded: int = 50_000_000
    unpacked: int = 200_000_000
    members: int = 5_000
    characters: int = 5_000_000
    scanned_pages: int = 100
    recognise: bool = True
