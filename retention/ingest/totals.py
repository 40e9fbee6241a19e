"""The sums that a person can check against their own books, and what the rows say about themselves, over all files together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pyarrow as pa
from duckdb import DuckDBPyConnection

from retention.ingest.reading import Totals

COUNTED = "status in ('sale', 'return')"
CENT = Decimal("0.01")

_SALES = f"""
select
    count(*) as lines,
    count(distinct order_id) as orders,
    count(distinct customer_id) as customers,
    sum(amount) filter ({COUNTED}) as revenue,
    cast(min(ordered_at) as date) as first_date,
    cast(max(ordered_at) as date) as last_date,
    count(*) filter (customer_id is null) as without_customer,
    count(*) filter (amount < 0) as negative,
    count(*) filter (amount = 0) as zero,
    count(*) filter (not {COUNTED}) as not_counted,
    coalesce(sum(amount) filter (not {COUNTED}), 0) as not_counted_sum,
    list(distinct currency) filter (currency is not null) as currencies
from order_lines
"""


@dataclass(frozen=True)
class Sales:
    """What the order lines add up to, and how many of them are of which kind."""

    lines: int = 0
    orders: int = 0
    customers: int = 0
    revenue: Decimal | None = None
    first_date: date | None = None
    last_date: date | None = None
    without_customer: int = 0
    negative: int = 0
    zero: int = 0
    not_counted: int = 0
    not_counted_sum: Decimal = Decimal(0)
    currencies: tuple[str, ...] = ()


def register(connection: DuckDBPyConnection, tables: Mapping[str, Path]) -> None:
    """Nothing comes back; the connection can ask the spooled tables by their names, without copying them."""
    for name, path in tables.items():
        connection.register(name, pa.ipc.open_file(pa.memory_map(str(path))).read_all())


def sales_of(connection: DuckDBPyConnection, tables: Mapping[str, Path]) -> Sales:
    """What the order lines add up to; all zero where there are none."""
    if "order_lines" not in tables:
        return Sales()
    found = connection.execute(_SALES)
    names = [description[0] for description in found.description or ()]
    (row,) = found.fetchall()
    facts = dict(zip(names, row, strict=True))
    return Sales(**{**facts, "currencies": tuple(sorted(facts["currencies"] or ()))})


def totals_of(connection: DuckDBPyConnection, tables: Mapping[str, Path], sales: Sales, residue: Decimal) -> Totals:
    """The sums of a reading. residue: what rounding single amounts to four decimals took away.

    Amounts in several currencies have no sum. Without any order lines the customers are those of the table of customers.
    """
    customers, spend = sales.customers, None
    if not sales.lines and "customers" in tables:
        ((customers,),) = connection.execute("select count(distinct customer_id) from customers").fetchall()
    if "spend" in tables:
        ((total,),) = connection.execute("select sum(amount) from spend").fetchall()
        spend = _cents(total)
    currencies = sales.currencies
    revenue = None if len(currencies) > 1 or sales.revenue is None else _cents(sales.revenue + residue)
    return Totals(
        order_lines=sales.lines,
        orders=sales.orders or None,
        customers=customers or None,
        revenue=revenue,
        currency=currencies[0] if len(currencies) == 1 else None,
        first_date=sales.first_date,
        last_date=sales.last_date,
        spend=spend,
    )


def exact_duplicates(connection: DuckDBPyConnection, fingerprints: Iterable[pa.Array]) -> int:
    """How many rows are the same, cell by cell, as an earlier one."""
    chunks = list(fingerprints)
    if not chunks:
        return 0
    connection.register("fingerprints", pa.table({"fingerprint": pa.chunked_array(chunks)}))
    ((count,),) = connection.execute("select count(*) - count(distinct fingerprint) from fingerprints").fetchall()
    connection.unregister("fingerprints")
    return int(count)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
