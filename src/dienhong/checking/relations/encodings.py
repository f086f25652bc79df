"""Letters that were repaired for reading, told once for each kind."""

from collections import Counter
from collections.abc import Iterator

from dienhong.checking.findings import WARNING, Relation
from dienhong.vietnamese.text import Repaired, looks_like_legacy_font

TOLD = {
    "oi": "ký tự “ƣ” đứng chỗ chữ “ư”",
    "eth": "ký tự “ð” đứng chỗ chữ “đ”",
    "decomposed": "chữ có dấu viết rời (Unicode tổ hợp)",
}
LEGACY = "Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode rồi kiểm tra lại."
SAMPLE = 20_000


def encodings(original: str, text: Repaired) -> Iterator[Relation]:
    """One note for each kind of damage; offsets are of the first place, in the repaired text's terms."""
    numbers = Counter(kind for kind, _ in text.notes if kind in TOLD)
    first: dict[str, int] = {}
    for kind, place in text.notes:
        first.setdefault(kind, place)
    for kind, number in numbers.items():
        place = first[kind]
        message = f"Có {number} chỗ {TOLD[kind]}; đã được chuẩn hóa khi đọc."
        yield Relation("encoding", False, place, place + 1, kind, str(number), "", message)
    if looks_like_legacy_font(original[:SAMPLE]):
        yield Relation("encoding", False, 0, min(80, len(original)), "phông chữ cũ", "", "", LEGACY, WARNING)
