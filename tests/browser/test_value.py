"""What customers are worth, in a real browser: views that a link carries, a forecast that sliders move, one customer found and sent on."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from retention.locale import Words

LONG = 30_000  # milliseconds: a busy machine, a first import of heavy libraries


def settled(page: Page, charts: int) -> None:
    """Waits until the view's pictures are drawn and nothing is being worked out."""
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas")).to_have_count(charts, timeout=LONG)
    expect(page.get_by_test_id("stSpinner")).to_have_count(0, timeout=LONG)


def test_a_link_opens_a_view_and_a_click_changes_the_link(open_page):
    words = Words("ru")
    page = open_page("/value?view=forecast&shop=toys&language=ru", locale="ru-RU")
    settled(page, charts=2)
    expect(page.get_by_text("🏆")).to_be_visible()
    page.get_by_role("radio", name=words("All customers together")).click()
    expect(page.get_by_text(words("What a small change is worth"))).to_be_visible(timeout=LONG)
    expect(page).to_have_url(re.compile(r"view=base"))


def test_months_ahead_move_the_forecast_while_the_page_stands(open_page):
    page = open_page("/value?shop=online")
    expect(page.get_by_text("All of today's customers together are expected to bring")).to_be_visible(timeout=LONG)
    total = page.locator("strong", has_text="€")
    before = total.first.inner_text()
    slider = page.get_by_role("slider", name="Months ahead")
    slider.focus()
    slider.press("ArrowRight")
    expect(total.first).not_to_have_text(before, timeout=LONG)
    expect(page).to_have_url(re.compile(r"horizon=13"))


def test_a_customer_is_found_and_a_fresh_browser_opens_the_link(open_page):
    page = open_page("/customer?shop=online")
    settled(page, charts=2)
    search = page.get_by_role("textbox", name="Name or number")
    search.fill("Meyer")
    search.press("Enter")
    heading = page.get_by_role("heading", level=3).first
    expect(heading).to_contain_text("Meyer", timeout=LONG)
    expect(page).to_have_url(re.compile(r"customer=\w+"))
    link = page.url.partition("/customer")[2]
    fresh = open_page(f"/customer{link}&shop=online" if "shop=" not in link else f"/customer{link}")
    expect(fresh.get_by_role("heading", level=3).first).to_have_text(heading.inner_text(), timeout=LONG)


@pytest.mark.parametrize(("view", "charts"), [("values", 0), ("spread", 4), ("base", 2), ("new", 3), ("forecast", 2)])
def test_on_a_phone_nothing_runs_over_the_edge(open_page, view, charts):
    page = open_page(f"/value?view={view}&shop=toys&language=ru", width=390, colour_scheme="dark", locale="ru-RU")
    settled(page, charts)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
