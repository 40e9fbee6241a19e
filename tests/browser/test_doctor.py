"""The import doctor with two real shops, in their owners' languages: understood, corrected, mended, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from retention.locale import Words

LONG = 60_000
SHOPS = {
    # files (the sales first), the language, and from the collection's own account: lines, sales and customers
    "ru-fruit-sales": (("Продажи.csv",), "ru", 3439, "237276715.00", 4),
    "ro-electro": (("vanzari.csv", "clienti.csv", "produse.csv", "filiale.csv"), "ro", 150, "479300.00", 73),
}
# The column whose meaning is changed, and to which field.
CHANGES = {"ru-fruit-sales": ("Категория товара", "Channel"), "ro-electro": ("categorie", "Channel")}


def figure(page: Page, words: Words, name: str) -> Locator:
    """The sum of this name as it is counted now: the last cell of its row in the first table."""
    return page.get_by_test_id("stTable").first.locator("tr").filter(has_text=words(name)).locator("td").last


def open_with_files(open_page, start_server, folder: Path, files: tuple[str, ...], language: str, **look: object) -> Page:
    page = open_page("/data", at=start_server(), locale=language, **look)
    expect(page.locator("input[type=file]")).to_be_attached(timeout=LONG)
    expect(page.get_by_test_id("stTable")).to_be_visible(timeout=LONG)
    page.locator("input[type=file]").set_input_files([str(folder / name) for name in files])
    expect(page.get_by_text(Words(language)("What your files were taken for"))).to_be_visible(timeout=LONG)
    return page


@pytest.mark.parametrize("shop", SHOPS)
def test_a_shop_is_understood_corrected_mended_and_taken_back(open_page, start_server, real_data, shop):
    files, language, lines, sales, customers = SHOPS[shop]
    words = Words(language)
    page = open_with_files(open_page, start_server, real_data / shop, files, language)

    # it says what it understood, in the owner's language
    for name in files:
        expect(page.get_by_test_id("stMain").get_by_text(name).first).to_be_visible()
    expect(page.get_by_text(words("Order lines")).first).to_be_visible()
    expect(figure(page, words, "Order lines")).to_have_text(words.number(lines))
    expect(figure(page, words, "Sales")).to_contain_text(words.number(float(sales), 2))
    expect(figure(page, words, "Customers")).to_have_text(words.number(customers))

    # a meaning is changed
    header, field = CHANGES[shop]
    column = page.get_by_role("combobox", name=header, exact=True).first
    if not column.is_visible():
        page.get_by_text(words("What its columns mean")).first.click()
        page.wait_for_function("document.getAnimations().length === 0")  # what is typed while it still opens would be lost
        page.wait_for_timeout(1000)
    column.click()
    column.fill(words(field))
    column.press("Enter")
    expect(column).to_have_value(words(field))
    page.get_by_role("button", name=words("Read again with these meanings")).click()
    back = page.get_by_role("button", name=words("Take back the last change"))
    expect(back).to_be_visible(timeout=LONG)
    expect(column).to_have_value(words(field), timeout=LONG)

    # a repair is switched, which changes the sums, and taken back
    before = figure(page, words, "Sales").inner_text()
    switch = page.get_by_text(words("Do this"), exact=True).first
    switch.click()
    expect(figure(page, words, "Sales")).not_to_have_text(before, timeout=LONG)
    expect(back).to_be_visible(timeout=LONG)
    back.click()
    expect(figure(page, words, "Sales")).to_have_text(before, timeout=LONG)

    # and the import is undone
    page.get_by_role("button", name=words("Take this import back")).click()
    expect(page.get_by_text(words("Nothing has been loaded yet."))).to_be_visible(timeout=LONG)


def test_a_blank_table_is_downloaded_and_loads_as_it_is(open_page, start_server, tmp_path):
    page = open_page("/data", at=start_server(), locale="ro")
    words = Words("ro")
    page.get_by_text(words("Blank tables to fill in (Excel)")).click(timeout=LONG)
    with page.expect_download() as coming:
        page.get_by_test_id("stDownloadButton").first.get_by_role("button").click()
    path = tmp_path / coming.value.suggested_filename
    assert path.name == "order-lines-ro.xlsx"
    coming.value.save_as(path)
    page.locator("input[type=file]").set_input_files(str(path))
    expect(page.get_by_text(words("What your files were taken for"))).to_be_visible(timeout=LONG)
    expect(figure(page, words, "Order lines")).to_have_text("2")


def test_on_a_phone_nothing_runs_over_the_edge(open_page, start_server, real_data):
    files, language, *_ = SHOPS["ro-electro"]
    page = open_with_files(open_page, start_server, real_data / "ro-electro", files, language, width=390, colour_scheme="dark")
    expect(page.get_by_text(Words(language)("Take this import back"))).to_be_visible(timeout=LONG)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
