"""Precision and recall on generated reports, time per page, a fuzz run of damaged files."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.checking.corpus import report
from tests.checking.fuzz import damaged_files
from tests.checking.measure import measure

from dienhong.checking import Limits, Unreadable, check, read_bytes

CHARACTERS_A_PAGE = 2_700


def quality(reports: int) -> None:
    """Recall and precision of errors: each report as it is, then with one number of each relation changed."""
    score = measure(range(1000, 1000 + reports))
    print(f"mutations {score.wanted.total()}  recall {score.recall:.2%}  precision {score.precision:.2%}")
    for kind, wanted in sorted(score.wanted.items()):
        print(f"  {kind:<12} {score.told[kind]:>5} of {wanted}")
    for message in score.false[:20]:
        print(f"  false: {message}")


def speed() -> None:
    """Processor time per page, which other work on the machine does not touch."""
    for pages in (10, 30, 120):
        text = ""
        number = 0
        while len(text) < pages * CHARACTERS_A_PAGE:
            text += report(number).text
            number += 1
        begun = time.process_time()
        check(text)
        spent = time.process_time() - begun
        print(f"{pages:>4} pages {spent:.2f} s  {spent / pages * 1000:.1f} ms a page")


def fuzz(number: int) -> None:
    """Damaged files: how many are read, how many refused, the slowest; any exception ends the run."""
    read, slowest = 0, 0.0
    for data in damaged_files(number):
        begun = time.perf_counter()
        try:
            check(read_bytes(data, Limits(pages=50)))
            read += 1
        except Unreadable:
            pass
        slowest = max(slowest, time.perf_counter() - begun)
    print(f"fuzz {number} files: {read} read, {number - read} refused, slowest {slowest:.2f} s")


def main() -> None:
    """Run all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=100)
    parser.add_argument("--fuzz", type=int, default=10_000)
    arguments = parser.parse_args()
    quality(arguments.reports)
    speed()
    fuzz(arguments.fuzz)


if __name__ == "__main__":
    main()
