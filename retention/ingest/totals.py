"""The sums that a person can check against their own books, and what the rows say about themselves, over all files together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from duckdb import DuckDBPyConnection
from numpy.typing import NDArray

from retention.ingest.reading import Totals

COUNTED = "status in ('sale', 'return')"
CENT = Decimal("0.01")

_SALES = f"""
select
    count(*),
    count(distinct order_id),
    count(distinct customer_id),
    sum(amount) filter ({COUNTED}),
    cast(min(ordered_at) as date),
    cast(max(ordered_at) as date),
    count(*) filter (customer_id is null),
    count(*) filter (amount < 0),
    count(*) filter (amount = 0),
    count(*) filter (not {COUNTED}),
    coalesce(sum(amount) filter (not {COUNTED}), 0),
    list(distinct currency) filter (currency is not null)
from spooled
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


def sales_of(connection: DuckDBPyConnection, tables: Mapping[str, Path]) -> Sales:
    """What the order lines add up to; all zero where there are none."""
    if "order_lines" not in tables:
        return Sales()
    columns = ["order_id", "customer_id", "ordered_at", "amount", "status", "currency"]
    *facts, currencies = ask(connection, tables["order_lines"], columns, _SALES)
    names = [field.name for field in fields(Sales)]
    return Sales(**dict(zip(names, (*facts, tuple(sorted(currencies or ()))), strict=True)))


def totals_of(connection: DuckDBPyConnection, tables: Mapping[str, Path], sales: Sales, residue: Decimal) -> Totals:
    """The sums of a reading. residue: what rounding single amounts to four decimals took away.

    Amounts in several currencies have no sum. Without any order lines the customers are those of the table of customers.
    """
    customers, spend = sales.customers, None
    if not sales.lines and "customers" in tables:
        (customers,) = ask(connection, tables["customers"], ["customer_id"], "select count(distinct customer_id) from spooled")
    if "spend" in tables:
        (total,) = ask(connection, tables["spend"], ["amount"], "select sum(amount) from spooled")
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


def ask(connection: DuckDBPyConnection, path: Path, columns: Sequence[str], statement: str) -> tuple[Any, ...]:
    """The one row that a statement about the table `spooled` gives. Only these columns of the spool file are read, bit by bit."""
    with pa.OSFile(str(path)) as file:
        every = pa.ipc.open_file(file).schema.names
        options = pa.ipc.IpcReadOptions(included_fields=[every.index(name) for name in columns])
        reader = pa.ipc.open_file(file, options=options)
        batches = (reader.get_batch(position) for position in range(reader.num_record_batches))
        connection.register("spooled", pa.RecordBatchReader.from_batches(reader.schema, batches))
        (row,) = connection.execute(statement).fetchall()
        connection.unregister("spooled")
    return tuple(row)


def exact_duplicates(connection: DuckDBPyConnection, fingerprints: Iterable[NDArray[np.uint64]]) -> int:
    """How many rows are the same, cell by cell, as an earlier one."""
    chunks = [pa.array(chunk) for chunk in fingerprints]
    if not chunks:
        return 0
    connection.register("fingerprints", pa.table({"fingerprint": pa.chunked_array(chunks)}))
    ((count,),) = connection.execute("select count(*) - count(distinct fingerprint) from fingerprints").fetchall()
    connection.unregister("fingerprints")
    return int(count)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
