"""One raw table understood: what it is, what its columns mean, and how its numbers and days are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from duckdb import DuckDBPyConnection

from retention.ingest import dates, numbers
from retention.ingest.amounts import DiscountKind, better_amount, discount_kind
from retention.ingest.dates import DayEvidence, DayFormat
from retention.ingest.headerless import with_likely_meanings
from retention.ingest.mapping import Wish, columns_wished
from retention.ingest.meaning import Fields, find_fields, find_role
from retention.ingest.numbers import Mark, MarkEvidence
from retention.ingest.profile import SAMPLED_ROWS, Column, profile
from retention.ingest.raw import RawTable
from retention.ingest.reading import Role, Understood
from retention.ingest.roles import DAY_FIELDS, NUMBER_FIELDS, SOURCES, fields_of
from retention.ingest.shape import SEARCHED_ROWS, Shape, find_shape, shape_at


@dataclass(frozen=True)
class Table:
    """marks, days: how the columns at these positions write numbers and days. unsettled: positions where that is not certain."""

    raw: RawTable
    shape: Shape
    columns: tuple[Column, ...]
    role: Role
    fields: Fields
    marks: Mapping[int, Mark] = field(default_factory=dict)
    days: Mapping[int, DayFormat] = field(default_factory=dict)
    unsettled: frozenset[int] = frozenset()
    discount: DiscountKind = "money"

    def column(self, name: str) -> Column | None:
        """The (first) column of a field."""
        return next(iter(self.fields.get(name, ())), None)

    def understood(self, rows: int) -> Understood:
        """What a person is shown of this, and can correct."""
        day = next((self.days[c.position] for name, cs in self.fields.items() if name in DAY_FIELDS for c in cs), None)
        number = next((c for name in ("amount", "unit_price", *NUMBER_FIELDS) for c in self.fields.get(name, ())), None)
        formats = {"date": day.pattern} if day else {}
        if number:
            formats["decimal"] = self.marks[number.position]
        return Understood(
            file=self.raw.file,
            sheet=self.raw.sheet,
            role=self.role,
            encoding=self.raw.encoding,
            delimiter=self.raw.delimiter,
            header_row=self.shape.header_row,
            rows=rows,
            columns={column.header: name for name, columns in self.fields.items() for column in columns},
            headers=self.shape.headers,
            samples={column.header: column.values for column in self.columns},
            formats=formats,
        )


def understand_table(connection: DuckDBPyConnection, raw: RawTable, wish: Wish) -> Table:
    """The raw table with its meaning. What was wished is taken as it is; a wish that does not fit is refused by name."""
    shape = _shape(connection, raw, wish)
    columns = profile(connection, raw, shape)
    if shape.header_row is None:
        columns = with_likely_meanings(columns)
    role = wish.role or find_role(raw, columns)
    if wish.columns is None:
        fields = find_fields(role, columns)
        if role in ("order_lines", "orders"):
            fields = better_amount(connection, raw, columns, fields)
    else:
        role = wish.role or _role_with(wish.columns.values(), role)
        chosen = columns_wished(wish, role, shape.headers, raw.file)
        fields = {name: tuple(columns[place] for place in places) for name, places in chosen.items()}
    table = _with_formats(connection, Table(raw, shape, columns, role, fields), wish)
    return _with_discount(connection, table)


def _shape(connection: DuckDBPyConnection, raw: RawTable, wish: Wish) -> Shape:
    cells = ", ".join(f"c{position}" for position in range(raw.width))
    wanted = SEARCHED_ROWS if wish.header_row is None else wish.header_row + 1
    rows = [(row[0], row[1:]) for row in connection.execute(f'select "row", {cells} from {raw.table} limit {wanted}').fetchall()]
    if wish.has_header is None:
        return find_shape(rows, raw.width)
    header = next((cells for number, cells in rows if wish.header_row is not None and number == wish.header_row + 1), None)
    return shape_at(wish.header_row if header else None, header or (), raw.width)


def _role_with(names: Iterable[str], guessed: Role) -> Role:
    """The guessed role if it has all these fields, else the first that has."""
    wanted = set(names)
    return next((role for role in (guessed, *SOURCES) if wanted <= set(fields_of(role))), guessed)


def _with_formats(connection: DuckDBPyConnection, table: Table, wish: Wish) -> Table:
    """The table with the marks and day formats of its fields' columns, settled over the whole column where the sample does not."""
    marks: dict[int, Mark] = {}
    days: dict[int, DayFormat] = {}
    unsettled = set()
    numeric = [c for name, columns in table.fields.items() if name in NUMBER_FIELDS for c in columns]
    whole = {column.position: column.marks for column in numeric}
    if not any(marks.mark for marks in whole.values()):
        whole = {column.position: _marks_of_all(connection, table.raw, column) for column in numeric}
    for column in numeric:
        mark, is_certain = numbers.settle(whole[column.position], whole.values())
        marks[column.position] = wish.decimal or mark
        if not is_certain and wish.decimal is None:
            unsettled.add(column.position)
    month_first = any(column.currency == "USD" for column in table.columns)
    for column in [c for name, columns in table.fields.items() if name in DAY_FIELDS for c in columns]:
        way = dates.settle(_days_settled(connection, table, column), month_first)
        days[column.position] = dates.given(wish.date, way) if wish.date else way
        if not days[column.position].is_certain:
            unsettled.add(column.position)
    return replace(table, marks=marks, days=days, unsettled=frozenset(unsettled))


def _marks_of_all(connection: DuckDBPyConnection, raw: RawTable, column: Column) -> MarkEvidence:
    if raw.rows <= SAMPLED_ROWS:
        return column.marks
    marked = f"select bare({column.sql}) as digits from {raw.table} where contains({column.sql}, '.') or contains({column.sql}, ',')"
    ((_, *counts),) = connection.execute(f"select {numbers.EVIDENCE} from ({marked})").fetchall()
    return MarkEvidence(*counts)


def _days_settled(connection: DuckDBPyConnection, table: Table, column: Column) -> DayEvidence:
    """What the column says about its days; what its neighbours say about their order, if it does not say that itself."""
    days = _days_of_all(connection, table.raw, column)
    if days.is_settled:
        return days
    others = [other.days for other in table.columns if other.days.is_settled and other.days.separator == days.separator]
    first, second = (sum(getattr(other, name) for other in others) for name in ("first_above_12", "second_above_12"))
    return replace(days, first_above_12=first, second_above_12=second)


def _days_of_all(connection: DuckDBPyConnection, raw: RawTable, column: Column) -> DayEvidence:
    days = column.days
    if days.is_settled or raw.rows <= SAMPLED_ROWS or not days.separator:
        return days
    evidence = dates.ORDER_EVIDENCE[days.separator]
    ((first, second),) = connection.execute(f"select {evidence} from (select {column.sql} as cell from {raw.table})").fetchall()
    return replace(days, first_above_12=first, second_above_12=second)


def _with_discount(connection: DuckDBPyConnection, table: Table) -> Table:
    """The table with its discount told apart: money, a share of one, a percentage, or written down but not taken off."""
    column = table.column("discount") or table.column("discount_share")
    if column is None or table.role not in ("order_lines", "orders"):
        return table
    kind = discount_kind(connection, table.raw, table.fields, table.marks, column, is_share="discount_share" in table.fields)
    fields = {("discount_share" if name == "discount" and kind in ("share", "percent") else name): cs for name, cs in table.fields.items()}
    return replace(table, discount=kind, fields=fields)
