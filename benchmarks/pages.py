"""Lists, search without diacritics and records over all petitions, by eight people at a time through the real server.

PostgreSQL: the country, each person in a province and all below it. SQLite: one province. Times are those of whole
requests at the client (``dienhong serve``, two processes), with a second of reading between them; and how many
statements a list asks for one row and for fifty.
"""

from __future__ import annotations

import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks._country import POSTGRESQL, SHARE, describe, set_up

PEOPLE, PAGES_EACH, READING = 8, 20, 1.0
KINDS = {
    "list of one council": "/{council}/kien-nghi/",
    "list of a province": "/{council}/kien-nghi/?pham-vi=tat-ca",
    "search of a province": "/{council}/kien-nghi/?pham-vi=tat-ca&tim={words}",
    "one petition": "{record}",
}
WORDS = ("cau treo muc van", "nuoc may ve yeu", "thon dong hoa", "den chieu sang", "bai rac boc mui")


class Person(NamedTuple):
    """Somebody who is signed in, and where they look."""

    cookie: str
    council: str
    records: tuple[str, ...]


def people(count: int) -> list[Person]:
    """Clerks of provinces, reading all below."""
    from datetime import date

    from django.test import Client

    from dienhong.accounts.models import User
    from dienhong.organisations.models import Council, RoleGrant
    from dienhong.voters.models import Petition

    upper = list(Council.objects.filter(level="province").order_by("pk"))
    found = []
    for number in range(count):
        council = upper[number % len(upper)]
        user, _ = User.objects.get_or_create(
            username=f"bench{number}", defaults={"full_name": f"Bench {number}"}
        )
        place = {"user": user, "council": council, "role": "clerk", "reach": "own_and_below"}
        RoleGrant.objects.get_or_create(**place, defaults={"from_on": date(2021, 6, 1)})
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(user)
        codes = (
            Petition.objects.filter(council=council).order_by("pk").values_list("code", flat=True)[:400:20]
        )
        records = tuple(f"/{council.slug}/kien-nghi/{code}/" for code in codes)
        found.append(Person(client.cookies["sessionid"].value, council.slug, records))
    return found


def statements(person: Person) -> tuple[int, int]:
    """For a search that finds one row, and for one that fills a page of fifty."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["sessionid"] = person.cookie
    counts = []
    code = person.records[0].rstrip("/").rsplit("/", 1)[1]
    for address in (f"?tim={code}", f"?tim={code.partition('-')[0]}"):
        client.get(f"/{person.council}/kien-nghi/{address}")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/{person.council}/kien-nghi/{address}").status_code == 200
        counts.append(len(captured))
    return counts[0], counts[1]


def served(port: int) -> tuple[subprocess.Popen[bytes], float]:
    """The server, and how long it took from its start to its first page."""
    program = [str(Path(sys.executable).with_name("dienhong")), "serve", "--port", str(port)]
    begun = time.perf_counter()
    server = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    while True:
        try:
            status, _ = fetch(port, "/tai-khoan/dang-nhap/", "")
            if status == 200:
                return server, time.perf_counter() - begun
        except OSError:
            time.sleep(0.02)
        if server.poll() is not None:
            raise RuntimeError("the server did not start")


def fetch(port: int, address: str, cookie: str) -> tuple[int, float]:
    """Status and milliseconds of one request."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", address, headers={"Cookie": f"sessionid={cookie}"} if cookie else {})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, (time.perf_counter() - begun) * 1000


def work(port: int, person: Person, seed: int, pages: int = PAGES_EACH) -> list[tuple[str, float]]:
    """One person's pages, each kind as often as the others."""
    draw, times = random.Random(seed), []
    for number in range(pages):
        kind = list(KINDS)[number % len(KINDS)]
        words = draw.choice(WORDS).replace(" ", "+")
        address = KINDS[kind].format(council=person.council, words=words, record=draw.choice(person.records))
        time.sleep(draw.uniform(0.5, 1.5) * READING)  # before each page: people do not all come at one moment
        status, spent = fetch(port, address, person.cookie)
        assert status == 200, (address, status)
        times.append((kind, spent))
    return times


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def measure(name: str) -> None:
    visitors = people(PEOPLE)
    print(f"{name}, {describe()}")
    first, _ = served(free_port())  # brings the database and the static files up to date, once
    first.terminate()
    first.wait(30)
    one, fifty = statements(visitors[0])
    print(f"statements of a list: {one} for one row, {fifty} for fifty")
    port = free_port()
    server, started = served(port)
    print(f"cold start of dienhong serve to its first page: {started:.1f} s (bar 3)")
    try:
        with ThreadPoolExecutor(PEOPLE) as pool:
            first = [pool.submit(work, port, person, PEOPLE, len(KINDS)) for person in visitors]
            assert all(job.result() for job in first)  # every page once, unmeasured
            jobs = [pool.submit(work, port, person, seed) for seed, person in enumerate(visitors)]
            times = [row for job in jobs for row in job.result()]
    finally:
        server.terminate()
        server.wait(30)
    for kind in KINDS:
        spent = sorted(ms for found, ms in times if found == kind)
        p95 = spent[int(len(spent) * 0.95)]
        print(f"  {kind:<22} median {statistics.median(spent):6.0f} ms, p95 {p95:6.0f} ms (bar 100)")


def main() -> None:
    if "postgresql" in sys.argv:
        set_up(POSTGRESQL)
        measure("PostgreSQL")
    elif "sqlite" in sys.argv:
        set_up("", min(SHARE, 0.03))
        measure("SQLite")
    else:
        for database in (["postgresql"] if POSTGRESQL else []) + ["sqlite"]:
            environment = {**os.environ}
            if database == "sqlite":
                environment["BENCH_DATA"] = tempfile.mkdtemp(prefix="dienhong-bench-")
            program = [sys.executable, "-m", "benchmarks.pages", database]
            told = subprocess.run(program, check=True, capture_output=True, text=True, env=environment).stdout
            print(told.strip())


if __name__ == "__main__":
    main()
