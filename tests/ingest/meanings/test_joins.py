"""The key that leads from one table to another: found by headers, believed only where the values fit."""

from __future__ import annotations

import duckdb
import pytest

from retention.ingest.formats.raw import read_raw
from retention.ingest.mapping import NO_WISH
from retention.ingest.meanings.joins import find_key, joined
from retention.ingest.meanings.table import Table, understand_table
from retention.ingest.values.macros import make_macros


@pytest.fixture
def connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        make_macros(opened)
        yield opened


def tables_of(folder, connection, **contents: str) -> list[Table]:
    tables = []
    for name, content in contents.items():
        path = folder / f"{name}.csv"
        path.write_text(content, encoding="utf-8")
        tables += [understand_table(connection, raw, NO_WISH) for raw in read_raw(path, path.name, connection)]
    return tables


SALES = "data,client_id,filiala_id,suma\n2024-01-05,5,1,10\n2024-01-06,6,2,20\n2024-01-07,5,1,30\n"


@pytest.mark.parametrize(
    ("other", "content", "columns"),
    [
        ("clienti", "id,nume\n5,Ana\n6,Ion\n7,Dan\n", ("client_id", "id")),
        ("filiale", "id,nume\n1,Centru\n2,Nord\n", ("filiala_id", "id")),
        ("altele", "id,nume\n5,Ana\n6,Ion\n7,Dan\n", None),  # an id of nobody knows what
        ("clienti", "id,nume\n105,Ana\n106,Ion\n", None),  # the clients of another shop
        ("clienti", "client_id,nume\n5,Ana\n5,Ana\n6,Ion\n", None),  # does not tell its rows apart
        ("oameni", "client_id,nume\n5,Ana\n6,Ion\n", ("client_id", "client_id")),
        ("oameni", "client_id,nume\n5.0,Ana\n6.0,Ion\n", ("client_id", "client_id")),
    ],
)
def test_the_key_is_found_by_header_and_values(tmp_path, connection, other, content, columns):
    sales, dimension = tables_of(tmp_path, connection, vanzari=SALES, **{other: content})
    key = find_key(connection, sales, dimension)
    assert (key and (key.outer.header, key.inner.header)) == columns


def test_joined_rows_stay_what_they_were(tmp_path, connection):
    items, orders = tables_of(
        tmp_path,
        connection,
        items="order_id,product,amount\n1,p,5\n1,q,6\n2,p,7\n9,p,8\n",
        orders="order_id,order_date\n1,2024-01-05\n2,2024-02-06\n3,2024-02-07\n",
    )
    key = find_key(connection, items, orders)
    assert key is None  # a quarter of the lines belongs to no order
    items, orders = tables_of(
        tmp_path,
        connection,
        items="order_id,product,amount\n1,p,5\n1,q,6\n2,p,7\n",
        orders="order_id,order_date\n1,2024-01-05\n2,2024-02-06\n3,2024-02-07\n",
    )
    table = joined(connection, items, orders, find_key(connection, items, orders), ["ordered_at"])
    cells = f'select "row", c0, c1, c2, c4 from {table.raw.table} where "row" > 1 order by "row"'
    assert connection.execute(cells).fetchall() == [
        (2, "1", "p", "5", "2024-01-05"),
        (3, "1", "q", "6", "2024-01-05"),
        (4, "2", "p", "7", "2024-02-06"),
    ]
    assert (table.fields["ordered_at"][0].position, table.understood(3).headers) == (4, ("order_id", "product", "amount"))
