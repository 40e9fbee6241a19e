"""A workspace: one DuckDB file with one owner's data, its ledger of imports, and the marts asked of it lately."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from retention.ingest.reading import Reading
from retention.question import Question
from retention.warehouse.connection import connect
from retention.warehouse.imports import Import, Loaded, list_imports, load_reading, undo_import
from retention.warehouse.marks import list_marked, mark
from retention.warehouse.marts_of_question import FitLimits, Marts, build, shape_of
from retention.warehouse.remembered import Remembered, forget, list_remembered, remember
from retention.warehouse.scenarios import ScenarioShelf
from retention.warehouse.schema import make_schema
from retention.warehouse.spend_ledger import SpendLedger
from retention.warehouse.transaction import transaction

KEPT_QUESTIONS = 4

_open: dict[Path, Workspace] = {}
_open_lock = threading.Lock()


class Workspace:
    """One owner's data. Every query gets a cursor of its own; writing is one at a time and all or nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._writing = threading.Lock()
        self._asking = threading.Lock()
        self._marts: OrderedDict[tuple[int, Question], Marts] = OrderedDict()
        self._users: dict[str, int] = {}
        self._built = 0
        with self.cursor() as cursor:
            try:
                make_schema(cursor, path.name)
            except BaseException:
                self._connection.close()
                raise
        # the workspace's own name, the same for as long as the file lives; part of every cache key
        self.id = self._read_id()

    @property
    def data_version(self) -> int:
        """A number that grows with every import and undo; part of every cache key."""
        with self.cursor() as cursor:
            return int((cursor.execute("select data_version from workspace").fetchone() or (0,))[0])

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one piece of reading, closed afterwards. Never share it between threads."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def load(self, reading: Reading, replaces: int | None = None) -> Loaded:
        """What came in: all of the reading or nothing of it. Files that were loaded before add nothing; `replaces` gives way to it."""
        with self._writing, self.cursor() as cursor:
            loaded = load_reading(cursor, reading, replaces)
        self._forget_old_marts()
        return loaded

    def undo(self, import_id: int | None = None) -> tuple[Import, ...]:
        """The files of the import that was taken back (the latest one unless another is named). Raises Refusal when there is none."""
        with self._writing, self.cursor() as cursor:
            undone = undo_import(cursor, import_id)
        self._forget_old_marts()
        return undone

    def imports(self) -> tuple[Import, ...]:
        """Every file that was loaded and not taken back, oldest first."""
        with self.cursor() as cursor:
            return list_imports(cursor)

    def remembered(self) -> tuple[Remembered, ...]:
        """The meanings of tables that a person has confirmed, the latest first."""
        with self.cursor() as cursor:
            return list_remembered(cursor)

    def remember(self, meanings: Sequence[Remembered]) -> None:
        """Nothing comes back; the next table with the same headers is read with these meanings."""
        with self._writing, self.cursor() as cursor:
            remember(cursor, meanings)

    def forget(self, headers: Sequence[str]) -> None:
        """Nothing comes back; what was confirmed for these headers is no longer known."""
        with self._writing, self.cursor() as cursor:
            forget(cursor, headers)

    def marked(self) -> tuple[str, ...]:
        """The customers marked by hand as worth showing to others; few, and no part of `data_version`: read them on every run."""
        with self.cursor() as cursor:
            return list_marked(cursor)

    def mark(self, customer_id: str, is_marked: bool) -> None:
        """Nothing comes back; the customer is marked as worth showing, or no longer."""
        with self._writing, self.cursor() as cursor:
            mark(cursor, customer_id, is_marked)

    @property
    def spend(self) -> SpendLedger:
        """Spend typed in by hand, and what each channel's spend is said to be for."""
        return SpendLedger(self.cursor, self._changing)

    @property
    def scenarios(self) -> ScenarioShelf:
        """What-ifs kept under a name; no part of `data_version`."""
        return ScenarioShelf(self.cursor, self._changing)

    @contextmanager
    def marts(self, question: Question, fit_limits: FitLimits) -> Iterator[Marts]:
        """The marts behind a question, built on first asking and kept for the next few; Refusal when there are no sales."""
        with self._asking:
            marts = self._find_or_build(question, fit_limits)
            self._users[marts.catalogue] = self._users.get(marts.catalogue, 0) + 1
        try:
            yield marts
        finally:
            with self._asking:
                self._users[marts.catalogue] -= 1
                self._drop_unused()

    def close(self) -> None:
        """Ends all use of the file, so that it can be moved or deleted."""
        with _open_lock:
            _open.pop(self.path, None)
        self._connection.close()

    @contextmanager
    def _changing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._writing, self.cursor() as cursor, transaction(cursor):
            yield cursor
        self._forget_old_marts()

    def _find_or_build(self, question: Question, fit_limits: FitLimits) -> Marts:
        key = (self.data_version, shape_of(question))
        kept = self._marts.get(key)
        if kept is None:
            self._built += 1
            catalogue = f"question_{self._built}"
            with self.cursor() as cursor:
                source = str((cursor.execute("select current_database()").fetchone() or ("",))[0])
                try:
                    facts = build(cursor, source.replace('"', '""'), catalogue, question, fit_limits)
                except BaseException:
                    cursor.execute(f'use "{source}"')
                    cursor.execute(f"detach database if exists {catalogue}")
                    raise
            kept = Marts(catalogue, key[1], facts, key[0], self._connection)
            self._marts[key] = kept
        self._marts.move_to_end(key)
        return Marts(kept.catalogue, question, kept.facts, kept.data_version, kept.connection)

    def _drop_unused(self) -> None:
        for key, marts in list(self._marts.items()):
            is_old = key[0] != self.data_version or len(self._marts) > KEPT_QUESTIONS
            if is_old and not self._users.get(marts.catalogue):
                del self._marts[key]
                self._users.pop(marts.catalogue, None)
                with self.cursor() as cursor:
                    cursor.execute(f"detach {marts.catalogue}")

    def _forget_old_marts(self) -> None:
        with self._asking:
            self._drop_unused()

    def _read_id(self) -> str:
        with self.cursor() as cursor:
            return str((cursor.execute("select id from workspace").fetchone() or ("",))[0])


def open_workspace(path: Path) -> Workspace:
    """The workspace in this file, made if there is none; one and the same object for everybody in this process."""
    path = path.expanduser().resolve()
    with _open_lock:
        if path not in _open:
            path.parent.mkdir(parents=True, exist_ok=True)
            _open[path] = Workspace(path)
        return _open[path]


def find_workspace(workspace_id: str) -> Workspace:
    """The open workspace of this id; KeyError when it was closed meanwhile."""
    with _open_lock:
        return {workspace.id: workspace for workspace in _open.values()}[workspace_id]
