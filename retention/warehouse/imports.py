"""The ledger of imports: what came from which file, all or nothing, and how to take it back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from retention.ingest.reading import Reading
from retention.sentence import Refusal, as_json, sentence
from retention.warehouse.changes import new_version, now
from retention.warehouse.customer_keys import forget_customers, number_customers
from retention.warehouse.transaction import transaction

TABLES_BY_FILE = ("order_lines", "customers", "spend", "contacts", "feedback", "refused_rows", "imports")
OWNED_TABLES = (*TABLES_BY_FILE, "campaigns", "campaign_members")


@dataclass(frozen=True)
class Import:
    """One file (or sheet) in the ledger."""

    import_id: int
    file: str
    sheet: str | None
    sha256: str
    imported_at: datetime
    rows: int
    refused_rows: int
    understood: str


@dataclass(frozen=True)
class Loaded:
    """What a load changed: the import it became (None = nothing new), the files that were there already and the import they came with."""

    import_id: int | None
    rows: int
    already_loaded: tuple[str, ...]
    earlier_import_id: int | None = None


def load_reading(cursor: duckdb.DuckDBPyConnection, reading: Reading, replaces: int | None) -> Loaded:
    """What was added. One transaction holds the rows and their ledger entry; a file whose content is known adds nothing.

    replaces: an earlier import whose files give way in the same transaction, as when they are read again with other meanings;
    files of it that are not among those read stay.
    """
    ledger, contents = list_imports(cursor), {table.sha256 for table in reading.files}
    known = {entry.sha256: entry.import_id for entry in ledger if entry.import_id != replaces}
    already = tuple(dict.fromkeys(table.file for table in reading.files if table.sha256 in known))
    earlier = next((known[table.sha256] for table in reading.files if table.sha256 in known), None)
    new_files = sorted({table.file for table in reading.files} - set(already))
    if not new_files:
        return Loaded(None, 0, already, earlier)
    with transaction(cursor):
        _delete_files(
            cursor, replaces, sorted({entry.file for entry in ledger if entry.import_id == replaces and entry.sha256 in contents})
        )
        import_id = int((cursor.execute("select coalesce(max(import_id), 0) + 1 from imports").fetchone() or (1,))[0])
        rows = sum(_insert_table(cursor, import_id, table, reading, new_files) for table in reading.tables)
        _insert_ledger(cursor, import_id, reading, set(new_files))
        if replaces is not None:
            forget_customers(cursor)
        new_version(cursor)
    cursor.execute("checkpoint")
    return Loaded(import_id, rows, already, earlier)


def undo_import(cursor: duckdb.DuckDBPyConnection, import_id: int | None) -> tuple[Import, ...]:
    """The files of the import that is gone now with every row it brought. Raises Refusal when there is no such import."""
    ledger = list_imports(cursor)
    wanted = max((entry.import_id for entry in ledger), default=None) if import_id is None else import_id
    found = tuple(entry for entry in ledger if entry.import_id == wanted)
    if not found:
        if import_id is None:
            raise Refusal(sentence("There is no import to take back: nothing has been loaded yet."))
        raise Refusal(sentence("There is no import number {number}: look the number up in the list of imports.", number=import_id))
    with transaction(cursor):
        _delete_import(cursor, wanted)
        forget_customers(cursor)
        new_version(cursor)
    cursor.execute("checkpoint")
    return found


def list_imports(cursor: duckdb.DuckDBPyConnection) -> tuple[Import, ...]:
    """The ledger, oldest first."""
    rows = cursor.execute(
        "select import_id, file, sheet, sha256, imported_at, rows, refused_rows, understood from imports order by import_id, file, sheet"
    ).fetchall()
    return tuple(Import(*row) for row in rows)


def _delete_import(cursor: duckdb.DuckDBPyConnection, import_id: int | None) -> None:
    for table in OWNED_TABLES:
        cursor.execute(f"delete from {table} where import_id = ?", [import_id])


def _delete_files(cursor: duckdb.DuckDBPyConnection, import_id: int | None, files: list[str]) -> None:
    for table in TABLES_BY_FILE:
        cursor.execute(f"delete from {table} where import_id = ? and list_contains(?, file)", [import_id, files])


def _insert_table(cursor: duckdb.DuckDBPyConnection, import_id: int, table: str, reading: Reading, files: list[str]) -> int:
    columns = [row[0] for row in cursor.execute(f"describe {table}").fetchall()]
    told = ", ".join(f'"{column}"' for column in columns)
    taken = ", ".join({"import_id": "$import_id", "customer": "customer_keys.customer"}.get(name, f'incoming."{name}"') for name in columns)
    keyed = " left join customer_keys on customer_keys.customer_id = incoming.customer_id" if "customer" in columns else ""
    with pa.memory_map(str(reading.tables[table])) as source:
        cursor.register("incoming", pa.ipc.open_file(source).read_all())
        try:
            if keyed:
                number_customers(cursor, "incoming", files)
            inserted = cursor.execute(
                f"insert into {table} ({told}) select {taken} from incoming{keyed} where list_contains($files, file)",
                {"import_id": import_id, "files": files},
            ).fetchone()
        finally:
            cursor.unregister("incoming")
    return int(inserted[0]) if inserted else 0


def _insert_ledger(cursor: duckdb.DuckDBPyConnection, import_id: int, reading: Reading, files: set[str]) -> None:
    imported_at = now().replace(microsecond=0)
    for table in reading.files:
        if table.file not in files:
            continue
        refused = [row for row in reading.refused if (row.file, row.sheet) == (table.file, table.sheet)]
        understood = {
            "role": table.role,
            "columns": dict(table.columns),
            "formats": dict(table.formats),
            "encoding": table.encoding,
            "delimiter": table.delimiter,
            "header_row": table.header_row,
        }
        findings = [
            {"code": found.code, "severity": found.severity, "rows": found.rows, "sentence": as_json(found.sentence)}
            for found in reading.findings
            if found.file in (None, table.file)
        ]
        cursor.execute(
            "insert into imports values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                import_id,
                table.file,
                table.sheet,
                table.sha256,
                imported_at,
                table.rows,
                len(refused),
                json.dumps(understood, ensure_ascii=False),
                json.dumps(findings, ensure_ascii=False),
            ],
        )
        if refused:
            cursor.executemany(
                "insert into refused_rows values (?, ?, ?, ?, ?)",
                [[import_id, row.file, row.sheet, row.row, json.dumps(as_json(row.reason), ensure_ascii=False)] for row in refused],
            )
