"""A slider of the programmes page moved in Chromium, against (a) an empty fragment's rerun, (b) one that only swaps the data of the same
charts, worked out beforehand, on a page of their own, and (c) the same within the programmes page, beside its fields and sidebar.

Run: python tests/benchmarks/benchmark_slider.py. Prints medians of key press → figures changed, and → charts painted, with ratios to
(b) and to (c). All servers use the project's own configuration; the pages take turns, so that a busy minute hits all of them.
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
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
TURNS, WARM_UP = 30, 3
EMPTY_PAGE = """
import streamlit as st

@st.fragment
def empty():
    value = st.slider("Empty", 0.0, 50.0, 5.0, 0.5)
    st.markdown(f"### {value}")

empty()
"""
CHARTS_PAGE = """
import sys
sys.path.insert(0, "pages")
import streamlit as st
from retention.charts import spec
from retention.programmes import by_name
from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate
from shared.language import PageWords
from shared.try_frames import futures_frame, lift_frame, months_frame, tornado_frame

def frames(rate):
    words, cashback = PageWords("en"), by_name("cashback")
    outcome = evaluate(cashback, Business.of(500, 4.2, 1500, 0.42), {"rate": rate})
    known = {assumption.name: assumption for assumption in cashback.assumptions}
    return {
        "programme_lift": lift_frame(words, outcome, known["frequency_lift"]),
        "programme_months": months_frame(words, outcome, "RUB"),
        "programme_futures": futures_frame(words, outcome, "RUB"),
        "programme_tornado": tornado_frame(words, outcome, "RUB", known),
    }

if "frames" not in st.session_state:
    st.session_state["frames"] = [frames(0.05), frames(0.055)]

@st.fragment
def charts_alone():
    value = st.slider("Charts alone", 0.0, 50.0, 5.0, 0.5)
    st.markdown(f"### {value}")
    with st.grid(min_column_width=400):
        for name, frame in st.session_state["frames"][int(value * 2) % 2].items():
            st.vega_lite_chart(frame, spec(name, "en", "RUB"), width="stretch")

charts_alone()
"""
# Stands behind the what-if's own code in a copy of the pages, where its fragment then does no more than `charts_alone`.
CHARTS_WITHIN = """

from retention.charts import spec
from retention.programmes.evaluate import evaluate
from shared.try_frames import futures_frame, lift_frame, months_frame, tornado_frame


@st.fragment(key=OUTCOME)
def _tell(words, asked, programme, shop):
    known = {assumption.name: assumption for assumption in programme.assumptions}

    def frames(rate):
        outcome = evaluate(programme, shop.business, {"rate": rate})
        return {
            "programme_lift": lift_frame(words, outcome, known["frequency_lift"]),
            "programme_months": months_frame(words, outcome, shop.currency),
            "programme_futures": futures_frame(words, outcome, shop.currency),
            "programme_tornado": tornado_frame(words, outcome, shop.currency, known),
        }

    if "frames" not in st.session_state:
        st.session_state["frames"] = [frames(0.05), frames(0.055)]
    value = st.session_state["cashback~rate"]
    st.markdown(f"### {value}")
    with st.grid(min_column_width=400):
        for name, frame in st.session_state["frames"][int(value * 2) % 2].items():
            st.vega_lite_chart(frame, spec(name, "en", shop.currency), width="stretch")
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
def served(script: str, home: str, root: Path = ROOT) -> Iterator[str]:
    """A server of its own for this script, with its own data below `home`; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port), "--server.headless", "true"]
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "RETENTION_HOME": tempfile.mkdtemp(dir=home), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
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


def move(page: Page, label: str, turn: int) -> tuple[float, float]:
    """Milliseconds from a key press to changed figures and to the last painted change."""
    page.bring_to_front()
    slider = page.get_by_role("slider", name=label).first
    page.evaluate(WATCH)
    slider.press("ArrowRight" if turn % 2 == 0 else "ArrowLeft")
    page.wait_for_function("window.told !== null", timeout=30_000)
    page.wait_for_timeout(700)
    return page.evaluate("window.told"), page.evaluate("window.painted")


def opened(browser: Browser, address: str, label: str) -> Page:
    """The page, once its slider stands and everything is drawn."""
    page = browser.new_page(viewport={"width": 1280, "height": 2400}, locale="en-US")
    page.goto(address)
    page.get_by_role("slider", name=label).first.wait_for(timeout=60_000)
    page.wait_for_timeout(3_000)
    return page


def copy_with_charts_within(folder: str) -> Path:
    """A copy of the app whose what-if only swaps its charts' data."""
    copy = Path(folder) / "copy"
    for name in ("pages", ".streamlit"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "app.py", copy)
    with (copy / "pages/shared/try_view.py").open("a", encoding="utf-8") as view:
        view.write(CHARTS_WITHIN)
    return copy


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, ExitStack() as servers:
        scripts = {"empty": EMPTY_PAGE, "charts": CHARTS_PAGE}
        for name, text in scripts.items():
            (Path(folder) / f"{name}.py").write_text(text, encoding="utf-8")
        empty, charts = (servers.enter_context(served(str(Path(folder) / f"{name}.py"), folder)) for name in scripts)
        within = servers.enter_context(served("app.py", folder, copy_with_charts_within(folder)))
        app = servers.enter_context(served("app.py", folder))
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        cashback = "programmes?shop=toys&scenario=cashback", "Cashback, share of the sum paid, %"
        asked = {
            "empty fragment": (empty, "Empty"),
            "charts alone": (charts, "Charts alone"),
            "charts within the page": (f"{within}/{cashback[0]}", cashback[1]),
            "programmes page": (f"{app}/{cashback[0]}", cashback[1]),
        }
        pages = {name: (opened(browser, address, label), label) for name, (address, label) in asked.items()}
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
        for turn in range(WARM_UP + TURNS):
            for name, (page, label) in pages.items():
                moved = move(page, label, turn)
                if turn >= WARM_UP:
                    taken[name].append(moved)
        medians = {name: tuple(statistics.median(column) for column in zip(*rows, strict=True)) for name, rows in taken.items()}
        for name, (told, painted) in medians.items():
            bases = [medians[base] for base in ("charts alone", "charts within the page")]
            ratios = ", ".join(f"{told / base[0]:.2f} and {painted / base[1]:.2f}" for base in bases)
            print(f"{name}: figures {told:.0f} ms, painted {painted:.0f} ms; times charts alone, then within: {ratios}; medians of {TURNS}")
        browser.close()


if __name__ == "__main__":
    main()
