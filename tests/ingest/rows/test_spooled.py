"""Finished rows on disk: asked without being read whole, rewritten without being lost."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest

from retention.ingest.rows.spooled import Spooled


@pytest.fixture
def spooled(tmp_path):
    path = tmp_path / "order_lines.arrow"
    rows = pa.table({"customer_id": ["a", "b", "a"], "amount": [1, 2, 3]})
    with pa.ipc.new_file(str(path), rows.schema) as writer:
        writer.write_table(rows, max_chunksize=2)
    with duckdb.connect(config={"threads": 1}) as connection:
        yield Spooled(connection, {"order_lines": path})


def test_a_statement_sees_all_rows(spooled):
    assert spooled.row("order_lines", ["amount", "not there"], "select count(*), sum(amount) from spooled") == (3, 6)
    assert spooled.row("order_lines", ["amount"], "select count(*) from spooled where amount > $1", 1) == (2,)
    assert ("order_lines" in spooled, "customers" in spooled) == (True, False)


def test_rows_are_rewritten(spooled):
    spooled.rewrite("order_lines", "select * replace (amount * 10 as amount) from spooled where customer_id = 'a'")
    assert spooled.row("order_lines", ["amount"], "select list(amount order by amount) from spooled") == ([10, 30],)
    assert sorted(path.name for path in spooled.paths["order_lines"].parent.iterdir()) == ["order_lines.arrow"]


def test_a_table_is_kept_for_later(spooled):
    spooled.make("seen", "order_lines", ["customer_id"], "select distinct customer_id from spooled")
    assert spooled.connection.execute("select count(*) from seen").fetchall() == [(2,)]
