from __future__ import annotations

import pytest

from retention.ingest.mapping import NO_WISH
from retention.ingest.meanings.table import Table, understand_table
from retention.ingest.values.macros import make_macros
from tests.ingest.small_files import raw_text

DAYS = ["13.01.2024", "14.01.2024", "14.01.2024", "15.02.2024"]
PEOPLE = ["Анна", "Борис", "Анна", "Вера"]
MONEY = ["10.50", "20.00", "7.25", "99.90"]
ORDERS = ["A-1", "A-2", "A-2", "A-3"]
NUMBERS = ["1", "2", "3", "1"]
WORDS = ["x", "y", "x", "z"]


def table_of(folder, name: str = "file.csv", **columns: list[str]) -> Table:
    """The table with these headers (underscores stand for blanks) and values."""
    headers = ";".join(header.replace("_", " ") for header in columns)
    lines = [headers, *(";".join(row) for row in zip(*columns.values(), strict=True))]
    with raw_text(folder, "\n".join(lines) + "\n", name) as (raw, connection):
        make_macros(connection)
        return understand_table(connection, raw, NO_WISH)


def fields_of(table: Table) -> dict[str, str]:
    return {name: " + ".join(column.header for column in columns) for name, columns in table.fields.items()}


@pytest.mark.parametrize(
    ("role", "columns"),
    [
        ("order_lines", {"Date": DAYS, "Order": ORDERS, "Customer": PEOPLE, "Item": WORDS, "Total": MONEY}),
        ("orders", {"Дата": DAYS, "Клиент": PEOPLE, "Сумма": MONEY}),
        ("orders", {"Data": DAYS, "Suma": MONEY}),
        ("orders", {"order date": DAYS, "order id": ORDERS, "customer id": PEOPLE, "freight": MONEY}),
        ("customers", {"Клиент": PEOPLE, "Имя": PEOPLE, "Дата регистрации": DAYS, "Кто привёл": WORDS}),
        ("customers", {"customerID": ["A", "B", "C", "D"], "tenure": NUMBERS, "MonthlyCharges": MONEY}),
        ("customers", {"Client": ["a", "b", "c", "d"], "Last purchase date": DAYS, "Total spent": MONEY}),
        ("products", {"productID": NUMBERS, "productName": WORDS, "unitPrice": MONEY}),
        ("returns", {"Returned": ["Yes"] * 4, "Order ID": ORDERS}),
        ("spend", {"Дата": DAYS, "Канал": WORDS, "Сумма": MONEY, "Назначение": WORDS}),
        ("spend", {"date": DAYS, "channel": WORDS, "campaign name": WORDS, "spend": MONEY, "clicks": NUMBERS, "revenue": MONEY}),
        ("spend", {"Day": DAYS, "Campaign": WORDS, "Impr.": NUMBERS, "Clicks": NUMBERS, "Cost": MONEY}),
        ("contacts", {"Data": DAYS, "Canal": WORDS, "Etapă": ["vizite"] * 4, "Persoane": NUMBERS}),
        ("feedback", {"Дата": DAYS, "Клиент": PEOPLE, "Оценка": ["9", "10", "3", "7"], "Причина": WORDS}),
        ("unknown", {"id": NUMBERS, "nume": WORDS, "oras": WORDS, "data_deschidere": DAYS}),
        ("unknown", {"Person": WORDS, "Region": WORDS}),
        ("unknown", {"year": ["2023"] * 4, "region": WORDS, "budget": MONEY}),
    ],
)
def test_the_role_follows_from_headers_and_values(tmp_path, role, columns):
    assert table_of(tmp_path, **columns).role == role


def test_the_name_of_the_file_decides_only_where_the_table_does_not(tmp_path):
    columns = {"Дата": DAYS, "Канал": WORDS, "Сумма": MONEY}
    assert table_of(tmp_path, "Продажи.csv", **columns).role == "orders"
    assert table_of(tmp_path, "Расходы.csv", **columns).role == "spend"
    assert table_of(tmp_path, "Расходы.csv", Клиент=PEOPLE, **columns).role == "orders"


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        (
            {"Order Date": DAYS, "Ship Date": DAYS, "Customer ID": PEOPLE, "Customer Name": WORDS, "Sales": MONEY, "Profit": MONEY},
            {"ordered_at": "Order Date", "customer_id": "Customer ID", "amount": "Sales", "profit": "Profit"},
        ),
        (
            {"Date": DAYS, "Customer Name": PEOPLE, "Total": MONEY},
            {"ordered_at": "Date", "customer_id": "Customer Name", "amount": "Total"},
        ),
        ({"Date": DAYS, "Phone": PEOPLE, "Total": MONEY}, {"ordered_at": "Date", "customer_id": "Phone", "amount": "Total"}),
        (
            {"id": ["1", "2", "3", "4"], "data": DAYS, "client id": PEOPLE, "pret unitar": MONEY, "pret total": MONEY},
            {"order_id": "id", "ordered_at": "data", "customer_id": "client id", "unit_price": "pret unitar", "amount": "pret total"},
        ),
        (
            {"date": DAYS, "customer": PEOPLE, "amount": MONEY, "parts_cost": MONEY, "labor_cost": MONEY},
            {"ordered_at": "date", "customer_id": "customer", "amount": "amount", "cost": "parts cost + labor cost"},
        ),
        (
            {"date": DAYS, "customer": PEOPLE, "amount": MONEY, "cost_total": MONEY, "labor_cost": MONEY},
            {"ordered_at": "date", "customer_id": "customer", "amount": "amount", "cost": "cost total"},
        ),
        ({"date": DAYS, "customer": PEOPLE, "price": MONEY}, {"ordered_at": "date", "customer_id": "customer", "amount": "price"}),
        (
            {"date": DAYS, "customer": PEOPLE, "amount": MONEY, "total": WORDS},
            {"ordered_at": "date", "customer_id": "customer", "amount": "amount"},
        ),
    ],
)
def test_fields_are_found_by_words_and_confirmed_by_values(tmp_path, columns, fields):
    assert fields_of(table_of(tmp_path, **columns)) == fields


def test_quantity_times_price_tells_which_of_two_columns_was_paid(tmp_path):
    prices, quantities = ["10", "5", "7", "3"], ["2", "1", "3", "2"]
    table = table_of(tmp_path, date=DAYS, customer=PEOPLE, qty=quantities, price=prices, sales=["900"] * 4, amount=["20", "5", "21", "6"])
    assert fields_of(table)["amount"] == "amount"
    table = table_of(tmp_path, date=DAYS, customer=PEOPLE, qty=quantities, price=prices, amount=["900"] * 4, sales=["20", "5", "21", "6"])
    assert fields_of(table)["amount"] == "sales"


def test_a_table_without_headers_is_recognised_by_what_stands_in_it(tmp_path):
    with raw_text(tmp_path, "00001,19970101,1,11.77\n00002,19970112,1,12.00\n00002,19970112,5,77.00\n00003,19970102,2,20.76\n") as (
        raw,
        connection,
    ):
        make_macros(connection)
        assert fields_of(understand_table(connection, raw, NO_WISH)) == {"ordered_at": "2", "amount": "4", "customer_id": "1"}


@pytest.mark.parametrize(
    ("discounts", "totals", "kind"),
    [
        (["0", "5", "0", "10"], ["20", "0", "21", "-4"], "money"),
        (["0", "0.1", "0", "0.5"], ["20", "4.5", "21", "3"], "share"),
        (["0", "10", "0", "50"], ["20", "4.5", "21", "3"], "percent"),
        (["0", "10", "0", "50"], ["20", "5", "21", "6"], "not applied"),
    ],
)
def test_a_discount_is_what_explains_the_amounts(tmp_path, discounts, totals, kind):
    table = table_of(
        tmp_path, date=DAYS, customer=PEOPLE, qty=["2", "1", "3", "2"], price=["10", "5", "7", "3"], discount=discounts, total=totals
    )
    assert table.discount == kind


@pytest.mark.parametrize(
    ("header", "discounts", "kind"),
    [
        ("discount", ["0", "0.1", "0.25", "0"], "share"),
        ("discount", ["0", "10", "25", "5"], "percent"),
        ("discount", ["0", "1.20", "3.55", "0"], "money"),
        ("discount %", ["0", "1.20", "3.55", "0"], "percent"),
        ("Скидка, %", ["0", "0.1", "0.2", "0"], "share"),
    ],
)
def test_without_prices_a_discount_is_known_by_its_values(tmp_path, header, discounts, kind):
    assert table_of(tmp_path, date=DAYS, customer=PEOPLE, total=MONEY, **{header: discounts}).discount == kind
