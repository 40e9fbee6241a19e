from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from retention.ingest.formats import parquet
from retention.ingest.formats.raw import read_raw
from retention.sentence import Refusal


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as opened:
        yield opened


def write(folder: Path, table: pa.Table) -> Path:
    pq.write_table(table, folder / "a.parquet")
    return folder / "a.parquet"


def test_every_column_becomes_text(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    zoned = pa.array([datetime(2014, 1, 31, 10, 30), None], pa.timestamp("us", "Europe/Chisinau"))
    columns = {
        "id": pa.array(["00123", ""]),
        "order; drop table x": pa.array([17850.0, 0.1]),
        "amount": pa.array([Decimal("5.10"), None]),
        "when": pa.array([datetime(2014, 1, 31), datetime(2014, 1, 31, 12, 30, 15, 250_000)]),
        "there": zoned,
        "day": pa.array([date(2014, 1, 31), None]),
        "paid": pa.array([True, False]),
        "shop": pa.array(["web", "web"]).dictionary_encode(),
        "missing": pa.array([float("nan"), 1e20]),
        "tags": pa.array([["a", "b"], []]),
    }
    (table,) = read_raw(write(tmp_path, pa.table(columns)), "a.parquet", connection)
    assert (table.file, table.sheet, table.width, table.rows, table.is_consecutive) == ("a.parquet", None, 10, 3, True)
    header, first, second = connection.execute(f'select * from {table.table} order by "row"').fetchall()
    assert header == (1, *columns)
    assert first == (2, "00123", "17850", "5.10", "2014-01-31", "2014-01-31 12:30:00", "2014-01-31", "true", "web", None, "[a, b]")
    assert second == (3, None, "0.1", None, "2014-01-31 12:30:15", None, None, "false", "web", "1e+20", "[]")


def test_rows_are_counted_before_any_is_read(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    many = pa.DictionaryArray.from_arrays(pa.nulls(24_000_001, pa.int8()).fill_null(0), pa.array(["A" * 100]))
    path = write(tmp_path, pa.table({"a": many}))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(Refusal, match="24000001 rows and 1 columns, too much"):
        read_raw(path, "a.parquet", connection)


def test_text_that_unfolds_too_far_is_refused(
    tmp_path: Path, connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "MAX_TEXT_BYTES", 2_000_000)
    path = write(tmp_path, pa.table({"a": pa.array(["A" * 1_000] * 5_000).dictionary_encode()}))
    with pytest.raises(Refusal, match="unfolds to more than 2 MB of text"):
        read_raw(path, "a.parquet", connection)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (pa.table({"a": pa.array([], pa.string())}), "a.parquet is empty"),
        (pa.table({f"column {number}": [1] for number in range(513)}), "1 rows and 513 columns"),
    ],
)
def test_empty_and_too_wide(tmp_path: Path, connection: duckdb.DuckDBPyConnection, table: pa.Table, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_raw(write(tmp_path, table), "a.parquet", connection)


def test_cut_short(tmp_path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    path = write(tmp_path, pa.table({"a": list(range(1_000))}))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(Refusal, match="a.parquet is damaged or cut short"):
        read_raw(path, "a.parquet", connection)
