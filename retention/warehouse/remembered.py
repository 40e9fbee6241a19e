"""Meanings that a person has confirmed, kept for the next table with the same headers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import duckdb

from retention.ingest.wishes import key_of
from retention.warehouse.changes import now


@dataclass(frozen=True)
class Remembered:
    """What tables with these headers (as they are compared) were said to be; formats only where a person chose them."""

    headers: tuple[str, ...]
    role: str
    columns: Mapping[str, str]
    formats: Mapping[str, str] = field(default_factory=dict)

    @property
    def document(self) -> dict[str, object]:
        """An entry of the mapping's "remembered"."""
        return {"headers": list(self.headers), "role": self.role, "columns": dict(self.columns), "formats": dict(self.formats)}

    @staticmethod
    def of(document: Mapping[str, object]) -> Remembered:
        """The meaning that such an entry holds."""
        texts = {name: cast("Mapping[str, str]", document.get(name, {})) for name in ("columns", "formats")}
        return Remembered(key_of(cast("Sequence[str]", document["headers"])), str(document["role"]), **texts)


def list_remembered(cursor: duckdb.DuckDBPyConnection) -> tuple[Remembered, ...]:
    """Everything that is remembered, the latest first."""
    rows = cursor.execute("select headers, mapping from remembered_mappings order by confirmed_at desc, headers").fetchall()
    return tuple(Remembered.of({"headers": json.loads(headers), **json.loads(mapping)}) for headers, mapping in rows)


def remember(cursor: duckdb.DuckDBPyConnection, meanings: Sequence[Remembered]) -> None:
    """Nothing comes back; these meanings take the place of earlier ones for the same headers."""
    confirmed_at = now()
    for meaning in meanings:
        mapping = {"role": meaning.role, "columns": dict(meaning.columns), "formats": dict(meaning.formats)}
        cursor.execute(
            "insert or replace into remembered_mappings values (?, ?, ?)",
            [_key(meaning.headers), json.dumps(mapping, ensure_ascii=False), confirmed_at],
        )


def forget(cursor: duckdb.DuckDBPyConnection, headers: Sequence[str]) -> None:
    """Nothing comes back; tables with these headers are guessed again."""
    cursor.execute("delete from remembered_mappings where headers = ?", [_key(headers)])


def _key(headers: Sequence[str]) -> str:
    return json.dumps(key_of(headers), ensure_ascii=False)
