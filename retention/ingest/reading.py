"""What reading a file gives: what was understood, what was mended or refused, and the clean rows."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Literal

from retention.sentence import Sentence

Severity = Literal["info", "warning", "error"]
Role = Literal["order_lines", "orders", "customers", "products", "returns", "spend", "contacts", "feedback", "unknown"]


@dataclass(frozen=True)
class Finding:
    """Something a person should know about their data: what, how many rows, and whether it changes the figures."""

    code: str
    severity: Severity
    rows: int
    sentence: Sentence
    file: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Understood:
    """What one table (a file, or one sheet of a workbook) was taken for.

    columns: the header as written -> the field it was read as ("ordered_at", "amount", …); columns left out are not named.
    headers: every header in the file, in order, so that a form can offer them all. samples: a few values under each.
    formats: "date" ("%d.%m.%Y", …) and "decimal" ("." or ",") where the table has such columns.
    reasons: why it was taken for this, the weightiest first. export: the shop system that wrote it, where its headers give it away.
    """

    file: str
    sheet: str | None
    role: Role
    encoding: str | None
    delimiter: str | None
    header_row: int | None
    rows: int
    columns: Mapping[str, str]
    headers: tuple[str, ...] = ()
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    sha256: str = ""
    reasons: tuple[Sentence, ...] = ()
    export: str | None = None


@dataclass(frozen=True)
class RefusedRow:
    """One row that was left out, and why; `row` counts from 1 as a spreadsheet shows it."""

    file: str
    sheet: str | None
    row: int
    reason: Sentence


@dataclass(frozen=True)
class Totals:
    """The sums a person can check against their own books. None = the data have no such thing."""

    order_lines: int
    orders: int | None
    customers: int | None
    revenue: Decimal | None
    currency: str | None
    first_date: date | None
    last_date: date | None
    spend: Decimal | None
    returning_customers: int | None = None  # with purchases on two days or more


@dataclass(frozen=True)
class Repair:
    """Something that was mended, or could be, and what it does to the sums; a switch turns it on and off.

    without, with_it: the sums if only this one were off, and on. code: its name in the mapping's "repairs".
    """

    code: str
    sentence: Sentence
    rows: int
    is_on: bool
    without: Totals
    with_it: Totals


@dataclass(frozen=True)
class Doubt:
    """A column that can be read in two ways, which nothing in the file settles: the owner has to say.

    format: which of the table's formats it hangs on, "date" or "decimal". example: a cell as it stands.
    readings: each possible format with what the example then means ("%d/%m/%Y" -> 2024-02-01), the one that was used first.
    """

    file: str
    sheet: str | None
    column: str
    format: Literal["date", "decimal"]
    example: str
    readings: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Reading:
    """The outcome of reading files together: a context manager that owns the spool folder with the clean rows.

    tables: canonical table name ("order_lines", "customers", "spend", "contacts", "feedback") -> an Arrow IPC file with
    the columns of that table in the workspace except `import_id` and a customer's number, and a few that only the reading needed.
    refused: the first 10,000 refused rows; `refused_count` counts all of them. currencies: of the sales, the commonest first.
    untouched: the sums with every repair switched off; None where there is none.
    """

    files: tuple[Understood, ...]
    findings: tuple[Finding, ...]
    refused: tuple[RefusedRow, ...]
    refused_count: int
    totals: Totals
    tables: Mapping[str, Path]
    spool: Path
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    currencies: tuple[str, ...] = ()
    untouched: Totals | None = None

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self.spool, ignore_errors=True)
