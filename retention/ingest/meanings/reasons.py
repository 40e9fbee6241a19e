"""Why a table was taken for what it is, in a few sentences for its owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.line_amounts import number_sql, share_of
from retention.ingest.meanings.meaning import Fields, means, table_kind
from retention.ingest.reading import Role
from retention.ingest.vocabulary import kind_of_table
from retention.sentence import Sentence, sentence

MOST_REASONS = 4
NEARLY_ALL = 0.95
_OF_KIND = {"orders": ("orders", "order_lines"), "spend": ("spend",), "customers": ("customers",), "contacts": ("contacts",)}
_OF_KIND |= {"feedback": ("feedback",), "products": ("products",), "returns": ("returns",)}


def why(connection: DuckDBPyConnection, raw: RawTable, role: Role, columns: Sequence[Column], fields: Fields) -> tuple[Sentence, ...]:
    """Two to four reasons, the weightiest first: what the columns hold, how they belong together, what the sheet or file is called."""
    found = [*_of_role(connection, raw, role, columns, fields), *_of_name(raw, role)]
    return tuple(found[:MOST_REASONS])


def _of_role(connection: DuckDBPyConnection, raw: RawTable, role: Role, columns: Sequence[Column], fields: Fields) -> Iterator[Sentence]:
    first = {name: found[0] for name, found in fields.items()}
    day = first.get("ordered_at") or first.get("first_day") or first.get("day")
    if day:
        yield sentence("Column {column} holds dates", column=day.header)
    match role:
        case "order_lines" | "orders":
            yield from _of_amounts(connection, raw, columns, first)
            yield from _of_orders(role, first)
            yield from _of_customer(first)
        case "customers":
            yield from _one_row_per_customer(first)
        case "spend":
            yield from _of_spend(columns, first)
        case "feedback" if "score" in first:
            yield sentence("Column {column} holds scores from 0 to 10", column=first["score"].header)
        case "contacts" if "stage" in first:
            yield sentence("Column {column} holds the stage: reached, visited, enquired", column=first["stage"].header)
        case "products":
            yield sentence("There are products and their prices, but no dates of sales")
        case "returns" if "order_id" in first:
            yield sentence("Column {column} names orders, and others say that they were returned", column=first["order_id"].header)
        case "unknown":
            yield sentence("No columns of dates and amounts, of customers, or of marketing costs were found in it")


def _of_amounts(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], first: dict[str, Column]) -> Iterator[Sentence]:
    amount, quantity, price = (first.get(name) for name in ("amount", "quantity", "unit_price"))
    if amount and quantity and price:
        paid = number_sql(amount, columns)
        product = f"{number_sql(quantity, columns)} * {number_sql(price, columns)}"
        share = share_of(connection, raw, f"abs({product} - {paid}) <= 0.011", f"{product} is not null and {paid} is not null")
        if share == 1:
            yield sentence(
                "Column {column} equals {quantity} × {price} in every row",
                column=amount.header,
                quantity=quantity.header,
                price=price.header,
            )
            return
        if share >= NEARLY_ALL:
            yield sentence(
                "Column {column} equals {quantity} × {price} in nearly every row",
                column=amount.header,
                quantity=quantity.header,
                price=price.header,
            )
            return
    if amount:
        yield sentence("Column {column} holds amounts of money", column=amount.header)
    elif quantity and price:
        yield sentence("Amounts are worked out as {quantity} × {price}", quantity=quantity.header, price=price.header)


def _of_orders(role: Role, first: dict[str, Column]) -> Iterator[Sentence]:
    order = first.get("order_id")
    if order is None or not order.filled:
        return
    if order.is_unique:
        yield sentence("Every row has a number of its own in column {column}: one row per order", column=order.header)
    elif role == "order_lines":
        yield sentence("Values in column {column} come again: an order can have several rows", column=order.header)


def _of_customer(first: dict[str, Column]) -> Iterator[Sentence]:
    if (customer := first.get("customer_id")) and customer.filled:
        yield sentence(
            "Column {column} tells customers apart: {distinct} different values in the {rows} rows looked at",
            column=customer.header,
            distinct=customer.distinct,
            rows=customer.rows,
        )


def _one_row_per_customer(first: dict[str, Column]) -> Iterator[Sentence]:
    customer = first.get("customer_id")
    if customer and customer.is_unique:
        yield sentence("Every row has another value in column {column}: one row per customer", column=customer.header)
    elif customer:
        yield sentence("Column {column} names customers", column=customer.header)
    if column := first.get("lifetime_revenue"):
        yield sentence("Column {column} holds what each of them paid in all", column=column.header)
    elif column := first.get("signed_up_on"):
        yield sentence("Column {column} holds the days on which they signed up", column=column.header)
    else:
        yield sentence("There is no column of dates with amounts beside them")


def _of_spend(columns: Sequence[Column], first: dict[str, Column]) -> Iterator[Sentence]:
    if metric := next((column for column in columns if means(column, "ad_metric") > 0), None):
        yield sentence("Column {column} is one that advertising reports have", column=metric.header)
    if amount := first.get("amount"):
        yield sentence("Column {column} holds what was spent", column=amount.header)
    if channel := first.get("channel") or first.get("campaign"):
        yield sentence("Column {column} says on what it was spent, and no column names customers", column=channel.header)


def _of_name(raw: RawTable, role: Role) -> Iterator[Sentence]:
    if role not in _OF_KIND.get(table_kind(raw) or "", ()):
        return
    if raw.sheet and kind_of_table(raw.sheet):
        yield sentence("The sheet is called {name}", name=raw.sheet)
    else:
        yield sentence("The file is called {name}", name=PurePath(raw.file).name)
