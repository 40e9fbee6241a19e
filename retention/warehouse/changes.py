"""What every change of a workspace shares: the way in, the moment, and the new version of the data."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb

Cursor = duckdb.DuckDBPyConnection
Door = Callable[[], AbstractContextManager[Cursor]]


@dataclass(frozen=True)
class BesideData:
    """What a workspace keeps beside its files, whatever is imported or taken back.

    reading, changing: open a cursor; what is done behind `changing` is kept together at its end, or not at all.
    """

    reading: Door
    changing: Door


def now() -> datetime:
    """The moment, as the tables keep it."""
    return datetime.now(UTC).replace(tzinfo=None)


def new_version(cursor: Cursor) -> None:
    """Nothing comes back; every answer kept of the data as they were is out of date."""
    cursor.execute("update workspace set data_version = data_version + 1")
