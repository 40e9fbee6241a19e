"""What lies in the workspace: its sums, the checks on them, and which pages they can feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retention.ingest.reading import Reading, Totals
from retention.warehouse import Import, Marts, Workspace
from retention.warehouse.checks import Checked, run_checks


@dataclass(frozen=True)
class Choices:
    """What the sidebar can offer: the values each filter has in the data, the most frequent first, and whether costs are known."""

    channels: tuple[str, ...]
    stores: tuple[str, ...]
    categories: tuple[str, ...]


def choices(workspace: Workspace, most: int = 200) -> Choices:
    """The filters' values; a column with more than `most` different values is no filter."""
    found = {}
    with workspace.cursor() as cursor:
        for column in ("channel", "store", "category"):
            rows = cursor.execute(
                f"select {column} from order_lines where {column} is not null group by {column} order by count(*) desc, {column} limit ?",
                [most + 1],
            ).fetchall()
            found[column] = tuple(row[0] for row in rows) if len(rows) <= most else ()
    return Choices(found["channel"], found["store"], found["category"])


def has_sales(workspace: Workspace) -> bool:
    """Whether there is anything to look at yet."""
    with workspace.cursor() as cursor:
        return cursor.execute("select 1 from order_lines limit 1").fetchone() is not None


def stored_totals(workspace: Workspace) -> Totals:
    """The sums of everything in the workspace, to check against one's own books."""
    with workspace.cursor() as cursor:
        counts = "status in ('sale', 'return')"
        row = cursor.execute(
            "select count(*), nullif(count(distinct order_id), 0), nullif(count(distinct customer_id), 0),"
            f" round(sum(amount) filter ({counts}), 2), min(ordered_at)::date, max(ordered_at)::date, mode(currency) from order_lines"
        ).fetchone() or (0, None, None, None, None, None, None)
        spend = (cursor.execute("select round(sum(amount), 2) from spend").fetchone() or (None,))[0]
    lines, orders, customers, revenue, first, last, currency = row
    return Totals(lines, orders, customers, revenue, currency, first, last, spend)


def checks(marts: Marts) -> tuple[Checked, ...]:
    """Every check on the marts of the question, with how many rows break it."""
    with marts.engine() as engine:
        return run_checks(engine)


def pages_fed(reading: Reading) -> Mapping[str, bool]:
    """Which pages the files can feed: sales with customers for most of them, a table of spend for the costs."""
    totals = reading.totals
    has_customers = bool(totals.order_lines and totals.customers and totals.revenue is not None)
    return {
        "data": True,
        "ladder": has_customers,
        "costs": has_customers and totals.spend is not None,
        "value": has_customers,
        "programmes": has_customers,
    }


def history(workspace: Workspace) -> tuple[Import, ...]:
    """The imports that can be taken back, the latest first."""
    return tuple(reversed(workspace.imports()))
