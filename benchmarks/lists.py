"""Lists, search and figures over many sessions, beside the hand-written SQL that answers the same (SQLite)."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable

COUNCILS, SESSIONS_EACH, ROUNDS = 100, 100, 15


def set_up() -> None:
    """A database of its own: one province, 100 communes, 10,000 sessions."""
    os.environ["DIENHONG_DATA"] = tempfile.mkdtemp(prefix="dienhong-bench-")
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "dienhong.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def fill() -> None:
    from datetime import date, timedelta

    from django.utils import timezone

    from dienhong.accounts.models import User
    from dienhong.council_sessions.models import CouncilSession
    from dienhong.organisations.kinds import UnitKind
    from dienhong.organisations.models import Council
    from dienhong.organisations.unit_list import UnitRow, load_units
    from dienhong.people.models import Term

    by, now = User.objects.operator(), timezone.now()
    rows = [UnitRow("1", "Tỉnh Mẫu", UnitKind.PROVINCE, "")]
    rows += [UnitRow(f"1{n:03d}", f"Xã Số {n}", UnitKind.COMMUNE, "1") for n in range(COUNCILS)]
    load_units(rows, from_on=date(2016, 1, 1), by=by, at=now)
    start = date(2021, 5, 23)
    for council in Council.objects.all():
        term = Term.objects.create(
            council=council, ordinal=14, starts_on=start, first_year=2021, last_year=2026
        )
        sessions = []
        for n in range(SESSIONS_EACH):
            day = start + timedelta(days=15 * n)
            session = CouncilSession(
                council=council, term=term, ordinal=n + 1, nominal_year=day.year, opens_on=day
            )
            session.closes_on, session.status, session.code = day, "closed", f"KH-{n:04d}"
            session.place, session.recorded_by, session.recorded_at = f"Nhà văn hóa thôn {n}", by, now
            session.derive()
            sessions.append(session)
        CouncilSession.objects.bulk_create(sessions)


def typical(act: Callable[[], object]) -> float:
    """Median milliseconds over the rounds, after one to warm up."""
    act()
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        act()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


def by_hand() -> object:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT council_id, kind, COUNT(*) FROM council_sessions_councilsession WHERE cancelled_at IS NULL "
            "AND status = 'closed' AND counts_on >= '2023-01-01' AND counts_on < '2024-01-01' GROUP BY 1, 2"
        )
        return cursor.fetchall()


def main() -> None:
    set_up()
    fill()
    from dienhong.accounts.models import User
    from dienhong.council_sessions.register import register
    from dienhong.indicators.declaration import all_indicators
    from dienhong.indicators.evaluation import Scope, evaluate
    from dienhong.kernel.period import Period
    from dienhong.organisations.models import Council
    from dienhong.registers.listing import Listing

    user, top = User.objects.operator(), Council.objects.get(slug="mau")
    councils = list(Council.objects.all())
    year = Period.year(2023)

    def page(**address: str) -> Callable[[], object]:
        def act() -> object:
            found = Listing(register, top, user, {"pham-vi": "tat-ca", **address})
            return found.total, found.rows

        return act

    hand = typical(by_hand)
    figures = typical(lambda: evaluate(all_indicators(), Scope(councils, year, user)))
    print(
        f"figures of {len(councils)} councils, one year: {figures:.1f} ms = {figures / hand:.1f} x hand-written SQL"
    )
    print(f"first page of {COUNCILS * SESSIONS_EACH} sessions with its count: {typical(page()):.1f} ms")
    print(
        f"search without diacritics, first page with its count: {typical(page(tim='nha van hoa 77')):.1f} ms"
    )


if __name__ == "__main__":
    main()
