"""How the rows of an understood table become rows of a canonical table: one expression for each column, one check for each need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retention.ingest.dates import FIRST_DAY, LAST_DAY, day_sql
from retention.ingest.profile import Column
from retention.ingest.table import Table
from retention.ingest.vocabulary import DOCUMENT_KINDS, words

Kind = str
RUINED = 0.95  # of a column's ids end in ".0": the ids went through a column of floating-point numbers


@dataclass(frozen=True)
class Check:
    """What a row cannot do without. is_read: the cell could be read; is_allowed: and its value can be."""

    field: str
    column: Column
    is_read: str
    is_allowed: str


@dataclass(frozen=True)
class Plan:
    """table: the canonical table. columns: its columns (without import_id, file, sheet and row) -> expression. checks: see there.

    key: rows with the same value of this expression are the same thing, of which the first is kept; None where rows may repeat.
    amount: what a row would add to a sum, if it were left in.
    """

    table: str
    columns: Mapping[str, str]
    checks: tuple[Check, ...]
    key: str | None = None
    amount: str | None = None


class Expressions:
    """The expressions for the fields of one table; `null` of the right type for a field that it does not have."""

    def __init__(self, table: Table) -> None:
        self.table = table

    def text(self, name: str) -> str:
        """Plain text."""
        column = self.table.column(name)
        return f"value_of({column.sql})" if column else "cast(null as varchar)"

    def identity(self, name: str) -> str:
        """An id: text, without the words for nothing, and without the ".0" of a column that once held numbers."""
        column = self.table.column(name)
        if column is None:
            return "cast(null as varchar)"
        if column.filled and column.ruined_ids >= RUINED * column.filled:
            return f"case when ends_with({column.sql}, '.0') then id_of({column.sql}[:-3]) else id_of({column.sql}) end"
        return f"id_of({column.sql})"

    def number(self, name: str) -> str:
        """An exact number; the sum of the columns where the field has several."""
        columns = self.table.fields.get(name, ())
        cells = [f"money({column.sql}, '{self.table.marks[column.position]}')" for column in columns]
        if len(cells) < 2:
            return cells[0] if cells else "cast(null as decimal(18, 4))"
        total = " + ".join(f"coalesce({cell}, 0)" for cell in cells)
        return f"case when coalesce({', '.join(cells)}) is not null then {total} end"

    def moment(self, name: str) -> str:
        """A moment on the shop's clock."""
        column = self.table.column(name)
        return day_sql(column.sql, self.table.days[column.position]) if column else "cast(null as timestamp)"

    def day(self, name: str) -> str:
        """The day of it, null where it cannot be."""
        moment = self.moment(name)
        return f"case when {_in_range(moment)} then cast({moment} as date) end"

    def check(self, name: str) -> list[Check]:
        """The check that the field can be read: a day within the range, a number, or anything at all."""
        column = self.table.column(name)
        if column is None:
            return []
        if column.position in self.table.days:
            moment = self.moment(name)
            return [Check(name, column, f"{moment} is not null", _in_range(moment))]
        value = self.number(name) if column.position in self.table.marks else self.identity(name)
        return [Check(name, column, f"{value} is not null", "true")]


def _in_range(moment: str) -> str:
    return f"{moment} >= {FIRST_DAY} and {moment} < {LAST_DAY}"


def plan_of(table: Table) -> Plan | None:
    """How this table's rows are made; None where it lacks a column that they cannot do without, or is of no use."""
    use = Expressions(table)
    match table.role:
        case "order_lines" | "orders" if table.column("ordered_at") and (table.column("amount") or _is_computed(table)):
            return _sales(table, use)
        case "customers" if table.column("customer_id"):
            return _customers(use)
        case "spend" if table.column("first_day") and table.column("amount"):
            return _spend(table, use)
        case "contacts" if table.column("day") and table.column("stage"):
            return _contacts(table, use)
        case "feedback" if table.column("customer_id"):
            return _feedback(table, use)
        case _:
            return None


def _is_computed(table: Table) -> bool:
    return table.column("amount") is None and table.column("unit_price") is not None and table.column("quantity") is not None


def _sales(table: Table, use: Expressions) -> Plan:
    quantity, price, amount = use.number("quantity"), use.number("unit_price"), use.number("amount")
    share, discount = _discount_share(table, use), use.number("discount")
    gross = f"cast({quantity} as decimal(18, 4)) * {price}"
    is_money = table.column("discount") is not None and table.discount == "money"
    if _is_computed(table):
        net = f"{gross} * (1 - coalesce({share}, 0))" + (f" - coalesce({discount}, 0)" if is_money else "")
        amount = f"try_cast({net} as decimal(18, 4))"
        needed = ("ordered_at", "quantity", "unit_price")
    else:
        needed = ("ordered_at", "amount")
    if table.discount == "not applied":
        discount = "cast(null as decimal(18, 4))"
    elif share != "null":
        whole = gross if table.column("unit_price") and table.column("quantity") else f"({amount} / nullif(1 - {share}, 0))"
        discount = f"try_cast({whole} * {share} as decimal(18, 4))"
    word, sign = "'sale'", "1"
    if status := table.column("status"):
        word = f"coalesce(status_word({status.sql}), 'sale')"
        is_document = bool(DOCUMENT_KINDS & {" ".join(words(status.header))})
        # A document of return with a plain amount takes it back. A sale whose state is "returned" came to nothing.
        sign = f"case when {word} = 'return' and {amount} > 0 then -1 else 1 end" if is_document else "1"
        word = word if is_document else f"case when {word} = 'return' and {amount} > 0 then 'cancelled' else {word} end"
    is_back = f"{amount} < 0" + (f" or {quantity} < 0" if table.column("quantity") else "")
    signed = {name: f"cast({sign} * {value} as decimal(18, 4))" if sign != "1" else value for name, value in
              (("amount", amount), ("discount", discount), ("cost", _cost(table, use, amount)), ("quantity", quantity))}  # fmt: skip
    columns = {
        "order_id": use.identity("order_id"),
        "customer_id": use.identity("customer_id"),
        "ordered_at": use.moment("ordered_at"),
        **signed,
        "product": use.text("product"),
        "category": use.text("category"),
        "channel": use.text("channel"),
        "store": use.text("store"),
        "status": f"case when {word} = 'sale' and ({is_back}) then 'return' else {word} end",
        "currency": _currency(table),
    }
    return Plan("order_lines", columns, tuple(check for name in needed for check in use.check(name)), amount=amount)


def _discount_share(table: Table, use: Expressions) -> str:
    if table.column("discount_share") is None or table.discount not in ("share", "percent"):
        return "null"
    return f"({use.number('discount_share')} / {100 if table.discount == 'percent' else 1})"


def _cost(table: Table, use: Expressions, amount: str) -> str:
    if table.column("cost"):
        return use.number("cost")
    if table.column("unit_cost") and table.column("quantity"):
        return f"try_cast({use.number('unit_cost')} * {use.number('quantity')} as decimal(18, 4))"
    if table.column("profit"):
        return f"cast({amount} - {use.number('profit')} as decimal(18, 4))"
    return "cast(null as decimal(18, 4))"


def _currency(table: Table) -> str:
    """From a column of its own, from the signs beside the amounts, or from a header; null where nothing says it."""
    if column := table.column("currency"):
        return f"currency_code({column.sql})"
    priced = [column for name in ("amount", "unit_price", "cost", "discount") for column in table.fields.get(name, ())]
    code = next((column.currency for column in priced if column.currency), None)
    signed = priced[0] if priced and priced[0].sign else None
    constant = f"'{code}'" if code else "cast(null as varchar)"
    return f"coalesce(currency_code(currency_sign({signed.sql})), {constant})" if signed else constant


def _customers(use: Expressions) -> Plan:
    columns = {
        "customer_id": use.identity("customer_id"),
        "name": use.text("name"),
        "acquired_channel": use.text("acquired_channel"),
        "referred_by": use.identity("referred_by"),
        "signed_up_on": use.day("signed_up_on"),
        "tags": use.text("tags"),
    }
    return Plan("customers", columns, tuple(use.check("customer_id")), key=columns["customer_id"])
