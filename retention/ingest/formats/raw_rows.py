"""A raw table that grows row by row, and whose columns are only known at its end."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

import pyarrow as pa
from duckdb import DuckDBPyConnection

from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.guard.limits import MAX_COLUMNS, MAX_USED_RANGE
from retention.sentence import Refusal, Sentence, sentence

BATCH_ROWS = 10_000
MOST_REFUSED = 10_000


class RawRows:
    """The rows of one table so far, each by its headers or in order.

    headers: where each stands. names: headers that are better called something else. refused: what stands in place of rows.
    """

    def __init__(self, connection: DuckDBPyConnection, number: int, shown_name: str) -> None:
        self.rows = 0
        self.headers: dict[str, int] = {}
        self.names: dict[str, str] = {}
        self.refused: dict[int, Sentence] = {}
        self._connection, self._file, self._table = connection, shown_name, f"growing_{number}"
        self._width = 0
        self._is_named = False
        self._waiting: list[tuple[str | None, ...]] = []
        connection.execute(f'create or replace temp table {self._table} ("row" bigint)')

    @property
    def columns(self) -> int:
        """How many columns there are so far."""
        return max([self._width, len(self.headers), *map(len, self._waiting)])

    def add(self, cells: Mapping[str, str | None] | tuple[str | None, ...]) -> None:
        """Nothing comes back; the row stands behind the others. Refuses more columns or cells than can be read."""
        if isinstance(cells, Mapping):
            self._is_named = True
            for header in cells:
                self.headers.setdefault(header, len(self.headers))
            row: list[str | None] = [None] * len(self.headers)
            for header, cell in cells.items():
                row[self.headers[header]] = cell
            cells = tuple(row)
        self.rows += 1
        self._waiting.append(cells)
        if len(cells) > MAX_COLUMNS or self.rows * max(len(cells), self._width) > MAX_USED_RANGE:
            raise Refusal(
                sentence(
                    "{file} has {rows} rows and {columns} columns, too much to read as JSON; save the table as CSV and try again",
                    file=self._file,
                    rows=self.rows,
                    columns=len(cells),
                )
            )
        if len(self._waiting) == BATCH_ROWS:
            self._flush()

    def refuse(self, why: Sentence) -> None:
        """Nothing comes back; in place of a row stands something else, for this reason."""
        self.add(())
        self.refused[self.rows] = why
        if len(self.refused) > MOST_REFUSED:
            raise Refusal(
                sentence("{file} holds more than {count} broken records; save it again and try again", file=self._file, count=MOST_REFUSED)
            )

    def finish(self, sheet: str | None, encoding: str | None) -> RawTable | None:
        """The raw table, with its headers in the first row where the rows had any; None where it has no column."""
        self._flush()
        if not self._width:
            return None
        table, names = next_table(self._connection), [f"c{place}" for place in range(self._width)]
        above = int(self._is_named)
        self._connection.execute(f'create table {table} ("row" bigint, {", ".join(f"{name} varchar" for name in names)})')
        if self._is_named:
            named = [name if (name := self.names.get(header)) and name not in self.headers else header for header in self.headers]
            headers = [*named, *[None] * (self._width - len(named))]
            self._connection.execute(f"insert into {table} values (1{', ?' * self._width})", headers)
        blanked = ", ".join(f"nullif({name}, '')" for name in names)
        self._connection.execute(f'insert into {table} select "row" + {above}, {blanked} from {self._table} order by "row"')
        self.forget()
        refused = {row + above: why for row, why in self.refused.items()}
        rows = self.rows + above
        return RawTable(self._file, sheet, table, self._width, rows, encoding, None, is_consecutive=not refused, refused=refused)

    def forget(self) -> None:
        """Nothing comes back; the rows are gone from the connection."""
        self._connection.execute(f"drop table {self._table}")

    def _flush(self) -> None:
        columns = list(zip_longest(*self._waiting))
        first = self.rows - len(self._waiting) + 1
        for position in range(self._width, len(columns)):
            self._connection.execute(f"alter table {self._table} add column c{position} varchar")
        self._width = max(self._width, len(columns))
        numbers = pa.array(range(first, self.rows + 1), pa.int64())
        arrays = [numbers, *(pa.array(column, pa.string()) for column in columns)]
        self._connection.register("growing_rows", pa.table(arrays, names=["row", *(f"c{place}" for place in range(len(columns)))]))
        self._connection.execute(f"insert into {self._table} by name from growing_rows")
        self._connection.unregister("growing_rows")
        self._waiting.clear()
