"""Two tables made one: the key that fits both, and the view in which the second one's cells stand beside the first one's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath

from duckdb import DuckDBPyConnection
from rapidfuzz.fuzz import ratio

from retention.ingest.columns.profile import Column, profile
from retention.ingest.formats.raw import RawTable, next_table
from retention.ingest.meanings.meaning import means
from retention.ingest.meanings.table import Table
from retention.ingest.vocabulary import words as words_of

KEY_WORDS = {"id", "key", "code", "no", "nr", "number", "номер", "код", "cod", "sk"}
KEY_MEANINGS = ("order_id", "customer_id", "product", "store", "date")
ALIKE = 75.0  # of 100: a table's name and the word for it in another table's header ("filiale", "filiala_id")
FITS = 0.9  # of the first table's keys have to be found in the second one


@dataclass(frozen=True)
class Key:
    """The columns by which rows of two tables belong together: `outer` may repeat, `inner` is different in every row."""

    outer: Column
    inner: Column


def find_key(connection: DuckDBPyConnection, table: Table, other: Table) -> Key | None:
    """The key that leads from each row of the table to one row of the other; None where there is none."""
    candidates = []
    for inner in other.columns:
        if inner.is_unique:
            for outer in table.columns:
                if outer.filled and (score := _likeness(outer, inner, other.raw)):
                    candidates.append((score, -inner.position, -outer.position, Key(outer, inner)))
    for *_, key in sorted(candidates, key=lambda one: one[:3], reverse=True):
        if _fits(connection, table, other, key):
            return key
    return None


def joined(connection: DuckDBPyConnection, table: Table, other: Table, key: Key, gained: Iterable[str]) -> Table:
    """The table with the other's columns behind its own, and the gained fields filled from them; its rows stay what they were."""
    name, width = next_table(connection), table.raw.width
    own = ", ".join(f"one.{column.sql}" for column in table.columns)
    more = ", ".join(f"other.{column.sql} as c{width + column.position}" for column in other.columns)
    connection.execute(f"""
        create view {name} as select one."row", {own}, {more}
        from {table.raw.table} as one
        left join (select * from {other.raw.table} where "row" >= {other.shape.first_body_row}) as other
            on {key_sql(f"one.{key.outer.sql}")} = {key_sql(f"other.{key.inner.sql}")} and one."row" >= {table.shape.first_body_row}""")
    raw = replace(table.raw, table=name, width=width + other.raw.width, is_consecutive=False, findings=())
    shape = replace(
        table.shape, written=(*table.shape.written, *other.shape.written), headers=(*table.shape.headers, *other.shape.headers), heads=()
    )
    said = {column.position: column.meanings for column in table.columns}  # which more than the header may have told
    said |= {width + column.position: column.meanings for column in other.columns}
    columns = tuple(replace(column, meanings=said.get(column.position, column.meanings)) for column in profile(connection, raw, shape))
    fields = {field: tuple(columns[column.position] for column in found) for field, found in table.fields.items()}
    fields |= {field: tuple(columns[width + column.position] for column in other.fields[field]) for field in gained}
    return replace(
        table,
        raw=raw,
        shape=shape,
        columns=columns,
        fields=fields,
        marks=dict(chain(table.marks.items(), ((width + place, mark) for place, mark in other.marks.items()))),
        days=dict(chain(table.days.items(), ((width + place, way) for place, way in other.days.items()))),
        unsettled=table.unsettled | {width + place for place in other.unsettled},
        origin=table.origin or table,
    )


def key_sql(cell: str) -> str:
    """A cell as keys are compared: without the ".0" of a column that once held numbers."""
    return f"regexp_replace(id_of({cell}), '\\.0+$', '')"


def _likeness(outer: Column, inner: Column, other: RawTable) -> float:
    """How alike the two headers are, from 0 to 1."""
    outer_words, inner_words = set(words_of(outer.header)), set(words_of(inner.header))
    if outer_words == inner_words:
        return 0.4 if outer_words <= KEY_WORDS else 1.0  # the "id" of one table is seldom that of another
    called = set(words_of(other.sheet or "")) | set(words_of(PurePath(other.file).stem))
    if inner_words <= KEY_WORDS:
        subjects = outer_words - KEY_WORDS
        return 0.9 if any(ratio(subject, name) >= ALIKE for subject in subjects for name in called) else 0.0
    if outer_words - KEY_WORDS == inner_words - KEY_WORDS:
        return 0.8
    return max((0.6 for meaning in KEY_MEANINGS if means(outer, meaning) > 0 and means(inner, meaning) > 0), default=0.0)


def _fits(connection: DuckDBPyConnection, table: Table, other: Table, key: Key) -> bool:
    """Whether the inner column tells all of its rows apart, and holds nearly all keys of the outer one."""
    inner = f'select {key_sql(key.inner.sql)} as key from {other.raw.table} where "row" >= {other.shape.first_body_row}'
    outer = f'select distinct {key_sql(key.outer.sql)} as key from {table.raw.table} where "row" >= {table.shape.first_body_row}'
    ((keys, different),) = connection.execute(f"select count(key), count(distinct key) from ({inner})").fetchall()
    if not keys or different < keys:
        return False
    ((asked, found),) = connection.execute(
        f"select count(*), count(*) filter (key in (select key from ({inner}) where key is not null)) from ({outer}) where key is not null"
    ).fetchall()
    return bool(asked) and found >= FITS * asked
