"""Damaged inputs: files cut, shuffled, mis-encoded, with bytes changed."""

from collections.abc import Iterator
from random import Random

from tests.checking.corpus import report
from tests.checking.files import opendocument, paragraph, pdf, word


def sources(random: Random) -> list[bytes]:
    """Sound files of every kind."""
    text = report(random.randrange(1000), 6).text
    paragraphs = "".join(paragraph(line.replace("&", "").replace("<", "")) for line in text.splitlines())
    return [
        text.encode(),
        text.encode("utf-16"),
        text.encode("cp1258", "replace"),
        word(paragraphs, {1: "Huyện: 2."}),
        opendocument(f"<text:p>{text.replace('<', '')}</text:p>"),
        f"<html><body><p>{text}</p></body></html>".encode(),
        pdf([[(72, 700, 13, "HDND co 14 noi dung"), (72, 100, 7, "1")]]),
    ]


def damaged(random: Random, data: bytes) -> bytes:
    """The data with one or more kinds of damage."""
    for _ in range(random.randint(1, 3)):
        at, length = random.randrange(len(data) + 1), random.randint(1, 200)
        match random.randrange(6):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + random.randbytes(length) + data[at:]
            case 2:
                data = data[:at] + data[at + length :]
            case 3:
                pieces = [data[i : i + 64] for i in range(0, len(data), 64)]
                random.shuffle(pieces)
                data = b"".join(pieces)
            case 4:
                data = bytes(
                    byte ^ (1 << random.randrange(8)) if random.random() < 0.01 else byte for byte in data
                )
            case _:
                data = data[:at] + data[at : at + length] * random.randint(2, 20) + data[at:]
    return data


def damaged_files(number: int, seed: int = 0) -> Iterator[bytes]:
    """As many damaged files, the same for the same seed."""
    random = Random(seed)
    sound: list[bytes] = []
    for count in range(number):
        if count % 50 == 0:
            sound = sources(random)
        yield damaged(random, random.choice(sound))
