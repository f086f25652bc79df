"""Where the reference files lie beside a checkout; tests that read them skip when they are not there."""

import os
from pathlib import Path


def _shared() -> Path | None:
    named = os.environ.get("DIENHONG_SHARED")
    path = Path(named) if named else Path(__file__).resolve().parent.parent.parent / "shared"
    return path if path.is_dir() else None


SHARED: Path | None = _shared()
