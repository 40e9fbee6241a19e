"""Every chart in a real browser, as Streamlit shows it: drawn whole, on a desk and on a phone, with all, one or none of its rows."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Page, sync_playwright

from retention.charts import ALL
from retention.locale import LANGUAGES
from tests.charts.small_frames import FRAMES

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
SHOW_ALL = """
import streamlit as st
from retention.charts import ALL, spec
from tests.charts.small_frames import FRAMES

for rows in (None, 1, 0):
    for chart in ALL:
        frame = FRAMES[chart.__name__]
        st.vega_lite_chart(frame.head(len(frame) if rows is None else rows), spec(chart.__name__, st.query_params["language"], "RUB"))
st.write("all are shown")
"""
# The pictures say nothing when they are done: all are there, have the page's new width and the data's last word.
READY = """
([count, width]) => {
    const pictures = [...document.querySelectorAll('svg.marks')];
    const fits = pictures.length === count && pictures.every(picture => picture.getBoundingClientRect().width < width);
    return fits && pictures[0].textContent.includes('Ушли');
}
"""
DRAWN = "charts => charts.map(chart => chart.querySelectorAll('svg.marks').length)"
WORDS = "charts => charts.map(chart => [...chart.querySelectorAll('svg.marks text')].map(text => text.textContent))"
# Texts that stick out of their picture, by more than a pixel, where the page would cut them off.
CUT_OFF = """
charts => charts.flatMap(chart => {
    const picture = chart.querySelector('svg.marks').getBoundingClientRect();
    return [...chart.querySelectorAll('svg.marks text')].filter(text => {
        const box = text.getBoundingClientRect();
        const beside = box.left < picture.left - 1 || box.right > picture.right + 1;
        const above = box.top < picture.top - 1 || box.bottom > picture.bottom + 1;
        const isSeen = box.width > 0 && text.closest('[opacity="0"]') === null;
        return isSeen && (beside || above);
    }).map(text => text.textContent);
})
"""


WRITTEN = "rung money_text value_text mean_text cost_text chance_text purchases_label cut_label mark_label label".split()


def written(name: str) -> pd.DataFrame:
    """The rows whose texts stand in the picture itself: of a base's months the last, of a customer's rungs only the colour."""
    frame = FRAMES[name]
    if name == "base_value_months":
        return frame[frame["is_now"]]
    return frame.drop(columns="rung") if name == "customer_timeline" else frame


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that shows all charts three times: whole frames, one row, no row."""
    script = tmp_path_factory.mktemp("charts") / "show_all.py"
    script.write_text(SHOW_ALL, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), "--server.headless", "true"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(health: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(health, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not start")


@pytest.fixture
def page() -> Iterator[Page]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("no Chromium on this machine (none of " + ", ".join(CHROMIUM) + "): the charts need one to be drawn")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield browser.new_page(viewport={"width": 1280, "height": 900})
        browser.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_charts_are_drawn_whole_on_desk_and_phone(language: str, address: str, page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}/?language={language}")
    page.get_by_text("all are shown").wait_for(timeout=60_000)
    charts = page.get_by_test_id("stVegaLiteChart")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(READY, arg=[3 * len(ALL), width], timeout=60_000)
        page.wait_for_timeout(500)

        assert charts.evaluate_all(DRAWN) == [1] * 3 * len(ALL)
        assert charts.evaluate_all(CUT_OFF) == []
        for chart, words in zip(ALL, charts.evaluate_all(WORDS)[: len(ALL)], strict=True):
            shown, frame = " ".join(words).replace("\u00a0", " "), written(chart.__name__)
            for column in WRITTEN:
                for text in frame.get(column, pd.Series(dtype=str)).dropna():
                    assert all(word in shown for word in text.replace("\u00a0", " ").split()), (chart.__name__, text)
    assert errors == []
