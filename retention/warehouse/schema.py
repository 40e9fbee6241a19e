"""The tables of a workspace file: made where there are none, brought up to date where an earlier version made them."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import duckdb

from retention.sentence import Refusal, sentence
from retention.warehouse.transaction import transaction

SCHEMA_VERSION = 6
FOLDER = Path(__file__).parent


def make_schema(cursor: duckdb.DuckDBPyConnection, file: str) -> None:
    """Nothing comes back; the workspace has the tables of this version afterwards, and all its rows still.

    One transaction brings an older workspace forward, step by step, or leaves it as it was. Raises Refusal where the file holds
    other tables than ours, or those of a later version.
    """
    tables = {row[0] for row in cursor.execute("select table_name from duckdb_tables()").fetchall()}
    if not tables:
        with transaction(cursor):
            cursor.execute((FOLDER / "schema.sql").read_text(encoding="utf-8"))
            cursor.execute("insert into workspace values (?, ?, 0)", [SCHEMA_VERSION, uuid4().hex])
        return
    found = cursor.execute("select version from workspace").fetchone() if "workspace" in tables else None
    if found is None or not 1 <= found[0] <= SCHEMA_VERSION:
        raise Refusal(sentence("{file} is not a workspace that this version can open: choose another file or a new name.", file=file))
    if found[0] < SCHEMA_VERSION:
        with transaction(cursor):
            for version in range(found[0] + 1, SCHEMA_VERSION + 1):
                step = FOLDER / "migrations" / f"{version}.sql"
                cursor.execute(step.read_text(encoding="utf-8"))
            cursor.execute("update workspace set version = ?", [SCHEMA_VERSION])
        cursor.execute("checkpoint")
