"""Rows written to an Arrow IPC file in batches of the engine's own size."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

BATCH_ROWS = 122_880  # the engine's own: such batches it takes whole, others it writes twice


class BatchWriter:
    """One file that takes batches of any size, and holds whole ones and a last one that may be smaller."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._file = pa.ipc.new_file(str(path), schema)
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        """Nothing comes back; the rows stand behind the others."""
        self._waiting.append(batch)
        self._rows += batch.num_rows
        if self._rows >= BATCH_ROWS:
            *whole, rest = self._batches()
            for one in whole:
                self._file.write_batch(one)
            self._waiting, self._rows = [rest], rest.num_rows

    def close(self) -> None:
        """Nothing comes back; the file is complete."""
        for one in self._batches():
            self._file.write_batch(one)
        self._file.close()

    def _batches(self) -> list[pa.RecordBatch]:
        return pa.Table.from_batches(self._waiting).combine_chunks().to_batches(max_chunksize=BATCH_ROWS) if self._rows else []
