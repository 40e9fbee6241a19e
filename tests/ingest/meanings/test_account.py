"""Statements of accounts: what a person is shown of one can be given back as a mapping and means the same."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tests.ingest.small_files import read_files

STATEMENT = {
    "account.csv": "Transaction Date,Card No.,Description,Debit,Credit\n2024-01-05,1234,Rent,1000.00,\n2024-01-06,1234,Ann,,40.00\n"
    "2024-02-07,1234,Bob,,25.50\n"
}


def test_the_mapping_of_a_statement_means_the_statement(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    reading = read_files(tmp_path, STATEMENT)
    shown = reading.files[0]
    mapping = {"files": [{"file": shown.file, "role": shown.role, "columns": dict(shown.columns), "formats": dict(shown.formats)}]}
    again = read_files(tmp_path / "again", STATEMENT, mapping)
    assert (reading.totals.revenue, again.totals) == (Decimal("65.50"), reading.totals)


def test_expenses_in_a_file_of_that_name_stay_expenses(tmp_path: Path) -> None:
    content = "Date,Channel,Amount,Balance\n2024-01-05,Google Ads,100.00,900.00\n2024-02-06,Newsletter,50.00,850.00\n"
    reading = read_files(tmp_path, {"marketing expenses.csv": content})
    assert (reading.files[0].role, reading.totals.spend) == ("spend", Decimal("150.00"))
