"""What people come for, in a real browser: drop a file and see the ladder, move a slider, open a link cold, and stay apart."""

from __future__ import annotations

import re
import time
import zipfile
from datetime import date, timedelta
from io import BytesIO

from playwright.sync_api import Page, expect

LONG = 30_000  # milliseconds: a busy machine, a first import of heavy libraries


def orders_csv(marker: str = "Lamp") -> bytes:
    """Four customers: one with five purchases, one with three, two with one; 11 orders of 10.00, and a header to understand."""
    lines = ["Order no;Date;Customer;Amount;Product"]
    number = 0
    for customer, purchases in (("anna", 5), ("boris", 3), ("clara", 1), ("dan", 1)):
        for turn in range(purchases):
            day = date(2026, 1, 5) + timedelta(turn * 9)
            number += 1
            lines.append(f"{number};{day:%d.%m.%Y};{customer};10,00;{marker}")
    return "\n".join(lines).encode()


def sparse_bomb() -> bytes:
    """A workbook of one kilobyte whose two cells lie so far apart that reading it all would take half a terabyte."""
    sheet = (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>'
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def drop(page: Page, name: str, content: bytes, kind: str = "text/csv") -> None:
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})


def go_to(page: Page, title: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_text(title, exact=True).click()
    expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible(timeout=LONG)


def test_a_first_visit_shows_the_sample_and_where_to_drop_a_file(open_page):
    page = open_page("/")
    expect(page.get_by_text("This is a sample shop with invented data.", exact=False)).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Drop your sales file here", exact=False)).to_be_visible(timeout=LONG)
    expect(page.get_by_text("regulars or advocates", exact=False)).to_be_visible(timeout=LONG)


def test_drop_a_file_and_see_the_ladder(open_page, start_server):
    server = start_server()
    page = open_page("/", at=server)
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(page, "orders.csv", orders_csv())
    expect(page.get_by_text("Of 4 customers", exact=False)).to_be_visible(timeout=LONG)
    expect(page.get_by_text("This is a sample shop", exact=False)).to_have_count(0)
    go_to(page, "Loyalty ladder")
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg, canvas").first).to_be_visible(timeout=LONG)
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("4")
    go_to(page, "Data")
    expect(page.get_by_text("orders.csv").first).to_be_visible(timeout=LONG)
    page.get_by_role("button", name="Take this import back").click()
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)


def test_a_wrong_meaning_is_corrected_in_the_form(open_page, start_server):
    page = open_page("/data", at=start_server())
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(page, "orders.csv", orders_csv())
    expect(page.get_by_text("What your files were taken for")).to_be_visible(timeout=LONG)
    product = page.get_by_role("combobox", name="Product", exact=True)
    product.click()
    product.fill("Category")  # the list shows a part of its choices: what is typed finds the one
    product.press("Enter")
    expect(product).to_have_value("Category")
    page.get_by_role("button", name="Read again with these meanings").click()
    expect(page.get_by_text("Reading…")).to_have_count(0, timeout=LONG)
    expect(page.get_by_role("combobox", name="Product", exact=True)).to_have_value("Category", timeout=LONG)
    go_to(page, "Loyalty ladder")
    expect(page.get_by_test_id("stMetricValue").first).to_have_text("4", timeout=LONG)


def test_a_slider_moves_the_figure(open_page):
    page = open_page("/programmes?shop=online&scenario=cashback")
    expect(page.get_by_role("heading", name="Programmes", exact=True)).to_be_visible(timeout=LONG)
    slider = page.get_by_role("slider", name="Cashback, share of the sum paid, %").first
    expect(slider).to_be_visible(timeout=LONG)
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(4, timeout=LONG)  # the page stands still
    heading = page.locator("h3").first
    before = heading.inner_text()
    slider.focus()
    slider.press("ArrowRight")
    expect(heading).not_to_have_text(before, timeout=LONG)
    expect(page).to_have_url(re.compile(r"scenario=cashback~rate(=|%3D)0\.055"), timeout=LONG)


def test_a_cold_start_straight_at_the_costs(open_page, start_server):
    page = open_page("/costs", at=start_server())
    expect(page.get_by_role("heading", name="Winning or keeping", exact=True)).to_be_visible(timeout=LONG)
    expect(page.get_by_text("Cost of one new customer (CAC)").first).to_be_visible(timeout=LONG)
    expect(page.get_by_test_id("stSidebarNav").get_by_text("Loyalty ladder")).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_the_browser_chooses_the_language_and_the_switch_changes_it(open_page):
    page = open_page("/ladder", locale="ro-RO")
    expect(page.locator("h1")).not_to_have_text("Loyalty ladder", timeout=LONG)
    russian = open_page("/ladder?language=ru", locale="en-US")
    expect(russian.get_by_text("Постоянный").first).to_be_visible(timeout=LONG)


def test_a_link_carries_the_question(open_page):
    page = open_page("/programmes?shop=online&scenario=discount~rate=0.2")
    expect(page.get_by_role("heading", name="Programmes", exact=True)).to_be_visible(timeout=LONG)
    expect(page.get_by_role("slider", name="Discount, share of the full price, %").first).to_have_value("20", timeout=LONG)


def test_a_bomb_is_refused_in_one_sentence_and_the_server_lives(open_page, start_server):
    server = start_server()
    page = open_page("/", at=server)
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(page, "bomb.xlsx", sparse_bomb(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    expect(page.get_by_test_id("stAlert").filter(has_text="bomb")).to_be_visible(timeout=LONG)
    assert server.is_alive()
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible()


def test_a_customers_name_is_never_code(open_page, start_server):
    evil = "![x](http://evil.example/x.png) <img src=x onerror=alert(1)> :red[hot] $x$"
    page = open_page("/data", at=start_server())
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(page, "orders.csv", orders_csv(evil).replace(b"Product", evil.replace(";", "").encode()))
    expect(page.get_by_text("What your files were taken for")).to_be_visible(timeout=LONG)
    expect(page.get_by_text("onerror=alert", exact=False).first).to_be_attached()
    assert alarms == []
    assert page.locator("img[src*='evil'], img[src='x']").count() == 0


def test_two_visitors_never_see_each_others_data(open_page, start_server):
    server = start_server(RETENTION_MODE="visitor")
    alice, bob = open_page("/", at=server), open_page("/", at=server)
    heard: list[str] = []
    bob.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
    expect(alice.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(alice, "ALICE-SECRET.csv", orders_csv("ALICE-SECRET-LAMP"))
    expect(alice.get_by_text("Of 4 customers", exact=False)).to_be_visible(timeout=LONG)
    bob.reload()
    for title in ("Data", "Loyalty ladder", "What customers are worth", "Winning or keeping", "Programmes", "Data"):
        go_to(bob, title)
        expect(bob.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
        assert "ALICE-SECRET" not in bob.content()
    assert heard, "nothing was overheard at all, so the ear was deaf"
    assert not any("ALICE-SECRET" in frame for frame in heard)
    go_to(alice, "Data")
    expect(alice.get_by_text("ALICE-SECRET.csv").first).to_be_visible(timeout=LONG)


def test_a_visit_that_is_over_leaves_nothing_behind(open_page, start_server, tmp_path):
    server = start_server(RETENTION_MODE="visitor", TMPDIR=str(tmp_path), STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="1")
    alice = open_page("/", at=server)
    expect(alice.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    drop(alice, "orders.csv", orders_csv())
    expect(alice.get_by_text("Of 4 customers", exact=False)).to_be_visible(timeout=LONG)
    her_folders = set(tmp_path.glob("retention-*/*"))
    assert {folder.name.split("-")[0] for folder in her_folders} == {"visitor", "upload"}
    alice.context.close()
    end = time.monotonic() + 30
    while any(folder.exists() for folder in her_folders) and time.monotonic() < end:
        time.sleep(0.5)
    assert [folder for folder in her_folders if folder.exists()] == []
    server.stop()
    assert list(tmp_path.glob("retention-*")) == []


def test_the_link_says_shop_view_and_language_after_a_visit_to_another_page(open_page):
    page = open_page("/costs?costs_view=months&shop=toys&language=ro", locale="en-US")
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible(timeout=LONG)  # whoever leaves sooner has seen nothing yet
    sidebar = page.get_by_test_id("stSidebarNav")
    sidebar.get_by_role("link").filter(has_text="Programe").click()
    expect(page).to_have_url(re.compile(r"/programmes.*shop=toys.*scenario="), timeout=LONG)
    sidebar.get_by_role("link").filter(has_text="Atragere").click()
    for part in ("costs_view=months", "shop=toys", "language=ro"):
        expect(page).to_have_url(re.compile(rf"/costs.*{part}"), timeout=LONG)
