"""The law of every reading: no record is lost. Watched where tables and rows are told apart, for whatever is read meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import duckdb

from retention.ingest import understand
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.table import Table
from retention.ingest.rows.clean import Cleaned, clean
from retention.ingest.rows.expressions import Plan
from retention.ingest.rows.spool import Spool
from retention.ingest.shapes import parts
from retention.ingest.shapes.blocks import blocks_of


@contextmanager
def every_record_accounted_for() -> Iterator[None]:
    """While this lasts: rows read and left out, each for a reason, are all rows below the headers; parts of a sheet hold all its rows."""

    def watched_clean(connection: duckdb.DuckDBPyConnection, table: Table, plan: Plan | None, spool: Spool) -> Cleaned:
        cleaned = clean(connection, table, plan, spool)
        below = f'select count(*) from {table.raw.table} where "row" >= {table.shape.first_body_row}'
        ((records,),) = connection.execute(below).fetchall()
        assert cleaned.kept + sum(cleaned.left_out.values()) == records, (table.raw, cleaned.kept, cleaned.left_out, records)
        return cleaned

    def watched_blocks(connection: duckdb.DuckDBPyConnection, raw: RawTable) -> list[RawTable]:
        assert connection.execute(f"select count(*) from {raw.table}").fetchall() == [(raw.rows,)], raw
        blocks = blocks_of(connection, raw)
        covered = " union ".join(f'select "row" from {block.table}' for block in blocks)
        cells = ", ".join(f"c{place}" for place in range(raw.width))
        missing = f'select "row" from {raw.table} where coalesce({cells}) is not null and "row" not in ({covered})'
        assert connection.execute(missing).fetchall() == [], raw
        return blocks

    with patch.object(understand, "clean", watched_clean), patch.object(parts, "blocks_of", watched_blocks):
        yield
