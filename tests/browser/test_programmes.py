"""Programmes in a real browser: what a link carries shows the same figures to whoever opens it, and what is kept stays."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

LONG = 60_000  # milliseconds: a busy machine, a first import of heavy libraries


def drawn(page: Page, charts: int) -> None:
    """Waits until the comparison's pictures are drawn."""
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas")).to_have_count(charts, timeout=LONG)


def said(page: Page) -> list[str]:
    """Everything the view says, its sentences and the words of its pictures, once all of it has come."""
    drawn(page, charts=2)
    for number in (0, 1):  # pictures are drawn anew after the sentences
        expect(page.locator("svg.marks").nth(number)).to_contain_text("What panic would do", timeout=LONG)
    expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=LONG)
    sentences = page.get_by_test_id("stMain").locator("[data-testid=stMarkdown], [data-testid=stCaptionContainer]").all_inner_texts()
    return sentences + page.locator("svg.marks text").all_text_contents()


def path_of(link: str) -> str:
    """What stands behind the server's own name."""
    address = urlsplit(link)
    return f"{address.path}?{address.query}"


@pytest.mark.parametrize("locale", ["en-US", "ru-RU"])
def test_the_link_of_a_comparison_shows_the_same_figures_in_a_fresh_browser(open_page, locale):
    page = open_page("/programmes?programmes_view=compare&shop=toys&language=en")
    page.get_by_role("button", name="Add the usual ones").click()
    expect(page.get_by_text("doing nothing is better")).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Add: what panic would do").click()
    expect(page.get_by_text("looks well at first")).to_be_visible(timeout=LONG)
    before = said(page)
    assert "What panic would do" in before
    page.get_by_text("Share, save and load").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("panic")  # the link is the last thing of the page that a click renews
    link = page.get_by_test_id("stCode").inner_text().strip()

    fresh = open_page(path_of(link), locale=locale)
    expect(fresh.get_by_text("looks well at first")).to_be_visible(timeout=LONG)
    assert said(fresh) == before, "in any browser's language: the link names the one it was made in"
    fresh.get_by_text("Share, save and load").click()
    expect(fresh.get_by_test_id("stCode")).to_have_text(link, timeout=LONG)


def test_the_address_of_a_what_if_shows_the_same_in_a_fresh_browser(open_page):
    page = open_page("/programmes?shop=toys&language=en&scenario=cashback~rate=0.03~frequency_lift=0.2~months=24")
    verdict = page.get_by_role("heading", level=3).first
    expect(verdict).to_be_visible(timeout=LONG)
    expect(verdict).to_have_text(re.compile("in 24 months"))
    expect(page).to_have_url(re.compile("scenario=cashback"))

    fresh = open_page(path_of(page.url))
    expect(fresh.get_by_role("heading", level=3).first).to_have_text(verdict.inner_text(), timeout=LONG)


def test_a_scenario_is_kept_under_a_name_and_stays_in_the_comparison(open_page):
    page = open_page("/programmes?programmes_view=compare&shop=toys&language=en&scenario=points~uptake=0.4")
    page.get_by_role("button", name="Keep what you try now").click()
    name = page.get_by_role("textbox", name="Name")
    name.fill("Points for four of ten")
    name.press("Enter")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("over 12 months")).to_be_visible(timeout=LONG)
    drawn(page, charts=2)
    expect(page.get_by_text("Points for four of ten").first).to_be_visible()
    page.reload()
    # the visit is over, and what a sample shop kept with it; the link still carries it
    expect(page.get_by_text("Points for four of ten").first).to_be_visible(timeout=LONG)


def test_an_address_in_the_name_of_a_scenario_is_no_link(open_page):
    name = "see%20http://a.example%20www.b.example%20c%40d.example"
    page = open_page(f"/programmes?programmes_view=compare&shop=toys&language=en&compare=discount~name={name}")
    expect(page.get_by_test_id("stMain").get_by_text("www").first).to_be_visible(timeout=LONG)
    drawn(page, charts=2)
    # a heading's link to itself is one too
    assert page.get_by_test_id("stMain").locator("a[href*=example]:not([href^='#'])").count() == 0
