"""From what stands in the files to tables as they are meant: several on one sheet apart, months across as rows, groups filled down."""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable
from retention.ingest.shapes.blocks import blocks_of
from retention.ingest.shapes.continued import with_headers_of_the_first
from retention.ingest.shapes.crosstab import without_months_across
from retention.ingest.shapes.outline import with_groups_filled_down


def tables_in(connection: DuckDBPyConnection, raw_tables: Sequence[RawTable]) -> list[RawTable]:
    """The tables that these raw tables really hold, in their order; most hold just one, which comes back as it is."""
    parts = [part for raw in raw_tables for part in blocks_of(connection, raw)]
    parts = [with_groups_filled_down(connection, without_months_across(connection, part)) for part in parts]
    return with_headers_of_the_first(connection, parts)
