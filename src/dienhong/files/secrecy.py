"""State secrets do not belong on this system: a paper that carries the stamp in its head is refused."""

from __future__ import annotations

import re

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.text import repair

LINES_OF_HEAD = 40
CHARACTERS_OF_HEAD = 4_000
_STAMP = re.compile(r"\W*(?:TUYỆT MẬT|TỐI MẬT|MẬT)\W*")
_DEGREE = re.compile(
    r"\b(?:độ|mức độ|đóng dấu(?: độ)?) mật\s*:?\s*(?:là\s*)?(?:tuyệt mật|tối mật|mật)\b", re.IGNORECASE
)


def secrecy_violation(text: str) -> RuleViolation | None:
    """Whether the head says "MẬT", "TỐI MẬT" or "TUYỆT MẬT" (degrees of the Law on protection of state secrets)."""
    lines = [line for line in repair(text[:CHARACTERS_OF_HEAD]).splitlines() if line.strip()][:LINES_OF_HEAD]
    cells = (cell.strip() for line in lines for cell in re.split(r"[|\t]| {2,}", line))
    if not any(_STAMP.fullmatch(cell) for cell in cells) and not any(map(_DEGREE.search, lines)):
        return None
    sentence = (
        "Văn bản có dấu độ mật ở phần đầu. Tài liệu bí mật nhà nước không được đưa lên hệ thống này; "
        "hãy xử lý theo quy định về bảo vệ bí mật nhà nước."
    )
    return RuleViolation("file.secret", sentence, "file")
