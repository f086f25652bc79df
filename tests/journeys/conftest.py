"""A real browser at a real server with the sample: each journey does a person's job from start to finish."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SHOTS = Path(os.environ.get("DIENHONG_SHOTS", "var/journeys"))


@dataclass(frozen=True)
class House:
    """A running installation: where it listens, where its data lie, who may sign in."""

    address: str
    data: Path
    passwords: dict[str, str]

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """A command of this installation."""
        program = [sys.executable, "-m", "dienhong.cli.main", *words]
        return subprocess.run(
            program, env=environment(self.data), text=True, capture_output=True, check=False
        )


def environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}}
    settings = {"DJANGO_SETTINGS_MODULE": "dienhong.config.settings", "DIENHONG_DEVELOPMENT": "1"}
    return {**kept, **settings, "DIENHONG_DATA": str(data)}


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    data = tmp_path_factory.mktemp("house")
    program = [sys.executable, "-m", "dienhong.cli.main"]
    subprocess.run([*program, "demo", "--no-serve"], env=environment(data), check=True, capture_output=True)
    passwords = json.loads((data / "sample-sign-ins.json").read_text(encoding="utf-8"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # One process: rate limits and used codes are kept in its memory.
    serve = [*program, "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(serve, env=environment(data), stdout=subprocess.DEVNULL) as server:
        _wait_for(port)
        yield House(f"http://127.0.0.1:{port}", data, passwords)
        server.terminate()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not come up within 120 s")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "Cần trình duyệt Chromium: cài gói chromium của hệ điều hành."
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=quiet)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Person:
    """Somebody at a browser window of their own."""

    page: Page
    house: House

    def sign_in(self, username: str) -> None:
        self.go("/tai-khoan/dang-nhap/")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu", exact=True).fill(self.house.passwords[username])
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.wait_for_load_state()

    def go(self, path: str) -> int:
        """Open a page of the house; its status."""
        answer = self.page.goto(self.house.address + path)
        assert answer is not None
        return answer.status

    def show(self, name: str) -> None:
        """Take a picture wide and narrow, and let axe look: no violation of WCAG 2.2 AA, no sideways scrolling."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        for label, size in (("phone", PHONE), ("wide", WIDE)):
            self.page.set_viewport_size(size)  # type: ignore[arg-type]
            self.page.screenshot(path=SHOTS / f"{name}-{label}.png", full_page=True)
            width = self.page.evaluate("document.documentElement.scrollWidth")
            assert width <= size["width"], f"{name} scrolls sideways at {size['width']} px"
            found = Axe().run(self.page, options={"runOnly": WCAG}).response["violations"]
            assert found == [], _told(found)


def _told(violations: list[dict[str, Any]]) -> str:
    return "; ".join(f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in violations)


@pytest.fixture
def person(chromium: Browser, house: House) -> Iterator[Callable[[], Person]]:
    """Makes people, each with a window that shares nothing; anything the browser complains of fails the journey."""
    contexts, complaints = [], []

    def enter() -> Person:
        context = chromium.new_context(viewport=WIDE, locale="vi-VN")  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda m: complaints.append(m.text) if "Content Security Policy" in m.text else None
        )
        return Person(page, house)

    yield enter
    for context in contexts:
        context.close()
    assert complaints == []
