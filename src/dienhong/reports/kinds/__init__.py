"""The kinds of report: each a folder with ``kind.py`` and ``template.md``. Adding a kind is adding a folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from dienhong.kernel.errors import Refused
from dienhong.reports.kinds.declaration import Appendix, AppendixColumn, Kind

__all__ = ["Appendix", "AppendixColumn", "Kind", "all_kinds", "get_kind", "kind_choices"]


def all_kinds() -> dict[str, Kind]:
    """Every kind by its code, in the order of the folders."""
    return _found()


@cache
def _found() -> dict[str, Kind]:
    folders = sorted(file.parent.name for file in Path(__file__).parent.glob("*/kind.py"))
    kinds = (import_module(f"{__name__}.{folder}.kind").kind for folder in folders)
    return {kind.code: kind for kind in kinds}


def get_kind(code: str) -> Kind:
    """The kind with this code. Raises Refused."""
    if code not in all_kinds():
        known = ", ".join(all_kinds())
        raise Refused.because("report.kind", f"Không có loại báo cáo “{code}”; chỉ có: {known}.", "kind")
    return all_kinds()[code]


def kind_choices() -> list[tuple[str, str]]:
    """Codes and names, for whoever chooses one."""
    return [(kind.code, kind.name) for kind in all_kinds().values()]
