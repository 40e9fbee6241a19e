from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from retention.ingest.reading import Totals
from retention.sentence import Refusal
from tests.ingest.small_files import finding, read_files, rows_of, said

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
LITTLE = "date,customer,amount\n2024-01-13,a,10.50\n2024-01-14,b,20\n2024-01-14,a,5\n"


def test_a_little_file_is_understood_whole(tmp_path):
    reading = read_files(tmp_path, {"orders.csv": LITTLE})
    file = reading.files[0]
    assert (file.role, file.encoding, file.delimiter, file.header_row, file.rows) == ("orders", "ascii", ",", 0, 3)
    assert file.columns == {"date": "ordered_at", "amount": "amount", "customer": "customer_id"}
    assert file.headers == ("date", "customer", "amount")
    assert file.samples["customer"] == ("a", "b")
    assert file.formats == {"date": "%Y-%m-%d", "decimal": "."}
    assert reading.totals == Totals(3, None, 2, Decimal("35.50"), None, date(2024, 1, 13), date(2024, 1, 14), None, 1)
    assert (reading.findings, reading.refused, reading.refused_count) == ((), (), 0)


def test_the_clean_tables_have_the_columns_of_the_workspace(tmp_path):
    schema = (Path(__file__).resolve().parents[2] / "retention/warehouse/schema.sql").read_text(encoding="utf-8")
    reading = read_files(
        tmp_path,
        {
            "orders.csv": LITTLE,
            "customers.csv": "customer id,name\na,Ann\nb,Bob\n",
            "spend.csv": "date,channel,spend\n2024-01-13,x,1\n2024-01-14,y,2\n",
            "contacts.csv": "date,channel,stage,people\n2024-01-13,x,reached,1\n2024-01-14,y,visited,2\n",
            "feedback.csv": "date,customer,score,comment\n2024-01-13,a,9,x\n2024-01-14,b,3,y\n",
        },
    )
    assert set(reading.tables) == {"order_lines", "customers", "spend", "contacts", "feedback"}
    for table in reading.tables:
        body = schema.split(f"create table {table} (")[1].split(");")[0]
        columns = [line.split()[0].strip('"') for line in body.strip().splitlines()]
        by_the_load = {"import_id", "customer"} if table == "order_lines" else {"import_id"}
        assert set(columns_of(reading.tables[table])) - set(columns) <= {"fingerprint", "noted_discount"}
        assert set(columns) - set(columns_of(reading.tables[table])) == by_the_load


def columns_of(path: Path) -> list[str]:
    return list(pa.ipc.open_file(str(path)).schema.names)


def test_files_of_one_role_are_put_one_behind_the_other(tmp_path):
    reading = read_files(tmp_path, {"one.csv": LITTLE, "two.csv": "date,customer,amount\n2024-02-13,a,1\n2024-02-14,c,2\n"})
    assert rows_of(reading, "order_lines", "file", "row", "amount")[2:4] == [("one.csv", 4, Decimal(5)), ("two.csv", 2, Decimal(1))]
    assert (reading.totals.order_lines, reading.totals.customers, reading.totals.revenue) == (5, 3, Decimal("38.50"))


@pytest.mark.parametrize(
    ("content", "code", "rows", "sentence"),
    [
        (
            "date,customer,amount\n01/02/2024,a,10\n03/04/2024,b,20\n",
            "ambiguous_dates",
            2,
            "Dates like 01/02/2024 in column date of x.csv were read as 2024-02-01, but could also mean 2024-01-02;"
            " change it in the mapping if that is wrong",
        ),
        (
            "date;customer;amount\n13.01.2024;a;1.234\n14.01.2024;b;12.500\n",
            "ambiguous_numbers",
            2,
            "Numbers like 1.234 in column amount of x.csv were read with , as the decimal mark, which nothing confirms;"
            " change it in the mapping if that is wrong",
        ),
        (
            "date,customer,amount\n2024-01-13,,1\n2024-01-14,b,2\n",
            "rows_without_customer",
            1,
            "1 sale names no customer; it counts as a sale, not as a customer",
        ),
        ("date,customer,amount\n2024-01-13,a,-1\n2024-01-14,b,2\n", "negative_rows", 1, "1 row is a return; it reduces the sales"),
        ("date,customer,amount\n2024-01-13,a,0\n2024-01-14,b,2\n", "zero_rows", 1, "1 row has an amount of zero"),
        (
            "date,customer,amount\n2024-01-13,a,1\n2024-01-13,a,1\n",
            "exact_duplicate_rows",
            1,
            "1 row is exactly like an earlier one, as when the same thing is bought twice: leave it out",
        ),
        (
            "date,customer,amount,status\n2024-01-13,a,1,void\n2024-01-13,b,2,paid\n",
            "not_counted_rows",
            1,
            "1 row is cancelled, returned, unpaid or a test: do not count its amount of 1.00",
        ),
        (
            "date,customer,amount,currency\n2024-01-13,a,1,EUR\n2024-01-13,b,2,usd\n",
            "several_currencies",
            1,
            "1 row is in another currency than EUR (USD) and waits for its rate; until then it does not count",
        ),
        (
            "date,name,amount\n2024-01-13,Ann,1\n2024-01-13,Bob,2\n",
            "customers_by_name",
            0,
            "x.csv has no number, e-mail or phone of the customers, so they are told apart by column name; namesakes count as one",
        ),
    ],
)
def test_what_a_person_should_know_is_said(tmp_path, content, code, rows, sentence):
    found = finding(read_files(tmp_path, {"x.csv": content}), code)
    assert found is not None
    assert (found.rows, said(found.sentence)) == (rows, sentence)


def test_a_neighbouring_column_can_settle_the_order_of_days(tmp_path):
    content = "Начало периода;Конец периода;Канал;Расход\n01.02.2024;29.02.2024;ВК;10\n01.03.2024;31.03.2024;ВК;20\n"
    reading = read_files(tmp_path, {"расходы.csv": content})
    assert finding(reading, "ambiguous_dates") is None
    assert rows_of(reading, "spend", "first_day") == [(date(2024, 2, 1),), (date(2024, 3, 1),)]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("date,customer,amount\n", "x.csv holds headers but no rows below them; choose a file with the sales themselves"),
        ("date,customer,amount\n2024-01-13,a,1\n", "x.csv holds only one row, too little to read; choose a file with at least two sales"),
        (
            "day,customer,amount\nsoon,a,1\nlater,b,2\n",
            "No column of x.csv holds dates; add a column with the day of each sale, or name it in the mapping",
        ),
        (
            "order id,order date,customer id\n1,2024-01-13,a\n2,2024-01-14,b\n",
            "No column of x.csv holds amounts; add a column with the money paid for each sale, or name it in the mapping",
        ),
        ("text\nhello\nworld\n", "x.csv has only one column; save the table as CSV with commas or semicolons between the columns"),
        ("product,price\nx,1\ny,2\n", "x.csv is a list of products; add the file with the sales"),
        (
            "a,b,c\n1,2,3\n4,5,6\n",
            "x.csv holds no table that can be used; sales need a column with dates and one with amounts, spend needs a channel too",
        ),
        (
            "date,customer,amount\n1900-01-01,a,1\n1900-01-02,b,2\n",
            "No row of x.csv could be read; look at row 2, and say in the mapping how the columns date, amount are to be read",
        ),
    ],
)
def test_files_without_anything_to_use_are_refused_in_one_sentence(tmp_path, content, sentence):
    with pytest.raises(Refusal) as refused:
        read_files(tmp_path, {"x.csv": content})
    assert str(refused.value) == sentence


def test_a_table_of_no_use_beside_sales_is_left_out_aloud(tmp_path):
    reading = read_files(
        tmp_path,
        {"orders.csv": LITTLE, "shops.csv": "id,town\n1,Minsk\n2,Iași\n", "undated.csv": "order id,item,qty,price\n1,x,2,5\n2,y,1,5\n"},
    )
    assert [file.role for file in reading.files] == ["orders", "unknown", "order_lines"]
    assert [(found.code, found.file) for found in reading.findings] == [("table_not_used", "shops.csv"), ("no_date", "undated.csv")]
    assert reading.totals.revenue == Decimal("35.50")


@pytest.mark.parametrize("shop", ["toys", "cafe", "online"])
def test_the_sample_shops_are_read_without_a_word_of_help(tmp_path, shop):
    paths = sorted((SAMPLES / shop).glob("*.csv"))
    reading = read_files(tmp_path, paths)
    assert {file.role for file in reading.files} == {"order_lines", "customers", "spend", "contacts", "feedback"}
    assert reading.refused_count == 0
    assert all(set(file.columns) == set(file.headers) for file in reading.files)
    assert {found.code for found in reading.findings} <= {"rows_without_customer", "negative_rows", "exact_duplicate_rows"}
    assert {purpose for (purpose,) in rows_of(reading, "spend", "purpose")} == {"acquisition", "retention", "shared"}
    assert {stage for (stage,) in rows_of(reading, "contacts", "stage")} == {"reached", "visited", "enquired"}
    assert reading.totals.currency == {"toys": "RUB", "cafe": "RON", "online": "EUR"}[shop]
