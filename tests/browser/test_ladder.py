"""The ladder in a real browser: every view from a cold link, a cell's people taken away, sliders and dates that change what is said."""

from __future__ import annotations

import csv
import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from retention.answers.ask import ask
from retention.answers.board_strategies import BOARD_STRATEGIES
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.rung_board import rung_board
from retention.answers.strategies import STRATEGIES
from retention.ingest import read
from retention.locale import Words
from retention.metrics import CUSTOMERS
from retention.question import Question
from retention.warehouse import open_workspace

LONG = 60_000  # milliseconds: a busy machine, a first import of heavy libraries, models for 23,570 customers
# each view with something that it alone says, as the English source has it
VIEWS = {
    "now": "Whom to spend on, and how much at most",
    "movement": "From rung to rung",
    "spiral": "What each turn adds",
    "reach": "What to do at each step",
    "people": "Who buys steadily",
    "interests": "What newcomers come for, and what customers come back for",
    "cohorts": "All figures",
    "worth": "What one climb is worth",
    "rules": "How long a silence may last",
}
TABLE = "These customers as a table (CSV)"


@pytest.fixture(scope="module")
def cdnow_server(start_server, real_data, tmp_path_factory):
    """A server whose owner has loaded the CDNOW file."""
    path = tmp_path_factory.mktemp("cdnow") / "workspace.duckdb"
    workspace = open_workspace(path)
    with read(sorted((real_data / "cdnow-master").iterdir())) as reading:
        workspace.load(reading)
    workspace.close()
    server = start_server()
    server.home.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, server.home / "workspace.duckdb")  # nobody has opened a page yet
    return server


def settled(page: Page, words: Words, heading: str) -> None:
    """Waits until the view has said its piece, its pictures are drawn and nothing is being worked out; nothing may have failed."""
    expect(page.get_by_role("heading", name=words(heading)).first).to_be_visible(timeout=LONG)
    expect(page.get_by_test_id("stSpinner")).to_have_count(0, timeout=LONG)
    charts = page.get_by_test_id("stVegaLiteChart")
    for place in range(charts.count()):
        expect(charts.nth(place).locator("svg, canvas").first).to_be_attached(timeout=LONG)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def is_wider_than_the_screen(page: Page) -> bool:
    """Whether anything makes the page itself scroll sideways."""
    return bool(
        page.evaluate(
            "[document.documentElement, document.querySelector('[data-testid=stMain]')].some(part => part.scrollWidth > innerWidth)"
        )
    )


def holds_so_many(page: Page, words: Words, customers: int) -> None:
    """The last card called Customers, that of the cell which is picked, says this number (a page under work shows the one before)."""
    card = page.get_by_test_id("stMetric").filter(has=page.get_by_text(words(CUSTOMERS.label), exact=True)).last
    expect(card.get_by_test_id("stMetricValue")).to_have_text(words.number(customers), timeout=LONG)


def download_cell(page: Page, words: Words, tmp_path, name: str) -> list[list[str]]:
    """The rows of the file of the picked cell, its header first."""
    button = page.get_by_role("button", name=words(TABLE))
    with page.expect_download(timeout=LONG) as coming:
        button.click()
    assert coming.value.suggested_filename == name
    path = tmp_path / name
    coming.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


# every view in one of the languages, so that each language meets charts, tables and fields of all kinds
@pytest.mark.parametrize(("view", "language"), list(zip(VIEWS, ("ru", "ro", "en") * 3, strict=True)))
def test_a_cold_link_opens_every_view_in_its_language_and_it_fits_a_phone(open_page, view, language):
    words = Words(language)
    page = open_page(f"/ladder?ladder_view={view}&shop=toys&language={language}")
    settled(page, words, VIEWS[view])
    assert not is_wider_than_the_screen(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(1_000)  # the charts are drawn anew after a moment
    settled(page, words, VIEWS[view])
    assert not is_wider_than_the_screen(page)


@pytest.mark.parametrize("view", ["now", "movement", "cohorts", "worth"])
def test_the_cdnow_file_fits_a_phone(open_page, cdnow_server, view):
    page = open_page(f"/ladder?ladder_view={view}&language=en", width=390, height=844, colour_scheme="dark", at=cdnow_server)
    settled(page, Words("en"), VIEWS[view])
    assert not is_wider_than_the_screen(page)


def test_a_cells_people_are_taken_away_as_a_table(open_page, tmp_path):
    words = Words("ru")
    page = open_page("/ladder?shop=toys&language=ru", locale="ru-RU")
    settled(page, words, VIEWS["now"])
    picker = page.get_by_test_id("stButtonGroup").filter(has_text=words("Rung of the ladder"))
    picker.get_by_role("radio", name=words(STRATEGIES["lapsed"].label)).click()
    expect(page).to_have_url(re.compile("board_rung=lapsed"), timeout=LONG)
    tiers = page.get_by_test_id("stButtonGroup").filter(has_text=words("Profit tier"))
    tiers.get_by_role("radio", name=words("Middling")).click()
    expect(page).to_have_url(re.compile("board_tier=middle"), timeout=LONG)
    advice = BOARD_STRATEGIES["lapsed", "middle"].advice
    expect(page.get_by_text(words(advice))).to_be_visible(timeout=LONG)
    settled(page, words, VIEWS["now"])
    header, *people = download_cell(page, words, tmp_path, "customers-lapsed-middle.csv")
    assert len(people) > 50
    holds_so_many(page, words, len(people))
    assert header[0] == words("Customer") and len({row[0] for row in people}) == len(people)


def test_the_cells_of_the_cdnow_file_hold_whom_they_count(open_page, cdnow_server, tmp_path):
    copy = tmp_path / "copy.duckdb"
    shutil.copy(cdnow_server.home / "workspace.duckdb", copy)
    workspace = open_workspace(copy)
    with ask(workspace, Question()) as marts:
        values = customer_values(marts, fits(marts))
        board = rung_board(marts, values)
    workspace.close()
    words = Words("en")
    for rung, tier in (("first_purchase", "middle"), ("regular", "best")):
        page = open_page(f"/ladder?board_rung={rung}&board_tier={tier}&language=en", at=cdnow_server)
        settled(page, words, VIEWS["now"])
        _, *people = download_cell(page, words, tmp_path, f"customers-{rung}-{tier}.csv")
        assert len(people) == board.cell(rung, tier).customers
        holds_so_many(page, words, len(people))


def test_a_slider_of_the_rules_changes_who_stands_where(open_page):
    words = Words("en")
    page = open_page("/ladder?ladder_view=rules&shop=online&language=en")
    settled(page, words, VIEWS["rules"])
    slider = page.get_by_role("slider", name=words("Days with a purchase that make a customer a regular"))
    slider.focus()
    slider.press("ArrowRight")
    expect(page).to_have_url(re.compile("regular_from=4"), timeout=LONG)
    page.get_by_role("radio", name=words("Now"), exact=True).click()
    settled(page, words, VIEWS["now"])
    expect(page.get_by_test_id("stMetricValue")).not_to_have_count(0)
    changed = page.get_by_test_id("stMetricValue").all_inner_texts()
    plain = open_page("/ladder?shop=online&language=en")
    settled(plain, words, VIEWS["now"])
    expect(plain.get_by_test_id("stMetricValue")).to_have_count(len(changed), timeout=LONG)
    as_before = plain.get_by_test_id("stMetricValue").all_inner_texts()
    assert changed[0] == as_before[0]  # as many customers
    assert changed != as_before
    # and a link tells it to somebody else
    other = open_page("/ladder?regular_from=4&shop=online&language=en")
    expect(other.get_by_test_id("stMetricValue")).to_have_text(changed, timeout=LONG)


def test_the_link_of_another_view_carries_what_the_slider_says(open_page):
    words = Words("en")
    page = open_page("/ladder?ladder_view=rules&regular_from=4&shop=online&language=en")
    settled(page, words, VIEWS["rules"])
    page.get_by_role("radio", name=words("Now"), exact=True).click()
    settled(page, words, VIEWS["now"])
    expect(page).to_have_url(re.compile("regular_from=4"))
    page.get_by_role("link", name=words("Winning or keeping")).click()
    expect(page.get_by_role("heading", name=words("Winning or keeping")).first).to_be_visible(timeout=LONG)
    expect(page).to_have_url(re.compile("regular_from=4"), timeout=LONG)


def test_two_days_change_what_is_said_of_movement(open_page):
    words = Words("en")
    page = open_page("/ladder?ladder_view=movement&shop=toys&language=en")
    settled(page, words, VIEWS["movement"])
    said = page.locator("strong", has_text=re.compile(r"climbed, .* stayed")).first
    before = said.inner_text()
    for label, day in (("From the evening of", "2025-01-31"), ("To the evening of", "2025-04-30")):
        field = page.get_by_test_id("stDateInput").filter(has_text=words(label)).locator("input").first
        field.fill(day)
        field.press("Enter")
        page.keyboard.press("Escape")
        expect(page).to_have_url(re.compile(day), timeout=LONG)
        settled(page, words, VIEWS["movement"])
    expect(said).not_to_have_text(before, timeout=LONG)
    expect(said).to_contain_text("Apr 30, 2025", timeout=LONG)
    expect(page).to_have_url(re.compile("moved_from=2025-01-31"))
    expect(page).to_have_url(re.compile("moved_to=2025-04-30"))
    fresh = open_page("/ladder" + page.url.partition("/ladder")[2])
    expect(fresh.locator("strong", has_text=re.compile(r"climbed, .* stayed")).first).to_have_text(said.inner_text(), timeout=LONG)
