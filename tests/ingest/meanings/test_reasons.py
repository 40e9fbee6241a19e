"""What a table was taken for is said with reasons, and what its values forbid is not believed of its headers."""

from __future__ import annotations

import pytest

from retention.ingest.mapping import NO_WISH
from retention.ingest.meanings.meaning import means
from retention.ingest.meanings.table import Table, understand_table
from retention.ingest.values.macros import make_macros
from tests.ingest.small_files import raw_text, said
from tests.ingest.test_real import REAL

SALES = "Order,Date,Client,Item,Qty,Price,Total\n1,2024-01-05,Ann,cup,2,10,20\n1,2024-01-05,Ann,pan,1,30,30\n2,2024-01-13,Bob,cup,1,10,10\n"
CUSTOMERS = "Customer ID,Name,Total spent\nA,Ann,20.50\nB,Bob,31.00\n"
SPEND = "Day,Campaign,Impressions,Clicks,Cost\n2024-01-05,Brand,100,3,5.50\n2024-01-06,Brand,120,4,6.50\n"


def table_of(folder, content: str, name: str = "file.csv") -> Table:
    with raw_text(folder, content, name) as (raw, connection):
        make_macros(connection)
        return understand_table(connection, raw, NO_WISH)


@pytest.mark.parametrize(
    ("name", "content", "reasons"),
    [
        (
            "lines.csv",
            SALES,
            [
                "Column Date holds dates",
                "Column Total equals Qty × Price in every row",
                "Values in column Order come again: an order can have several rows",
                "Column Client tells customers apart: 2 different values in the 3 rows looked at",
            ],
        ),
        (
            "clients.csv",
            CUSTOMERS,
            [
                "Every row has another value in column Customer ID: one row per customer",
                "Column Total spent holds what each of them paid in all",
                "The file is called clients.csv",
            ],
        ),
        (
            "x.csv",
            SPEND,
            [
                "Column Day holds dates",
                "Column Impressions is one that advertising reports have",
                "Column Cost holds what was spent",
                "Column Campaign says on what it was spent, and no column names customers",
            ],
        ),
        ("x.csv", "Person,Region\nx,y\nz,y\n", ["No columns of dates and amounts, of customers, or of marketing costs were found in it"]),
    ],
)
def test_a_table_comes_with_reasons(tmp_path, name, content, reasons):
    assert [said(reason) for reason in table_of(tmp_path, content, name).reasons] == reasons


@pytest.mark.parametrize(
    ("header", "cells", "meaning"),
    [
        ("Weekly value", [str(1000 + row) for row in range(25)], "amount"),  # an id
        ("Weekly value", ["11"] * 25, "amount"),  # one and the same
        ("Weekly value", [str(1990 + row * 7 % 33) for row in range(25)], "amount"),  # years
        ("Amount text", [f"+373 69 {100 + row} {200 + row}" for row in range(25)], "amount"),  # phones
        ("Is a customer", ["Yes", "No"] * 12, "customer_id"),
        ("Customer day", [f"2024-01-{1 + row:02d}" for row in range(25)], "customer_id"),
        ("Name", [str(row) for row in range(25)], "name"),
    ],
)
def test_values_forbid_what_a_header_seems_to_say(tmp_path, header, cells, meaning):
    table = table_of(tmp_path, f"{header};Note\n" + "".join(f"{cell};x\n" for cell in cells))
    assert table.columns[0].meanings.get(meaning, 0) > 0
    assert means(table.columns[0], meaning) == 0


@pytest.mark.skipif(not REAL.is_dir(), reason="the collected files do not lie beside this checkout")
def test_of_a_long_export_no_column_of_money_but_the_own_ones_is_taken_for_the_amount(tmp_path):
    content = (REAL / "shopify-orders-export" / "orders_export.csv").read_text()
    table = table_of(tmp_path, content)
    assert {column.header for column in table.columns if means(column, "amount") > 0} == {"Subtotal", "Total"}
    assert {column.header for column in table.columns if means(column, "customer_id") > 0} == {"Email"}
    assert {column.header for column in table.columns if means(column, "date") > 0} == {"Created at"}
    assert {column.header for column in table.columns if means(column, "quantity") > 0} == {"Lineitem quantity"}
