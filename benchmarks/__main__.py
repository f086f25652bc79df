"""``make bench``: every benchmark of this folder, one after the other; what they print goes to RESULTS.md too.

``python -m benchmarks rollup pages`` runs those that are named.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "RESULTS.md"


def machine() -> str:
    """What the numbers were measured on."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {platform.system()}"


def main() -> None:
    """Run each benchmark in a process of its own, so that none warms another's caches."""
    parts = [
        f"# Results\n\nMeasured on {date.today():%Y-%m-%d}: {machine()}. Ratios within one run count, seconds do not.\n"
    ]
    for module in sys.argv[1:] or sorted(path.stem for path in HERE.glob("[a-z]*.py")):
        print(f"== {module}", flush=True)
        program = [sys.executable, "-m", f"benchmarks.{module}"]
        printed = subprocess.run(program, capture_output=True, text=True, check=True, cwd=HERE.parent).stdout
        print(printed, flush=True)
        parts.append(f"## {module}\n```\n{printed.strip()}\n```\n")
    RESULTS.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
