"""Where else the money could go, in a real browser: sliders move what is freed, and a fresh browser reads the same from the link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

LONG = 60_000  # milliseconds: a busy machine, a first import of heavy libraries, a first fit
TYPED = "figures=typed&typed_acquired=120&typed_kept=500&typed_winning=9000&typed_keeping=2000"


def settled(page: Page, charts: int) -> None:
    """Waits until the view's pictures are drawn and nothing is being worked out."""
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas")).to_have_count(charts, timeout=LONG)
    expect(page.get_by_test_id("stSpinner")).to_have_count(0, timeout=LONG)


def test_a_slider_moves_what_is_freed_and_a_fresh_browser_reads_the_same(open_page):
    page = open_page(f"/costs?costs_view=budget&{TYPED}&win_brings=150&keep_brings=90&wishes=Oven%3D700")
    settled(page, charts=2)
    answer = page.get_by_test_id("stMarkdown").filter(has_text="could go elsewhere").first
    before = answer.inner_text()
    slider = page.get_by_role("slider", name="Of it for winning new customers, %")
    slider.focus()
    slider.press("ArrowLeft")
    expect(answer).not_to_have_text(before, timeout=LONG)
    expect(page).to_have_url(re.compile(r"winning_share=81"), timeout=LONG)
    settled(page, charts=2)
    fresh = open_page("/costs" + page.url.partition("/costs")[2])
    settled(fresh, charts=2)
    expect(fresh.get_by_test_id("stMarkdown").filter(has_text="could go elsewhere").first).to_have_text(answer.inner_text(), timeout=LONG)


@pytest.mark.parametrize(("view", "charts"), [("budget", 2), ("claims", 3)])
def test_on_a_phone_nothing_runs_over_the_edge(open_page, view, charts):
    page = open_page(f"/costs?costs_view={view}&shop=toys&language=ru", width=390, colour_scheme="dark", locale="ru-RU")
    settled(page, charts)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
