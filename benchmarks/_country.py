"""The invented country that benchmarks run on: made once, in a database of its own.

``BENCH_SHARE`` says how much of it (0.01 unless told; 1 is the whole), ``BENCH_UNITS`` which list of units,
``BENCH_DATABASE_URL`` which empty PostgreSQL database, or one that was filled before. Without it what needs
PostgreSQL is left out, and said.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SHARE = float(os.environ.get("BENCH_SHARE", "0.01"))
POSTGRESQL = os.environ.get("BENCH_DATABASE_URL", "")
YEAR = 2025


def set_up(url: str = "", share: float = SHARE) -> None:
    """Django on a database that holds the country; it is simulated where there is none yet."""
    data = os.environ.get("BENCH_DATA") or tempfile.mkdtemp(prefix="dienhong-bench-")
    os.environ |= {"DIENHONG_DATA": data, "DJANGO_SETTINGS_MODULE": "dienhong.config.settings"}
    os.environ.pop("DATABASE_URL", None)
    if url:
        os.environ["DATABASE_URL"] = url
    import django

    django.setup()
    if not _is_filled():
        _simulate(share)


def _is_filled() -> bool:
    from django.db import DatabaseError

    from dienhong.organisations.models import Council

    try:
        return Council.objects.exists()
    except DatabaseError:
        return False


def _simulate(share: float) -> None:
    units = os.environ.get("BENCH_UNITS")
    given = ["--units", units] if units else []
    begun = time.perf_counter()
    program = [str(Path(sys.executable).with_name("dienhong")), "simulate", "--share", str(share), *given]
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(f"simulated {share:.2%} of the country in {time.perf_counter() - begun:.0f} s")


def describe() -> str:
    """How much there is to count."""
    from dienhong.organisations.models import Council
    from dienhong.voters.models import Petition

    load = os.getloadavg()[0]
    told = f"{Council.objects.count():,} councils, {Petition.objects.count():,} petitions"
    return f"{told}; load of the machine {load:.1f} on {os.cpu_count()} cores"


def timed(act: Callable[[], object], rounds: int) -> float:
    """Median milliseconds over the rounds, after one to warm up."""
    act()
    return statistics.median(_once(act) for _ in range(rounds))


def side_by_side(
    one: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Medians of two acts taken in turns, and of their ratios: what else the machine does hits both alike."""
    one(), other()
    pairs = [(_once(one), _once(other)) for _ in range(rounds)]
    first, second = (statistics.median(times) for times in zip(*pairs, strict=True))
    return first, second, statistics.median(a / b for a, b in pairs)


def _once(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000
