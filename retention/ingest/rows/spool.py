"""The canonical tables as they grow while files are read: one Arrow IPC file each, in the folder that the reading hands over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from retention.ingest.formats.raw import RawTable
from retention.ingest.rows.batches import BatchWriter

# Tables whose rows are also told apart by the sheet they come from.
WITH_SHEET = frozenset({"order_lines"})


class Spool:
    """The tables that have rows so far. `raws`: all tables that may still come."""

    def __init__(self, folder: Path, raws: Sequence[RawTable]) -> None:
        self.folder = folder
        self._files = pa.array(list(dict.fromkeys(raw.file for raw in raws)), pa.string())
        self._sheets = pa.array(list(dict.fromkeys(raw.sheet for raw in raws if raw.sheet is not None)), pa.string())
        self._writers: dict[str, BatchWriter] = {}

    def write(self, table: str, raw: RawTable, numbers: pa.Array, columns: pa.RecordBatch) -> None:
        """Nothing comes back; the rows of this raw table stand behind the table's others, with their file, sheet and row."""
        if not columns.num_rows:
            return
        origin = {"file": _constant(self._files, raw.file, columns.num_rows)}
        if table in WITH_SHEET:
            origin["sheet"] = _constant(self._sheets, raw.sheet, columns.num_rows)
        rows = pa.record_batch({**origin, "row": numbers, **dict(zip(columns.schema.names, columns.columns, strict=True))})
        if table not in self._writers:
            self._writers[table] = BatchWriter(self._path(table), rows.schema)
        self._writers[table].write(rows)

    def close(self) -> dict[str, Path]:
        """Every table that has been written to, and its file."""
        for writer in self._writers.values():
            writer.close()
        return {table: self._path(table) for table in self._writers}

    def _path(self, table: str) -> Path:
        return self.folder / f"{table}.arrow"


def _constant(texts: pa.StringArray, text: str | None, rows: int) -> pa.DictionaryArray:
    """The same text in every row, written only once: names would be a third of the file otherwise."""
    places = pa.nulls(rows, pa.int32()) if text is None else pa.repeat(pa.scalar(texts.to_pylist().index(text), pa.int32()), rows)
    return pa.DictionaryArray.from_arrays(places, texts)
