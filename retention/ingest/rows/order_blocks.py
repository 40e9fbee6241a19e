"""Whether the lines of a file of unknown origin belong together in orders whose values stand on the first line only, or on every line."""

from __future__ import annotations

from typing import Literal

from duckdb import DuckDBPyConnection

from retention.ingest.columns.profile import SAMPLED_ROWS
from retention.ingest.meanings.table import Table
from retention.ingest.roles import SALES_ROLES

BlockKind = Literal["total once", "total repeated", "filled once"]

LEAST_FOLLOWING = 2  # rows without a date or a total of their own
LEAST_SHARE = 0.1  # of the rows, where no order number confirms what they belong to
LEAST_ORDERS = 3  # over several lines, for a repeated total to be believed
AGREES = 0.9


def find_blocks(connection: DuckDBPyConnection, table: Table) -> BlockKind | None:
    """How the orders stand over several lines; None for an ordinary file, in which a blank cell is just a blank cell.

    "total once": date and total stand on an order's first line only. "filled once": date, number and customer do, and every line has
    an amount of its own. "total repeated": the total stands on every line again, and quantity × price of the lines add up to it.
    All of it must hold for every row, in the sample first and then in the whole file.
    """
    amount, day = table.column("amount"), table.column("ordered_at")
    if table.role not in SALES_ROLES or not amount or not day or not _own_cells(table):
        return None
    has_gaps = amount.filled < amount.rows or day.filled < day.rows
    has_prices = bool(table.column("quantity") and table.column("unit_price") and table.column("order_id"))
    if not has_gaps and not has_prices:
        return None
    first = table.shape.first_body_row
    head = f'select * from {table.raw.table} where "row" between {first} and {first + SAMPLED_ROWS - 1}'
    found = _kind_of(connection, table, head, has_prices)
    if found is None or table.raw.rows <= SAMPLED_ROWS:
        return found
    return found if _kind_of(connection, table, f'select * from {table.raw.table} where "row" >= {first}', has_prices) == found else None


def _own_cells(table: Table) -> list[str]:
    return [f"value_of({column.sql})" for name in ("product", "quantity", "unit_price") if (column := table.column(name))]


def _kind_of(connection: DuckDBPyConnection, table: Table, rows: str, has_prices: bool) -> BlockKind | None:
    (facts,) = connection.execute(_facts(table, rows)).fetchall()
    lines, following, day_gaps, gaps, false_totals, false_days, strays, numbered, several, own_first, agreeing, repeated = facts
    is_sure = following >= LEAST_FOLLOWING and (following >= LEAST_SHARE * lines or numbered >= following)
    is_block = is_sure and not strays
    if is_block and gaps == following and not false_totals and own_first < max(several, 1):
        return "total once"
    if is_block and gaps == 0 and day_gaps == following and not false_days:
        return "filled once"
    if has_prices and not gaps and repeated >= LEAST_ORDERS and agreeing >= AGREES * repeated and repeated >= AGREES * several:
        return "total repeated"
    return None


def _facts(table: Table, rows: str) -> str:
    """One row of counts over the lines of the file.

    following: lines that go on with the order above. strays: lines without a total or a date that do not. false_totals, false_days:
    lines of the same order as above that have one all the same. own_first: orders whose total is just the first line's own price.
    """
    amount, day = table.fields["amount"][0], table.fields["ordered_at"][0]
    order, customer, quantity, price = (table.column(name) for name in ("order_id", "customer_id", "quantity", "unit_price"))
    number = f"id_of({order.sql})" if order else "null::varchar"
    total = f"money({amount.sql}, '{table.marks.get(amount.position, '.')}')"
    weight = "null::double"
    if price:
        pieces = f"coalesce(money({quantity.sql}, '{table.marks.get(quantity.position, '.')}'), 1)" if quantity else "1"
        weight = f"cast({pieces} * money({price.sql}, '{table.marks.get(price.position, '.')}') as double)"
    before = 'over (order by "row" rows between unbounded preceding and 1 preceding)'
    upto = 'over (order by "row" rows between unbounded preceding and current row)'
    key = f"last_value(number ignore nulls) {upto}" if order else f"cast(count(day) {upto} as varchar)"
    is_totals = f"coalesce(opens_totals({order.sql}), false) or" if order else ""
    return f"""
        with lines as (
            select "row", {number} as number, value_of({day.sql}) as day, {total} as total, value_of({amount.sql}) is null as lacks_total,
                {weight} as weight, {f"value_of({customer.sql})" if customer else "null::varchar"} as customer
            from ({rows})
            where coalesce({", ".join(_own_cells(table))}) is not null and not ({is_totals} coalesce(opens_totals({day.sql}), false))
        ),
        seen as (
            select *, last_value(number ignore nulls) {before} as above, last_value(day ignore nulls) {before} as day_above,
                last_value(customer ignore nulls) {before} as customer_above, {key} as order_key
            from lines
        ),
        judged as (
            select *, number is not null and number is not distinct from above as is_same,
                (lacks_total or day is null) and day_above is not null
                    and (customer is null or customer is not distinct from customer_above)
                    and case when number is null then day is null and customer is null
                        else number is not distinct from above and (day is null or day is not distinct from day_above) end as follows
            from seen
        ),
        orders as (
            select order_key, count(*) as lines, count(total) as totals, min(total) as fewest, max(total) as most, sum(weight) as weights,
                arg_min(weight, "row") as first_weight, arg_min(total, "row") as first_total
            from judged where order_key is not null group by order_key having count(*) > 1
        )
        select count(*), count(*) filter (follows), count(*) filter (day is null), count(*) filter (lacks_total),
            count(*) filter (is_same and not lacks_total), count(*) filter (is_same and day is not null),
            count(*) filter ((lacks_total or day is null) and not follows), count(*) filter (follows and is_same),
            (select count(*) from orders),
            (select count(*) from orders where abs(first_total - first_weight) <= 0.011),
            (select count(*) from orders where totals = lines and fewest = most and abs(fewest - weights) <= 0.011),
            (select count(*) from orders where totals = lines and fewest = most and weights > 0 and fewest > first_weight + 0.011)
        from judged"""
