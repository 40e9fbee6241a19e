"""Every collected hostile workbook, dropped on the page: the server lives, and says one sentence or shows the figures."""

from __future__ import annotations

import psutil
from playwright.sync_api import expect

LONG = 60_000
MEGABYTE = 1024 * 1024


def test_hostile_files_leave_the_server_alive(open_page, start_server, bad_data):
    server = start_server()
    page = open_page("/", at=server)
    expect(page.get_by_text("This is a sample shop", exact=False)).to_be_visible(timeout=LONG)
    memory_before = psutil.Process(server.process.pid).memory_info().rss
    files = sorted(path for path in (bad_data / "hostile-made").iterdir() if path.suffix in (".xlsx", ".parquet"))
    assert len(files) > 10
    for turn, path in enumerate(files, start=1):
        page.locator(f".st-key-upload_{turn - 1} input[type=file]").set_input_files(str(path))
        # each drop, refused or read, ends in an empty drop area of its own
        expect(page.locator(f".st-key-upload_{turn}")).to_be_visible(timeout=LONG)
        expect(page.locator("input[type=file]")).to_have_count(1, timeout=LONG)
        assert server.is_alive(), path.name
        assert "Traceback" not in server.tail(), path.name
        refused = page.get_by_test_id("stAlert").filter(has_text=path.stem.split("_")[0])
        was_read = page.get_by_text("What was noticed in your files")
        expect(refused.or_(was_read).first).to_be_visible(timeout=LONG)
    grown = psutil.Process(server.process.pid).memory_info().rss - memory_before
    assert grown < 200 * MEGABYTE, f"the server grew by {grown / MEGABYTE:.0f} MB"
