"""Whether a column of money is of one piece, of a line, or of a whole order that is repeated in each of its lines: asked of the rows."""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import Column, sample_of
from retention.ingest.formats.raw import RawTable
from retention.ingest.meanings.meaning import Fields, means
from retention.ingest.values.numbers import settle

ASKED_ROWS = 20_000
LEAST_ORDERS, MANY_ORDERS = 2, 20  # of several lines: where the header names the order, and where only the values speak
NEARLY_ALL, FEW = 0.95, 0.1
NEAR = 0.5  # a total of an order may differ that much from its lines, by shipping, taxes and discounts
_SAME = "abs({left} - {right}) <= greatest(0.011, abs({right}) * 0.0005)"


def number_sql(column: Column, columns: Sequence[Column]) -> str:
    """The expression that reads a cell of the column as money, with the decimal mark that it and its neighbours speak for."""
    mark, _ = settle(column.marks, [other.marks for other in columns])
    return f"money({column.sql}, '{mark}')"


def share_of(connection: DuckDBPyConnection, raw: RawTable, condition: str, among: str) -> float:
    """The share of the sampled rows with the condition; 0 where there are none to ask."""
    counts = f"count(*) filter ({condition}), count(*)"
    ((fitting, asked),) = connection.execute(f"select {counts} from {sample_of(raw)} where {among}").fetchall()
    return float(fitting) / asked if asked else 0.0


def price_is_of_line(connection: DuckDBPyConnection, raw: RawTable, columns: Sequence[Column], fields: Fields) -> bool:
    """Whether the "price" is multiplied already: of each product it grows with the quantity, while a piece always costs the same."""
    group = fields.get("product") or fields.get("category")
    if not group:
        return False
    price, quantity = number_sql(fields["unit_price"][0], columns), number_sql(fields["quantity"][0], columns)
    groups = f"""
        select max(price) - min(price) <= 0.011 as is_fixed,
            max(price / quantity) - min(price / quantity) <= greatest(0.011, max(price) * 0.001) as is_proportional
        from (select {group[0].sql} as product, {price} as price, {quantity} as quantity from {sample_of(raw)})
        where quantity > 0 and price > 0 and product is not null
        group by product having count(distinct quantity) > 1"""
    ((asked, fixed, proportional),) = connection.execute(
        f"select count(*), count(*) filter (is_fixed), count(*) filter (is_proportional and not is_fixed) from ({groups})"
    ).fetchall()
    return bool(asked >= 2 and proportional >= NEARLY_ALL * asked and fixed <= FEW * asked)


def lines_of_total(
    connection: DuckDBPyConnection, raw: RawTable, first_row: int, columns: Sequence[Column], fields: Fields
) -> tuple[Fields, bool]:
    """The fields with the amounts of the lines where the amount is the order's, and whether it still is the order's, to be shared out.

    It is the order's where all rows of an order have the same and it is not what the line comes to by itself.
    """
    amount, order, discount = fields.get("amount"), fields.get("order_id"), fields.get("discount")
    if not amount or not order or len(amount) > 1 or order[0].is_unique:
        return fields, False
    total, gross = number_sql(amount[0], columns), _gross(columns, fields)
    off = f"coalesce({number_sql(discount[0], columns)}, 0)" if discount else "0"
    others = [column for column in columns if column not in amount and means(column, "amount") > 0]
    sums = "".join(f", sum({number_sql(column, columns)}) as sum_{column.position}" for column in others)
    orders = f"""
        select max({total}) as total, min({total}) as lowest, sum({gross}) as gross, sum({off}) as off, max({off}) as once,
            bool_and({_SAME.format(left=gross, right=total)}) as is_line {sums}
        from (select * from {raw.table} where "row" >= {first_row} limit {ASKED_ROWS})
        where id_of({order[0].sql}) is not null and {total} is not null
        group by id_of({order[0].sql}) having count(*) > 1"""
    asked_of_orders = [
        "total = lowest",
        "is_line",
        _SAME.format(left="gross", right="total"),
        _SAME.format(left="(gross - off)", right="total"),
        _SAME.format(left="(gross - once)", right="total"),
        f"abs(gross - total) <= {NEAR} * abs(gross)",
        *(_SAME.format(left=f"sum_{column.position}", right="total") for column in others),
    ]
    counts = ", ".join(f"count(*) filter ({condition})" for condition in asked_of_orders)
    statement = f"select count(*), count(distinct total), {counts} from ({orders})"
    ((asked, different, same, of_lines, *agreed),) = connection.execute(statement).fetchall()
    if asked < LEAST_ORDERS or same < NEARLY_ALL * asked or of_lines > 0.5 * asked:
        return fields, False
    exact, net, net_once, near, *of_others = (count >= NEARLY_ALL * asked for count in agreed)
    for column, agrees in zip(others, of_others, strict=True):
        if agrees:
            return {**fields, "amount": (column,)}, False
    if near and not exact and (net or not net_once):  # the rest is shipping, or a tax: the lines say what the goods cost
        left_out = {"amount"} if net else {"amount", "discount"}
        return {name: found for name, found in fields.items() if name not in left_out}, False
    says_order = amount[0].meanings.get("order_id", 0.0) > 0 or (asked >= MANY_ORDERS and different >= 0.5 * asked)
    return fields, exact or near or says_order


def _gross(columns: Sequence[Column], fields: Fields) -> str:
    if "unit_price" not in fields or "quantity" not in fields:
        return "null"
    return f"{number_sql(fields['quantity'][0], columns)} * {number_sql(fields['unit_price'][0], columns)}"
