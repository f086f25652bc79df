"""What an installation does by itself while it serves: every morning it reminds people of what is due."""

from __future__ import annotations

import logging
import multiprocessing
import os
import time
from datetime import datetime, timedelta
from datetime import time as clock
from multiprocessing.process import BaseProcess

log = logging.getLogger(__name__)

MORNING = clock(6, 30)
"""When the digests of the day are made, on the clock of the office."""


def next_morning(now: datetime) -> datetime:
    """The next half past six after ``now``, in the same zone."""
    today = now.replace(hour=MORNING.hour, minute=MORNING.minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)


AFTER_START = 5
"""Seconds in which the server's first page comes first."""


def start_schedule() -> BaseProcess:
    """A process beside the server's workers, which ends with it."""
    process = multiprocessing.get_context("spawn").Process(
        target=_run, args=(os.getpid(),), name="dienhong-schedule", daemon=True
    )
    process.start()
    return process


def _run(server: int) -> None:
    """At once what this day still owes, then every morning; a failure is told in the log and made up for next time."""
    time.sleep(AFTER_START)
    from dienhong.cli.main import start_django

    start_django()
    from django.utils import timezone

    due = timezone.localtime()
    while os.getppid() == server:
        if timezone.localtime() >= due:
            _remind()
            due = next_morning(timezone.localtime())
        time.sleep(20)


def _remind() -> None:
    from django.db import close_old_connections
    from django.utils import timezone

    from dienhong.reminders.actions import remind

    try:
        remind(on=timezone.localdate(), at=timezone.now())
    except Exception:
        log.exception("reminding failed")
    finally:
        close_old_connections()
