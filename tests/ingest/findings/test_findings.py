"""What is said about tables of which nothing is read."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.small_files import read_files

SALES = "Date,Customer,Amount\n2024-01-05,Ann,10\n2024-02-06,Bob,20\n2024-03-07,Ann,30\n"
SUMMARY = "\n\nProduct,Quantity,Amount\nMug,2,40\nTray,1,20\nCup,3,11\n"


def test_a_summary_below_the_sales_is_no_error(tmp_path: Path) -> None:
    reading = read_files(tmp_path, {"sales.csv": SALES + SUMMARY})
    assert (reading.totals.order_lines, reading.totals.revenue) == (3, 60)
    assert [(found.code, found.severity) for found in reading.findings if found.sheet == "#2"] == [("table_not_used", "info")]
