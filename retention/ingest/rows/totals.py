"""The sums that a person can check against their own books, and what the rows say about themselves, over all files together."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from retention.ingest.reading import Totals
from retention.ingest.rows.spooled import Spooled

COUNTED = "status in ('sale', 'return')"
LEFT_ASIDE = "status in ('cancelled', 'unpaid', 'test')"
UNCONVERTED = "unconverted"  # the status of a row in a currency whose rate nobody has said yet
CENT = Decimal("0.01")

# What a statement about the sums needs to see of the order lines; a repair may change any of it.
SEEN = (
    *("file", "sheet", "order_id", "customer_id", "ordered_at", "amount", "discount", "cost"),
    *("status", "currency", "fingerprint", "noted_discount", "contact"),
)

_SALES = f"""
select
    count(*),
    count(distinct order_id),
    sum(amount) filter ({COUNTED}),
    cast(min(ordered_at) as date),
    cast(max(ordered_at) as date),
    count(*) filter (customer_id is null),
    count(*) filter (amount < 0),
    count(*) filter (amount = 0),
    list(distinct currency) filter (currency is not null)
from"""
_CUSTOMERS = """
select count(*), count(*) filter (first_day < last_day)
from (
    select
        customer_id,
        min(ordered_at) filter (status = 'sale') as first_moment,
        cast(first_moment as date) as first_day,
        cast(max(ordered_at) filter (status = 'sale') as date) as last_day
    from ({source})
    where customer_id is not null
    group by customer_id
)"""


@dataclass(frozen=True)
class Sales:
    """What the order lines add up to, and how many of them are of which kind."""

    lines: int = 0
    orders: int = 0
    revenue: Decimal | None = None
    first_date: date | None = None
    last_date: date | None = None
    without_customer: int = 0
    negative: int = 0
    zero: int = 0
    currencies: tuple[str, ...] = ()
    customers: int = 0
    returning_customers: int = 0


def sales_of(spooled: Spooled, source: str = "from spooled") -> Sales:
    """What the order lines add up to, all zero where there are none. source: the statement behind "select *" that gives them, mended."""
    if "order_lines" not in spooled:
        return Sales()
    rows = f"select * {source}"
    *facts, currencies = spooled.row("order_lines", SEEN, f"{_SALES} ({rows})")
    customers = spooled.row("order_lines", SEEN, _CUSTOMERS.format(source=rows))
    names = [field.name for field in fields(Sales)]
    return Sales(**dict(zip(names, (*facts, tuple(sorted(currencies or ())), *customers), strict=True)))


def totals_of(spooled: Spooled, sales: Sales, residue: Decimal) -> Totals:
    """The sums of a reading. residue: what rounding single amounts to four decimals took away.

    Amounts in several currencies have no sum. Without any order lines the customers, and what they paid in all, are those of the
    table of customers.
    """
    customers, revenue, spend = sales.customers, sales.revenue, None
    if not sales.lines and "customers" in spooled:
        statement = "select count(distinct customer_id), sum(lifetime_revenue) from spooled"
        customers, revenue = spooled.row("customers", ["customer_id", "lifetime_revenue"], statement)
    if "spend" in spooled:
        (total,) = spooled.row("spend", ["amount"], "select sum(amount) from spooled")
        spend = _cents(total)
    currencies = sales.currencies
    return Totals(
        order_lines=sales.lines,
        orders=sales.orders or None,
        customers=customers or None,
        revenue=None if len(currencies) > 1 or revenue is None else _cents(revenue + residue),
        currency=currencies[0] if len(currencies) == 1 else None,
        first_date=sales.first_date,
        last_date=sales.last_date,
        spend=spend,
        returning_customers=sales.returning_customers if sales.customers else None,
    )


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)
