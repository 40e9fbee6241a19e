"""The expressions that read the cells of an understood table, field by field, and what a plan for its rows is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from retention.ingest.columns.profile import Column
from retention.ingest.meanings.table import Table
from retention.ingest.values.dates import FIRST_DAY, LAST_DAY, day_sql

RUINED = 0.95  # of a column's ids end in ".0": the ids went through a column of floating-point numbers


@dataclass(frozen=True)
class Check:
    """Why a row may be refused: what one of its cells has to be. is_read: it could be read; is_allowed: and its value can be."""

    field: str
    column: Column
    is_read: str
    is_allowed: str = "true"


@dataclass(frozen=True)
class Plan:
    """table: the canonical table. columns: its columns (without import_id, file, sheet and row) -> expression over the raw cells.

    is_kept: which rows can stay, over the canonical columns. checks: why others cannot, over the raw cells.
    key: rows with the same value in this column are the same thing, of which the first is kept; None where rows may repeat.
    amount: the column whose sum a left-out row would add to. exact: its value before it is rounded to four decimals, if that matters.
    left_out: kind -> which rows, of all that are not blank, are left out on purpose as rows of that kind.
    beside: what no workspace keeps but a repair may need.
    """

    table: str
    columns: Mapping[str, str]
    is_kept: str
    checks: tuple[Check, ...]
    key: str | None = None
    amount: str | None = None
    exact: str | None = None
    left_out: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)


class Expressions:
    """The expressions for the fields of one table; `null` of the right type for a field that it does not have."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def text(self, name: str) -> str:
        """Plain text."""
        column = self.table.column(name)
        return f"value_of({column.sql})" if column else self.constant(name)

    def constant(self, name: str) -> str:
        """What always holds for a field in exports of this kind, null where nothing does."""
        value = self.table.export.constants.get(name) if self.table.export else None
        return f"'{value}'" if value else "cast(null as varchar)"

    def identity(self, name: str) -> str:
        """An id or a name of a place: text, without the words for nothing, and without the ".0" of a column that once held numbers."""
        column = self.table.column(name)
        if column is None:
            return "cast(null as varchar)"
        if column.filled and column.ruined_ids >= RUINED * column.filled:
            return f"case when ends_with({column.sql}, '.0') then id_of({column.sql}[:-3]) else id_of({column.sql}) end"
        if name == "customer_id" and not column.holds_emails and column.numbers < column.filled:
            return f"case when is_guest({column.sql}) then null else id_of({column.sql}) end"
        return f"id_of({column.sql})"

    def number(self, name: str) -> str:
        """An exact number; the sum of the columns where the field has several."""
        columns = self.table.fields.get(name, ())
        cells = [self._money(column) for column in columns]
        if len(cells) < 2:
            return cells[0] if cells else "cast(null as decimal(18, 4))"
        total = " + ".join(f"coalesce({cell}, 0)" for cell in cells)
        return f"case when coalesce({', '.join(cells)}) is not null then try_cast({total} as decimal(18, 4)) end"

    def _money(self, column: Column) -> str:
        cell = f"{column.sql}, '{self.table.marks[column.position]}'"
        value = f"coalesce(money({cell}), shortened({cell}))" if column.is_shortened else f"money({cell})"
        return value if column.parts == 1 else f"cast({value} * {'0.01' if column.parts == 100 else '0.000001'} as decimal(18, 4))"

    def moment(self, name: str) -> str:
        """A moment on the shop's clock."""
        column = self.table.column(name)
        return day_sql(column.sql, self.table.days[column.position]) if column else "cast(null as timestamp)"

    def day(self, name: str) -> str:
        """The day of it, null where it cannot be."""
        moment = self.moment(name)
        return f"case when {in_range(moment)} then cast({moment} as date) end"

    def check(self, name: str) -> list[Check]:
        """The check that the field can be read: a day within the range, a number, or anything at all."""
        column = self.table.column(name)
        if column is None:
            return []
        if column.position in self.table.days:
            moment = self.moment(name)
            return [Check(name, column, f"{moment} is not null", in_range(moment))]
        value = self.number(name) if column.position in self.table.marks else self.identity(name)
        return [Check(name, column, f"{value} is not null")]


def in_range(moment: str) -> str:
    """Whether a moment is one that a shop's books can speak of."""
    return f"{moment} >= {FIRST_DAY} and {moment} < {LAST_DAY}"
