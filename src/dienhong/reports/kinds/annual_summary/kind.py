"""The yearly summary of a council and of those below it."""

from __future__ import annotations

from pathlib import Path

from dienhong.reports.kinds.annual_summary.appendices import APPENDICES
from dienhong.reports.kinds.declaration import Kind

kind = Kind(
    code="annual-summary",
    name="Báo cáo tổng hợp kết quả hoạt động",
    document="report",
    subject="Tổng hợp kết quả hoạt động của HĐND [[ cap ]][% if co_cap_duoi %], HĐND các [[ cap_duoi ]][% endif %] "
    "[[ ky ]][% if nhiem_ky %], nhiệm kỳ [[ nhiem_ky ]][% endif %]",
    template=(Path(__file__).parent / "template.md").read_text(encoding="utf-8"),
    appendices=APPENDICES,
)
