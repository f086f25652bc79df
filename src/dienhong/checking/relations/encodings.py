"""Letters that were repaired for reading, told once for each kind."""

from collections import Counter
from collections.abc import Iterator

from dienhong.checking.findings import Relation
from dienhong.checking.legacy import is_legacy, is_tcvn3
from dienhong.vietnamese.text import Repaired

TOLD = {
    "oi": "ký tự “ƣ” đứng chỗ chữ “ư”",
    "eth": "ký tự “ð” đứng chỗ chữ “đ”",
    "decomposed": "chữ có dấu viết rời (Unicode tổ hợp)",
}
LEGACY = "Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode rồi kiểm tra lại."
TURNED = "Văn bản dùng phông chữ cũ (TCVN3); đã được chuyển sang Unicode khi đọc."
LONGEST = 80


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
    if is_legacy(original):
        message = TURNED if is_tcvn3(original) else LEGACY
        yield Relation("encoding", False, 0, min(LONGEST, len(original)), "phông chữ cũ", "", "", message)
