"""The headings under which people look a rule up: by the first word of its code."""

GROUPS: dict[str, tuple[str, ...]] = {
    "Kỳ họp": ("session",),
    "Tài liệu, thẩm tra": ("paper", "verification"),
    "Biểu quyết, cơ cấu đại biểu": ("vote", "council", "delegate", "election"),
    "Nghị quyết và văn bản": ("resolution", "executive"),
    "Chất vấn, giải trình": ("question", "hearing"),
    "Giám sát": ("oversight", "recommendation"),
    "Lấy phiếu, bỏ phiếu tín nhiệm": ("confidence",),
    "Phiên họp, hội nghị": ("meeting",),
    "Tiếp xúc cử tri, kiến nghị": ("voter_meeting", "petition"),
    "Theo dõi, đôn đốc": ("escalation",),
    "Tiếp công dân, đơn thư": ("reception", "letter", "complaint", "denunciation"),
}
OTHER = "Khác"

_GROUP_OF = {first: title for title, firsts in GROUPS.items() for first in firsts}


def group_of(code: str) -> str:
    """The heading of a rule: "session.convene_regular" stands under "Kỳ họp"."""
    return _GROUP_OF.get(code.split(".", maxsplit=1)[0], OTHER)
