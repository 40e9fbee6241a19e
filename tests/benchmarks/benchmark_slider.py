"""A slider of the programmes page moved in Chromium, against an empty fragment's rerun in the same browser and server kind.

Run: python tests/benchmarks/benchmark_slider.py. Prints medians of key press → figures changed, and → charts painted, with ratios.
Both servers use the project's own configuration.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TURNS = 30
EMPTY_PAGE = """
import streamlit as st

@st.fragment
def empty():
    value = st.slider("Empty", 0.0, 50.0, 5.0, 0.5)
    st.markdown(f"### {value}")

empty()
"""
SWITCHES = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync".split()
# From the key press to the heading's new text, and to the frame after the last change of any chart.
WATCH = """
() => {
    window.pressed = performance.now();
    window.told = null;
    window.painted = null;
    const heading = document.querySelector('h3'), before = heading.textContent;
    const seen = () => {
        const now = performance.now();
        if (window.told === null && document.querySelector('h3').textContent !== before) window.told = now - window.pressed;
        requestAnimationFrame(() => { window.painted = performance.now() - window.pressed; });
    };
    window.watcher?.disconnect();
    window.watcher = new MutationObserver(seen);
    const everything = {subtree: true, childList: true, characterData: true, attributes: true};
    window.watcher.observe(document.querySelector('[data-testid=stMain]'), everything);
}
"""


@contextmanager
def served(script: str, home: str) -> Iterator[str]:
    """A server of its own for this script; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.headless", "true"]
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "RETENTION_HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health")
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def move(page: Page, label: str) -> tuple[float, float]:
    """Median milliseconds from key press to changed figures and to the last painted change, over many presses."""
    slider = page.get_by_role("slider", name=label).first
    slider.wait_for(timeout=60_000)
    page.wait_for_timeout(2_000)
    told, painted = [], []
    for turn in range(TURNS + 3):
        page.evaluate(WATCH)
        slider.press("ArrowRight" if turn % 2 == 0 else "ArrowLeft")
        page.wait_for_function("window.told !== null", timeout=30_000)
        page.wait_for_timeout(700)
        if turn >= 3:  # the first ones warm up
            told.append(page.evaluate("window.told"))
            painted.append(page.evaluate("window.painted"))
    return statistics.median(told), statistics.median(painted)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        empty_script = Path(folder) / "empty.py"
        empty_script.write_text(EMPTY_PAGE)
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser: Browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        with served(str(empty_script), folder) as url:
            page = browser.new_page()
            page.goto(url)
            floor, floor_painted = move(page, "Empty")
        with served("app.py", folder) as url:
            page = browser.new_page(viewport={"width": 1280, "height": 2400}, locale="en-US")
            page.goto(f"{url}/programmes?shop=toys")
            told, painted = move(page, "Cashback, share of the sum paid, %")
        print(f"empty fragment: figure {floor:.0f} ms, painted {floor_painted:.0f} ms (medians of {TURNS})")
        ratios = f"{told / floor:.2f}", f"{painted / floor_painted:.2f}"
        print(f"programmes page: figures {told:.0f} ms, ratio {ratios[0]}; charts painted {painted:.0f} ms, ratio {ratios[1]}")
        browser.close()


if __name__ == "__main__":
    main()
