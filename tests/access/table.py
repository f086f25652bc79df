"""The expected answers: one file of addresses for each module, and the profiles that they share.

A register is named once, ``code: {}``, for every address that the engine gives it. Its words change a profile: ``read``
(list, Excel, page), ``write`` (form, changes, cancelling, deeds), ``step`` (of its workflow), ``assign`` (giving work).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from .addresses import walk

FOLDER = Path(__file__).parent / "table"
USUAL = {"read": "register-read", "write": "register-write", "step": "office-step", "assign": "office-write"}
ENGINE = {
    **dict.fromkeys(("list", "excel", "record"), "read"),
    **dict.fromkeys(("add", "change", "cancel", "deed"), "write"),
    "step": "step",
    "assign": "assign",
}
"""Which word of a register answers for each of the engine's addresses."""

ADDRESSES: dict[str, tuple[str, ...]] = dict(walk())
PROFILES: Mapping[str, Any] = yaml.safe_load((FOLDER / "profiles.yaml").read_text(encoding="utf-8"))


def _rows() -> Iterator[tuple[str, Any]]:
    for file in sorted(FOLDER.glob("*.yaml")):
        if file.stem == "profiles":
            continue
        module = yaml.safe_load(file.read_text(encoding="utf-8"))
        named = module.get("addresses") or {}
        for code, words in (module.get("registers") or {}).items():
            yield from ((row, entry) for row, entry in _of_register(code, words) if row not in named)
        yield from named.items()


def _of_register(code: str, words: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The rows of a register's own addresses; what is written is also sent."""
    profiles = {**USUAL, **words}
    for suffix, word in ENGINE.items():
        name, entry = f"{code}-{suffix}", profiles[word]
        if name in ADDRESSES:
            yield name, entry
            if word != "read":
                yield f"{name} POST", f"{entry}-post" if isinstance(entry, str) else entry


ROWS: dict[str, Any] = dict(_rows())
EXPECTED: dict[str, Mapping[str, Any]] = {
    row: PROFILES[entry] if isinstance(entry, str) else entry for row, entry in ROWS.items()
}
