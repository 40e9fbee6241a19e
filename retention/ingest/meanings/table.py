"""One raw table understood: what it is, what its columns mean, and how its numbers and days are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import SAMPLED_ROWS, Column, profiles
from retention.ingest.exports import export_of, fields_of_export, headers_of_export
from retention.ingest.exports.export import Export
from retention.ingest.formats.raw import RawTable
from retention.ingest.mapping import NO_WISH, Wish, columns_wished
from retention.ingest.meanings.account import Account, with_account
from retention.ingest.meanings.amounts import DiscountKind, better_amount, discount_kind
from retention.ingest.meanings.converted import prefer_converted
from retention.ingest.meanings.day_order import day_format
from retention.ingest.meanings.deals import with_deals
from retention.ingest.meanings.gross import with_gross
from retention.ingest.meanings.headerless import with_meanings
from retention.ingest.meanings.kinds import statement_column
from retention.ingest.meanings.line_amounts import lines_of_total
from retention.ingest.meanings.meaning import Fields, find_fields, find_role, table_kind
from retention.ingest.meanings.parted_days import with_whole_days
from retention.ingest.meanings.reasons import why
from retention.ingest.reading import Role, Understood
from retention.ingest.roles import DAY_FIELDS, NUMBER_FIELDS, SALES_ROLES, SOURCES, fields_of
from retention.ingest.shapes.shape import Shape, shape_of
from retention.ingest.values import numbers
from retention.ingest.values.dates import DayFormat, given
from retention.ingest.values.numbers import Mark, MarkEvidence
from retention.sentence import Sentence, sentence

Recall = Callable[[Sequence[str]], Wish | None]


@dataclass(frozen=True)
class Table:
    """marks, days: how the columns at these positions write numbers and days. unsettled: positions where that is not certain.

    wish: what a person said about it. origin: the table as it stands in its file, where others were joined to it.
    is_absorbed: its rows are part of another table now, which it was joined to.
    export: the known system that wrote it. statement: the column that says which rows of an account statement are sales.
    account: how the statement of a bank account tells what came in from what went out.
    shared_totals: how many orders had their total shared out over their lines.
    is_order_total: every line repeats the order's amount. reasons: why it was taken for what it is.
    """

    raw: RawTable
    shape: Shape
    columns: tuple[Column, ...]
    role: Role
    fields: Fields
    marks: Mapping[int, Mark] = field(default_factory=dict)
    days: Mapping[int, DayFormat] = field(default_factory=dict)
    unsettled: frozenset[int] = frozenset()
    discount: DiscountKind = "money"
    wish: Wish = NO_WISH
    origin: Table | None = None
    is_absorbed: bool = False
    export: Export | None = None
    statement: Column | None = None
    account: Account | None = None
    shared_totals: int = 0
    is_order_total: bool = False
    reasons: tuple[Sentence, ...] = ()

    def column(self, name: str) -> Column | None:
        """The (first) column of a field."""
        return next(iter(self.fields.get(name, ())), None)

    def understood(self, rows: int) -> Understood:
        """What a person is shown of this, and can correct."""
        if self.origin:
            return self.origin.understood(rows)
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
            reasons=(*((sentence("The headers are those of {export}", export=self.export.name),) if self.export else ()), *self.reasons),
            export=self.export.name if self.export else None,
        )


def understand_table(connection: DuckDBPyConnection, raw: RawTable, wish: Wish, recall: Recall = lambda headers: None) -> Table:
    """The raw table with its meaning. What was wished is taken as it is; a wish that does not fit is refused by name.

    recall: what was said of an earlier table with the same headers, which counts where nothing was said of this one.
    """
    return understand_tables(connection, [(raw, wish)], recall)[0]


def understand_tables(connection: DuckDBPyConnection, tables: Sequence[tuple[RawTable, Wish]], recall: Recall) -> list[Table]:
    """The same for several tables."""
    shaped = [(raw, _shape(connection, raw, wish)) for raw, wish in tables]
    found = zip(tables, shaped, profiles(connection, shaped), strict=True)
    return [_understood(connection, raw, wish, recall, shape, columns) for (raw, wish), (_, shape), columns in found]


def _shape(connection: DuckDBPyConnection, raw: RawTable, wish: Wish) -> Shape:
    found = headers_of_export(connection, raw) if wish.has_header is None and not raw.headers else None
    return found or shape_of(connection, raw, wish.has_header, wish.header_row)


def _understood(
    connection: DuckDBPyConnection, raw: RawTable, wish: Wish, recall: Recall, shape: Shape, columns: tuple[Column, ...]
) -> Table:
    columns = with_meanings(connection, raw, columns, has_headers=shape.header_row is not None or bool(raw.headers))
    if shape.header_row is not None or raw.headers:
        raw, shape, columns = with_whole_days(connection, raw, shape, columns)
    if wish.says_nothing:
        wish = recall(shape.headers) or wish
    export = export_of(shape.headers)
    if export and wish.role not in (None, export.role):
        export = None
    account = None
    if export is None and wish.role in (None, *SALES_ROLES) and table_kind(raw) != "spend":
        columns = with_gross(connection, raw, with_deals(connection, raw, columns))
        account, columns = with_account(connection, raw, columns, has_headers=shape.header_row is not None or bool(raw.headers))
    role = wish.role or (export.role if export else "orders" if account else find_role(raw, columns))
    is_order_total = False
    if wish.columns is None and export:
        fields: Fields = fields_of_export(export, columns)
    elif wish.columns is None:
        fields = find_fields(role, columns)
        if role in SALES_ROLES:
            fields = prefer_converted(columns, better_amount(connection, raw, columns, fields))
            fields, is_order_total = lines_of_total(connection, raw, shape.first_body_row, columns, fields)
    else:
        role = wish.role or _role_with(wish.columns.values(), role)
        chosen = columns_wished(wish, role, shape.headers, raw.file)
        fields = {name: tuple(columns[place] for place in places) for name, places in chosen.items()}
    table = Table(raw, shape, columns, role, fields, wish=wish, export=export, account=account, is_order_total=is_order_total)
    table = with_formats(connection, table)
    if export is None and role in SALES_ROLES:
        table = replace(table, statement=statement_column(connection, raw, columns))
    return replace(with_discount(connection, table), reasons=why(connection, raw, role, columns, table.fields))


def _role_with(names: Iterable[str], guessed: Role) -> Role:
    """The guessed role if it has all these fields, else the first that has."""
    wanted = set(names)
    return next((role for role in (guessed, *SOURCES) if wanted <= set(fields_of(role))), guessed)


def with_formats(connection: DuckDBPyConnection, table: Table) -> Table:
    """The table with the marks and day formats of its fields' columns, settled over the whole column where the sample does not."""
    wish = table.wish
    marks, days, unsettled = dict[int, Mark](), dict[int, DayFormat](), set[int]()
    numeric = [c for name, columns in table.fields.items() if name in NUMBER_FIELDS for c in columns]
    whole = {column.position: column.marks for column in numeric}
    if not any(marks.mark for marks in whole.values()):
        whole = {column.position: _marks_of_all(connection, table.raw, column) for column in numeric}
    for column in numeric:
        mark, is_certain = numbers.settle(whole[column.position], whole.values())
        if not is_certain and table.export and table.export.decimal:
            mark, is_certain = table.export.decimal, True
        marks[column.position] = wish.decimal or mark
        if not is_certain and wish.decimal is None:
            unsettled.add(column.position)
    for column in [c for name, columns in table.fields.items() if name in DAY_FIELDS for c in columns]:
        days[column.position] = day_format(connection, table.raw, table.columns, column, wish)
        if table.export and table.export.date and not days[column.position].is_certain:
            days[column.position] = given(table.export.date, days[column.position])
        if not days[column.position].is_certain:
            unsettled.add(column.position)
    return replace(table, marks=marks, days=days, unsettled=frozenset(unsettled))


def _marks_of_all(connection: DuckDBPyConnection, raw: RawTable, column: Column) -> MarkEvidence:
    if raw.rows <= SAMPLED_ROWS:
        return column.marks
    has_mark = f"contains({column.sql}, '.') or contains({column.sql}, ',')"
    marked = f"select {column.sql} as cell, bare({column.sql}) as digits from {raw.table} where {has_mark}"
    ((_, *counts),) = connection.execute(f"select {numbers.EVIDENCE} from ({marked})").fetchall()
    return MarkEvidence(*counts)


def with_discount(connection: DuckDBPyConnection, table: Table) -> Table:
    """The table with its discount told apart: money, a share of one, a percentage, or written down but not taken off."""
    column = table.column("discount") or table.column("discount_share")
    if column is None or table.role not in SALES_ROLES:
        return table
    kind = discount_kind(connection, table.raw, table.fields, table.marks, column, is_share="discount_share" in table.fields)
    fields = {("discount_share" if name == "discount" and kind in ("share", "percent") else name): cs for name, cs in table.fields.items()}
    return replace(table, discount=kind, fields=fields)
