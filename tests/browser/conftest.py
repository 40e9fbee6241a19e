"""A real server and a real Chromium: what a visitor sees, and that nothing is asked of anybody else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
# No sandbox because CI runs as root; the rest keeps the browser itself from calling home.
SWITCHES = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running app: its address, its data folder and what it has printed."""

    url: str
    home: Path
    log: Path
    process: subprocess.Popen[bytes]

    def tail(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")[-8000:]

    def is_alive(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


RUNNING: list[Server] = []  # for the report of a failed test


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts a cold server with a data folder of its own: `start_server(NAME="value")` sets its environment; stopped at the end."""

    def start(**environment: str) -> Server:
        folder = tmp_path_factory.mktemp("server")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        home, log = folder / "home", folder / "log.txt"
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"]
        with log.open("wb") as out:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "RETENTION_HOME": str(home), "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        server = Server(f"http://127.0.0.1:{port}", home, log, process)
        RUNNING.append(server)
        end = time.monotonic() + START_SECONDS
        while not server.is_alive():
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(f"the server did not start:\n{server.tail()}")
            time.sleep(0.1)
        return server

    yield start
    while RUNNING:
        RUNNING.pop().stop()


@pytest.fixture(scope="session")
def server(start_server: Callable[..., Server]) -> Server:
    """The server that most journeys share."""
    return start_server()


@pytest.fixture(scope="module")  # not longer: its running event loop would be in the way of other tests
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("no Chromium on this machine (none of " + ", ".join(CHROMIUM) + "): the journeys need one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.fixture
def outside_requests() -> Iterator[list[str]]:
    """Every address off the server's own that a page of this test asked for; there must be none."""
    asked: list[str] = []
    yield asked
    assert asked == [], "a page asked for something outside this machine"


@pytest.fixture
def open_page(browser: Browser, server: Server, outside_requests: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens a page as a new visitor: `open_page("/costs", width=390, colour_scheme="dark", locale="ru-RU")`.

    Each call is a browser of its own (no cookies, no history); `at` names another server than the shared one.
    """
    contexts = []

    def open_at(
        path: str = "/",
        *,
        width: int = 1280,
        height: int = 900,
        colour_scheme: Literal["light", "dark"] = "light",
        locale: str = "en-US",
        at: Server | None = None,
    ) -> Page:
        home = (at or server).url
        viewport = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, color_scheme=colour_scheme, locale=locale, accept_downloads=True)
        contexts.append(context)

        def note(url: str) -> None:
            address = urlsplit(url)
            if address.scheme not in ("data", "blob", "about") and address.netloc != urlsplit(home).netloc:
                outside_requests.append(url)

        context.on("request", lambda request: note(request.url))
        page = context.new_page()
        page.on("websocket", lambda websocket: note(websocket.url))
        page.set_default_timeout(30_000)
        page.goto(home + path)
        return page

    yield open_at
    for context in contexts:
        context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.failed:
        report.sections += [(f"what the server at {server.url} printed", server.tail()) for server in RUNNING]
    return report
