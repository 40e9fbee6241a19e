"""A Parquet file to a raw table: its size is known from its own notes before a row is read, and every column becomes text."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable
from retention.ingest.guard.limits import MAX_COLUMNS, MAX_TEXT_BYTES, MAX_USED_RANGE, MEGABYTE
from retention.ingest.guard.recognise import damaged
from retention.sentence import Refusal, sentence

BATCH_ROWS = 65_536


def read_parquet(path: Path, shown_name: str, connection: DuckDBPyConnection, table: str) -> RawTable:
    """The one raw table of a Parquet file; its first row holds the column names, as in every other format.

    Refuses a damaged file, more than 512 columns or 24 million cells, and text that unfolds beyond 400 MB.
    """
    try:
        with pq.ParquetFile(path, memory_map=True) as file:
            schema = file.schema_arrow
            _check_size(file.metadata.num_rows, len(schema.names), shown_name)
            names = [f"c{position}" for position in range(len(schema.names))]
            connection.execute(f'create table {table} ("row" bigint, {", ".join(f"{name} varchar" for name in names)})')
            connection.execute(f"insert into {table} values (1{', ?' * len(names)})", schema.names)
            rows = _fill(file, connection, table, names, shown_name)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, OSError) as error:
        raise damaged(shown_name) from error
    return RawTable(shown_name, None, table, len(names), rows, None, None, is_consecutive=True)


def _check_size(rows: int, columns: int, shown_name: str) -> None:
    if not columns or not rows:
        raise Refusal(sentence("{file} is empty; choose the file that holds the table", file=shown_name))
    if columns > MAX_COLUMNS or rows * columns > MAX_USED_RANGE:
        raise Refusal(
            sentence(
                "{file} has {rows} rows and {columns} columns, too much to read as Parquet; save the table as CSV and try again",
                file=shown_name,
                rows=rows,
                columns=columns,
            )
        )


def _fill(file: pq.ParquetFile, connection: DuckDBPyConnection, table: str, names: list[str], shown_name: str) -> int:
    row, text_bytes = 1, 0
    for batch in file.iter_batches(BATCH_ROWS, use_threads=False):
        columns = [_naive(column) for column in batch.columns]
        text_bytes += sum(column.nbytes for column in columns)
        if text_bytes > MAX_TEXT_BYTES:
            raise Refusal(
                sentence(
                    "{file} unfolds to more than {size} MB of text, too much to read; save the table as CSV and try again",
                    file=shown_name,
                    size=MAX_TEXT_BYTES // MEGABYTE,
                )
            )
        numbers = pa.array(range(row + 1, row + 1 + batch.num_rows), pa.int64())
        connection.register("part_rows", pa.table([numbers, *columns], names=["row", *names]))
        texts = ", ".join(_as_text(name, column.type) for name, column in zip(names, columns, strict=True))
        connection.execute(f"insert into {table} select row, {texts} from part_rows")
        connection.unregister("part_rows")
        row += batch.num_rows
    return row


def _naive(column: pa.Array) -> pa.Array:
    """The column without dictionaries, and moments in their own time zone's clock time: what the shop wrote down."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        column = pc.local_timestamp(column)
    return column


def _as_text(name: str, kind: pa.DataType) -> str:
    if pa.types.is_floating(kind):  # 12345.0 is "12345"; a missing number is often stored as not-a-number
        whole = f"{name} = trunc({name}) and abs({name}) < 1e16"
        return f"case when isnan({name}) then null when {whole} then {name}::bigint::varchar else {name}::varchar end"
    if pa.types.is_timestamp(kind):
        return f"case when {name}::date = {name} then {name}::date::varchar else strftime({name}, '%Y-%m-%d %H:%M:%S') end"
    return f"nullif({name}::varchar, '')"
