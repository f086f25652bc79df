"""Where the facts and seeds lie that some tests read; such tests skip where they are absent."""

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parent.parent.parent / "shared"
_NAMED = Path(os.environ["DIENHONG_SHARED"]) if "DIENHONG_SHARED" in os.environ else _BESIDE
SHARED: Path | None = _NAMED if _NAMED.is_dir() else None
