"""Small files for tests: written, read and understood in this process, without the capped child."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from retention.ingest.formats.raw import RawTable, next_table, read_raw
from retention.ingest.formats.text import read_text
from retention.ingest.reading import Finding, Reading
from retention.ingest.understand import understand
from retention.sentence import Sentence

Cells = tuple[str | None, ...]


@contextmanager
def raw_text(folder: Path, content: str | bytes, name: str = "file.csv") -> Iterator[tuple[RawTable, duckdb.DuckDBPyConnection]]:
    """The raw table of a text file with this content, and the connection it is in."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with duckdb.connect(config={"threads": 1}) as connection:
        yield read_text(path, name, connection, next_table(connection)), connection


def cells_of(raw: RawTable, connection: duckdb.DuckDBPyConnection) -> dict[int, Cells]:
    """Row number -> cells."""
    columns = ", ".join(f"c{position}" for position in range(raw.width))
    return {row[0]: row[1:] for row in connection.execute(f'select "row", {columns} from {raw.table} order by 1').fetchall()}


def read_files(folder: Path, files: Mapping[str, str | bytes] | Sequence[Path], mapping: Mapping[str, object] | None = None) -> Reading:
    """What the files hold together."""
    paths = list(files) if not isinstance(files, Mapping) else []
    if isinstance(files, Mapping):
        for name, content in files.items():
            (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
            paths.append(folder / name)
    spool = folder / "spool"
    spool.mkdir()
    with duckdb.connect(config={"threads": 2}) as connection:
        raws = [raw for path in paths for raw in read_raw(path, path.name, connection)]
        return understand(connection, raws, mapping, spool, None)


def rows_of(reading: Reading, table: str, *columns: str) -> list[tuple[object, ...]]:
    """The clean rows of a canonical table."""
    rows = pa.ipc.open_file(str(reading.tables[table])).read_all().select(list(columns)).to_pylist()
    return [tuple(row[column] for column in columns) for row in rows]


def finding(reading: Reading, code: str) -> Finding | None:
    """The first finding with this code."""
    return next((found for found in reading.findings if found.code == code), None)


def said(sentence: Sentence) -> str:
    """The sentence in English."""
    text = sentence.plural if sentence.plural is not None and sentence.count != 1 else sentence.text
    return text.format(**dict(sentence.values))
