"""The appendices of the yearly summary, numbered as offices number them."""

from __future__ import annotations

from dienhong.reports.coverage import OWN
from dienhong.reports.figures import Asked
from dienhong.reports.kinds.declaration import Appendix, AppendixColumn

_PETITION = (
    AppendixColumn("Nơi có kiến nghị", "place", 1.1),
    AppendixColumn("Nội dung kiến nghị", "text", 3.2),
    AppendixColumn("Lĩnh vực", "field", 1.1),
    AppendixColumn("Cơ quan giải quyết", "lead", 1.4),
)

APPENDICES = (
    Appendix(
        "2.1",
        "Kiến nghị của cử tri đã giải quyết, trả lời",
        Asked("petitions.received", ("status", "resolved")),
        _PETITION,
        level=OWN,
    ),
)
