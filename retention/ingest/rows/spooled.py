"""The finished rows of a reading where they lie on disk, asked and rewritten by the engine a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection

from retention.ingest.rows.batches import BATCH_ROWS, BatchWriter


class Spooled:
    """Canonical tables by name, each an Arrow IPC file. A statement about one calls it `spooled`, and may mention it only once."""

    def __init__(self, connection: DuckDBPyConnection, paths: dict[str, Path]) -> None:
        self.connection = connection
        self.paths = paths

    def __contains__(self, table: str) -> bool:
        return table in self.paths

    def has(self, table: str, column: str) -> bool:
        """Whether the table has a column of this name."""
        with pa.memory_map(str(self.paths[table])) as file:
            return column in pa.ipc.open_file(file).schema.names

    def row(self, table: str, columns: Sequence[str], statement: str, *values: object) -> tuple[Any, ...]:
        """The one row that the statement gives. Only these columns of the file are read."""
        with self._registered(table, columns):
            (found,) = self.connection.execute(statement, list(values)).fetchall()
        return tuple(found)

    def make(self, name: str, table: str, columns: Sequence[str], statement: str) -> None:
        """Nothing comes back; the connection has a temporary table of this name with what the statement gives."""
        with self._registered(table, columns):
            self.connection.execute(f"create or replace temp table {name} as {statement}")

    def rewrite(self, table: str, statement: str) -> None:
        """Nothing comes back; the rows of the table are now those that the statement gives."""
        path = self.paths[table]
        mended = path.with_suffix(".mended")
        with self._registered(table, None):
            reader = self.connection.sql(statement).to_arrow_reader(BATCH_ROWS)
            writer = BatchWriter(mended, reader.schema)
            for batch in reader:
                writer.write(batch)
            writer.close()
        mended.replace(path)

    @contextmanager
    def _registered(self, table: str, columns: Sequence[str] | None) -> Iterator[None]:
        with pa.memory_map(str(self.paths[table])) as file:
            every = pa.ipc.open_file(file).schema.names
            chosen = None if columns is None else [every.index(name) for name in columns if name in every]
            reader = pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=chosen))
            batches = (reader.get_batch(position) for position in range(reader.num_record_batches))
            self.connection.register("spooled", pa.RecordBatchReader.from_batches(reader.schema, batches))
            try:
                yield
            finally:
                self.connection.unregister("spooled")
