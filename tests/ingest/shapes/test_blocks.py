from __future__ import annotations

import pytest

from retention.ingest.shapes.blocks import blocks_of
from retention.ingest.shapes.parts import tables_in
from retention.ingest.values.macros import make_macros
from tests.ingest.small_files import cells_of, raw_text

SALES = "Date,Customer,Amount\n2024-01-05,Ann,10\n2024-01-16,Bob,20\n2024-02-07,Ann,5\n"
SPEND = "Date,Channel,Spend\n2024-01-01,Ads,7\n2024-02-01,Mail,3\n"


def blocks(tmp_path, content):
    with raw_text(tmp_path, content) as (raw, connection):
        return [(part.sheet, part.first_row, part.rows, part.width, min(cells_of(part, connection))) for part in blocks_of(connection, raw)]


@pytest.mark.parametrize(
    ("between", "first_row"),
    [("", 5), (",,\n", 6), (",,\n,,\nMarketing,,\n", 7)],
    ids=["nothing", "a blank row", "blank rows and a title"],
)
def test_a_second_table_begins_with_its_titles_and_keeps_the_numbers_of_its_rows(tmp_path, between, first_row):
    header = first_row + between.count("Marketing")
    rows = 3 + between.count("Marketing")
    assert blocks(tmp_path, SALES + between + SPEND) == [(None, 1, 4, 3, 1), ("#2", first_row, rows, 3, first_row)]
    assert header + 2 == first_row + rows - 1


@pytest.mark.parametrize(
    "content",
    [
        SALES,
        SALES + ",,\n2024-03-01,Ann,5\n2024-03-02,Ann,5\n",
        SALES + SALES,
        SALES + ",,\nTotal,,35\nPrepared by,Ann,\n",
        SALES + ",,\nMonth,Customers,Amount\nJanuary,2,30\n",
        "Field,Meaning,Amount\nDate,Date of the order,\nAmount,Amount paid,\nCustomer,Name of the customer,\n",
    ],
    ids=["one table", "a blank row", "the header again", "totals and notes", "one row of sums", "words only"],
)
def test_a_table_stays_whole(tmp_path, content):
    with raw_text(tmp_path, content) as (raw, connection):
        assert blocks_of(connection, raw) == [raw]


def test_tables_side_by_side_end_where_each_ends(tmp_path):
    content = "Date,Customer,Amount,,Customer,Email\n2024-01-01,Ann,1,,Ann,a@x.example\n2024-01-02,Bob,2,,Bob,b@x.example\n"
    content += "".join(f"2024-01-0{day},Ann,{day},,,\n" for day in (3, 4, 5))
    with raw_text(tmp_path, content) as (raw, connection):
        left, right = blocks_of(connection, raw)
        assert (left.width, left.rows, right.width, right.rows, right.sheet) == (3, 6, 2, 3, "#2")
        assert cells_of(right, connection)[3] == ("Bob", "b@x.example")


def test_an_empty_column_does_not_tear_one_table_apart(tmp_path):
    content = "No,Date,,Customer,Amount\n1,2024-01-01,,Ann,1\n2,2024-01-02,,Bob,2\n3,2024-01-03,,Bob,2\n4,2024-01-04,,Bob,2\n"
    assert len(blocks(tmp_path, content)) == 1


def test_a_sheet_of_other_things_does_not_inherit_headers(tmp_path):
    with raw_text(tmp_path, SALES, "a.csv") as (first, connection):
        make_macros(connection)
        connection.execute("create table raw_1 as select 1::bigint as row, 'Ann' as c0, '2' as c1, 'x' as c2")
        connection.execute("create table raw_2 as select 1::bigint as row, '2024-03-01' as c0, 'Cid' as c1, '7' as c2")
        others = [type(first)("b.csv", None, f"raw_{number}", 3, 1, None, ",") for number in (1, 2)]
        assert [part.headers for part in tables_in(connection, [first, *others])] == [(), (), ("Date", "Customer", "Amount")]
