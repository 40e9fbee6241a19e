"""Public data sets of every shape, read without a word of help: customers, orders and money right to the cent."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from retention.ingest import read
from retention.ingest.reading import Reading
from retention.sentence import Refusal
from tests.ingest.small_files import finding, rows_of

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "real"
pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the collected files do not lie beside this checkout")


@pytest.fixture(scope="module")
def read_real() -> Iterator[Callable[[str], Reading]]:
    """Reads the files of a pattern together, each pattern only once."""
    done: dict[str, Reading] = {}

    def read_once(name: str) -> Reading:
        if name not in done:
            done[name] = read(sorted(REAL.glob(name)))
        return done[name]

    yield read_once
    for reading in done.values():
        shutil.rmtree(reading.spool)


@pytest.mark.parametrize(
    ("name", "role", "rows", "customers", "orders", "revenue", "first", "last"),
    [
        ("cdnow-master/*", "orders", 69659, 23570, None, "2500315.63", "1997-01-01", "1998-06-30"),
        ("online-retail-days/2010-12-01.csv", "order_lines", 3108, 98, 143, "58635.56", "2010-12-01", "2010-12-01"),
        ("online-retail-days/*", "order_lines", 28385, 733, 1374, "444777.63", "2010-12-01", "2011-03-01"),
        ("keithgalli-sales/*", "order_lines", 9681, None, 9268, "1815335.12", "2019-01-01", "2019-02-01"),
        ("superstore-eu-xls/*", "order_lines", 10000, 795, 4593, "2938089.06", "2014-01-01", "2017-12-31"),
        ("ru-fruit-sales/*", "order_lines", 3439, 4, None, "237276715.00", "2020-01-01", "2020-12-31"),
        ("ro-electro/vanzari.csv", "order_lines", 150, 73, 150, "479300.00", "2022-12-31", "2023-05-25"),
        ("de-verkaufsdaten/*", "order_lines", 1000, None, None, "2427906.76", "2024-01-01", "2024-12-31"),
        ("hvac-service/customer_segmentation_transactions.csv", "order_lines", 3490, 650, None, "1916147.00", "2023-10-01", "2024-08-31"),
        ("hvac-service/basket_analysis.csv", "orders", 2358, 650, 2358, "1916147.00", "2023-10-01", "2024-08-31"),
        ("shopify-orders-export/*", "order_lines", 40, 3, 19, "14089.04", "2025-05-11", "2025-05-17"),
    ],
)
def test_sales_are_right_to_the_cent(read_real, name, role, rows, customers, orders, revenue, first, last):
    reading = read_real(name)
    totals = reading.totals
    assert reading.files[0].role == role
    assert (totals.order_lines, totals.customers, totals.orders, totals.revenue) == (rows, customers, orders, Decimal(revenue))
    assert (str(totals.first_date), str(totals.last_date)) == (first, last)


@pytest.mark.parametrize(
    ("name", "cost"),
    [
        ("ro-electro/vanzari.csv", "328000"),
        ("hvac-service/customer_segmentation_transactions.csv", "1776899.00"),
        ("superstore-eu-xls/*", "2565259.3175"),
    ],
)
def test_costs_are_right_to_the_cent(read_real, name, cost):
    reading = read_real(name)
    total = sum((value for (value,) in rows_of(reading, "order_lines", "cost")), Decimal(0))
    assert round(total, 2) == round(Decimal(cost), 2)


@pytest.mark.parametrize(("name", "spend"), [("hvac-service/marketing_data.csv", "9835.00"), ("fx-google-ads-daily/*", "391.75")])
def test_marketing_reports_are_spend_and_never_sales(read_real, name, spend):
    reading = read_real(name)
    assert (reading.files[0].role, reading.totals.spend, reading.totals.revenue) == ("spend", Decimal(spend), None)


@pytest.mark.parametrize(
    ("name", "code", "rows"),
    [
        ("cdnow-master/*", "zero_rows", 80),
        ("online-retail-days/*", "rows_without_customer", 9340),
        ("online-retail-days/*", "negative_rows", 460),
        ("online-retail-days/*", "zero_rows", 206),
        ("online-retail-days/*", "exact_duplicate_rows", 345),
        ("keithgalli-sales/*", "blank_rows", 26),
        ("keithgalli-sales/*", "repeated_header_rows", 16),
        ("keithgalli-sales/*", "exact_duplicate_rows", 10),
        ("ro-electro/vanzari.csv", "rows_without_customer", 7),
        ("ro-electro/vanzari.csv", "discount_not_applied", 33),
        ("fx-google-ads-daily/*", "total_rows", 1),
        ("superstore-eu-xls/*", "returned_orders", 284),
    ],
)
def test_every_repair_and_every_oddity_is_said_and_counted(read_real, name, code, rows):
    reading = read_real(name)
    assert [found.rows for found in reading.findings if found.code == code] == [rows]


@pytest.mark.parametrize(
    ("name", "customers", "paid_in_all"),
    [
        ("telco-churn/*", 7043, "16056168.70"),
        ("hvac-service/churn_modeling.csv", 650, "1916147.00"),
        ("northwind-neo4j/customers.csv", 91, None),
        ("ro-electro/clienti.csv", 100, None),
    ],
)
def test_tables_of_customers_are_not_sales(read_real, name, customers, paid_in_all):
    reading = read_real(name)
    totals = reading.totals
    assert (reading.files[0].role, totals.customers, totals.order_lines) == ("customers", customers, 0)
    assert totals.revenue == (None if paid_in_all is None else Decimal(paid_in_all))
    assert (finding(reading, "sums_of_customers") is None) == (paid_in_all is None)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("northwind-neo4j/orders.csv", "No column of orders.csv holds amounts"),
        ("northwind-neo4j/order-details.csv", "No column of order-details.csv holds dates"),
        ("northwind-neo4j/products.csv", "is a list of products"),
        ("ro-electro/produse.csv", "is a list of products"),
        ("ro-electro/filiale.csv", "holds no table that can be used"),
    ],
)
def test_what_holds_no_sales_alone_says_what_is_missing(read_real, name, said):
    with pytest.raises(Refusal, match=said):
        read_real(name)
