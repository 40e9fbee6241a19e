"""The rules of known exports hang together: they name fields that exist, and no table is given away as two of them."""

from __future__ import annotations

import pytest

from retention.ingest.exports import EXPORTS, PLATFORMS, export_of
from retention.ingest.exports.export import Export, header_key, place_of
from retention.ingest.roles import fields_of
from retention.ingest.values.dates import PATTERN
from tests.ingest.small_files import finding, read_files, said

STATUSES = {"sale", "return", "cancelled", "unpaid", "test"}
NEEDED = {
    "order_lines": {"ordered_at"},
    "orders": {"ordered_at", "amount"},
    "spend": {"first_day", "amount"},
    "contacts": {"day", "people"},
}
every_export = pytest.mark.parametrize("export", EXPORTS, ids=lambda export: f"{export.name}: {export.headers[0]}")


@every_export
def test_the_fields_exist_and_the_ones_it_cannot_do_without_are_there(export: Export) -> None:
    fields = set(export.columns.values()) | ({"amount"} if export.added else set())
    assert fields <= set(fields_of(export.role))
    assert fields >= NEEDED.get(export.role, {"customer_id"})
    assert "amount" in fields or {"unit_price", "quantity"} <= fields or export.role in ("customers", "contacts")


@every_export
def test_what_gives_it_away_is_used_or_tells_it_from_others(export: Export) -> None:
    keys = [header_key(header.removesuffix("*")) for header in export.headers]
    assert len(set(keys)) == len(keys) >= 2
    used = {*export.columns, *export.added, *export.only, *export.returns}
    assert set(export.headers) & used


@every_export
def test_its_rules_speak_of_headers_and_words_that_can_be_there(export: Export) -> None:
    known = {*export.columns, *export.headers, *export.added}
    assert set(export.whole_order) | set(export.order_totals) | set(export.filled) <= known
    assert set(export.states.values()) <= STATUSES
    assert all(set(words) <= set(export.only[header]) for header, words in export.returns.items() if header in export.only)
    assert export.date is None or PATTERN.fullmatch(export.date)
    assert set(export.constants) <= {*fields_of(export.role), "currency"}
    assert not any("'" in value for value in export.constants.values())


def test_no_two_are_given_away_by_the_same_headers() -> None:
    given_away = [frozenset(header_key(header) for header in export.headers) for export in EXPORTS]
    assert len(set(given_away)) == len(given_away)


@every_export
def test_its_own_headers_give_it_away_and_no_other(export: Export) -> None:
    headers = [header.removesuffix("*") for header in export.headers]
    assert export_of(headers) is export


def test_every_platform_has_rules_and_says_where_they_come_from() -> None:
    assert len(PLATFORMS) == 20
    assert all(platform.EXPORTS and "Source: " in (platform.__doc__ or "") for platform in PLATFORMS)


@pytest.mark.parametrize(
    ("header", "headers", "place"),
    [
        ("Währung", ("datum", "wahrung"), 1),
        ("Amount spent*", ("day", "amount spent (eur)"), 1),
        ("Amount", ("amount spent",), None),
        ("№", ("no",), 0),
    ],
)
def test_headers_are_compared_without_case_accents_and_what_a_star_stands_for(header, headers, place):
    assert place_of(header, headers) == place


def test_ordinary_headers_are_no_export() -> None:
    assert export_of(("date", "customer", "order", "amount", "status", "currency", "type")) is None
    assert export_of(("Day", "Campaign", "Cost")) is None


GUMROAD = (
    "Item Name,Purchase Date,Sale Price ($),Fees ($),Net Total ($),Email\n"
    "Book,2024-01-13,12.00,1.00,11.00,a@x.com\nBook,2024-01-14,12.00,1.00,11.00,b@x.com\n"
)


def test_a_recognised_file_says_so(tmp_path):
    reading = read_files(tmp_path, {"sales.csv": GUMROAD})
    (file,) = reading.files
    assert (file.export, file.role, said(file.reasons[0])) == ("Gumroad", "orders", "The headers are those of Gumroad")
    assert file.columns["Sale Price ($)"] == "amount"
    kept = finding(reading, "fees_not_taken_off")
    assert kept and said(kept.sentence) == (
        "The amounts in sales.csv are what the customers paid; what the platform keeps (column Fees ($)) is not taken off the sales"
    )


def test_what_a_person_says_wins(tmp_path):
    columns = {"Purchase Date": "ordered_at", "Net Total ($)": "amount", "Email": "customer_id"}
    reading = read_files(tmp_path, {"sales.csv": GUMROAD}, {"files": [{"file": "sales.csv", "columns": columns}]})
    assert (str(reading.totals.revenue), dict(reading.files[0].columns)) == ("22.00", columns)


def test_another_role_makes_it_another_table(tmp_path):
    columns = {"Purchase Date": "first_day", "Fees ($)": "amount"}
    reading = read_files(tmp_path, {"sales.csv": GUMROAD}, {"files": [{"file": "sales.csv", "role": "spend", "columns": columns}]})
    assert (str(reading.totals.spend), reading.files[0].export) == ("2.00", None)
