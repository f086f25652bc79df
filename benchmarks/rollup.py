"""The whole catalogue of one year, of the country and of a province, beside the SQL that one would write by hand.

Both give the same numbers, which is asserted. Also: how many statements, and what a process weighs afterwards; and the
sample's district with its communes on the embedded database.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import _by_hand
from benchmarks._country import POSTGRESQL, YEAR, describe, set_up, side_by_side, timed

SAMPLE_YEAR = 2023
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))


def evaluated(councils: Sequence[Any], year: int = YEAR) -> Mapping[str, Any]:
    from dienhong.accounts.models import User
    from dienhong.indicators.declaration import all_indicators
    from dienhong.indicators.evaluation import Scope, evaluate
    from dienhong.kernel.period import Period

    return evaluate(all_indicators(), Scope(councils, Period.year(year), User.objects.operator()))


def councils_of(slug: str = "", year: int = YEAR) -> list[Any]:
    """All of them, or a province with what is below it."""
    from datetime import date

    from dienhong.organisations.models import Council

    everybody = Council.objects.select_related("unit")
    if not slug:
        return list(everybody.in_order())
    upper = everybody.get(slug=slug)
    return [upper, *everybody.below(upper, first=date(year, 1, 1), last=date(year, 12, 31)).in_order()]


def differences(figures: Mapping[str, Any], by_hand: _by_hand.Found) -> list[str]:
    """Where the two do not say the same: every whole by council, every whole and every part by level."""
    wrong = []
    for code, figure in figures.items():
        for part, tally in {None: figure.records.whole, **figure.records.parts}.items():
            key = (code, part)
            if by_hand.by_level.get(key, {}) != tally.by_level:
                wrong.append(f"{key} by level")
            if part is None and by_hand.by_council[key] != tally.by_council:
                wrong.append(f"{key} by council")
    return wrong


def statements(councils: Sequence[Any]) -> int:
    """Within a transaction all are asked by one connection."""
    from django.db import connection, transaction
    from django.test.utils import CaptureQueriesContext

    with transaction.atomic(), CaptureQueriesContext(connection) as captured:
        evaluated(councils)
    return len(captured)


def memory() -> None:
    """What a process weighs that has rolled the country up."""
    evaluated(councils_of())
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def widest() -> str:
    """The province with the most communes."""
    from django.db.models import Count

    from dienhong.organisations.models import Council

    found = Council.objects.filter(level="province").annotate(below=Count("unit__placed_below"))
    return str(found.order_by("-below", "pk")[0].slug)


def country() -> None:
    councils, province = councils_of(), councils_of(widest())
    wrong = differences(evaluated(councils), _by_hand.count(YEAR))
    assert not wrong, wrong[:10]
    engine, hand, ratio = side_by_side(lambda: evaluated(councils), lambda: _by_hand.count(YEAR), ROUNDS)
    print(f"PostgreSQL, {describe()}")
    print(f"whole catalogue, {len(councils):,} councils, year {YEAR}: {engine:.0f} ms")
    print(
        f"the same numbers by hand-written SQL: {hand:.0f} ms; ratio {ratio:.2f} (bar 1.2), equal in every cell"
    )
    print(f"whole catalogue of one province with {len(province) - 1} communes: ", end="")
    print(f"{timed(lambda: evaluated(province), ROUNDS):.0f} ms (bar 200)")
    few, many = statements(province[:2]), statements(councils)
    print(f"statements: {few} for 2 councils, {many} for {len(councils):,}")
    assert abs(few - many) <= 6, "the number of statements grows with the councils"
    program = [sys.executable, "-m", "benchmarks.rollup", "memory"]
    weight = subprocess.run(program, capture_output=True, text=True, check=True, env=os.environ).stdout
    print(f"memory of a process after it: {weight.split()[-1]} MB (bar 300)")


def district() -> None:
    """The sample of 2023, as ``make demo`` loads it."""
    os.environ["BENCH_DATA"] = os.environ["DIENHONG_DATA"] = tempfile.mkdtemp(prefix="dienhong-bench-")
    os.environ.pop("DATABASE_URL", None)
    program = [str(Path(sys.executable).with_name("dienhong")), "demo", "--no-serve"]
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    set_up()
    councils = councils_of("dak-to", SAMPLE_YEAR)
    spent = timed(lambda: evaluated(councils, SAMPLE_YEAR), ROUNDS)
    print(f"SQLite, the sample: whole catalogue of {len(councils)} councils: {spent:.0f} ms (bar 200)")


def main() -> None:
    if "memory" in sys.argv:
        set_up(POSTGRESQL)
        memory()
    elif "sqlite" in sys.argv:
        district()
    else:
        program = [sys.executable, "-m", "benchmarks.rollup", "sqlite"]
        print(subprocess.run(program, capture_output=True, text=True, check=True).stdout.strip())
        if not POSTGRESQL:
            print("the country left out: BENCH_DATABASE_URL names no PostgreSQL database")
            return
        set_up(POSTGRESQL)
        country()


if __name__ == "__main__":
    main()
