"""What lies in the workspace: its sums, the checks on them, and which pages they can feed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retention.ingest.reading import Reading, Totals
from retention.warehouse import Import, Marts, Workspace
from retention.warehouse.checks import Checked, run_checks
from retention.warehouse.engine import sql_text

MOST_CHOICES = 200  # a column with more values than that is no filter but a name


@dataclass(frozen=True)
class Choices:
    """The values each filter has in the data, the most frequent first; empty where the data have none."""

    channels: tuple[str, ...]
    stores: tuple[str, ...]
    categories: tuple[str, ...]


def choices(workspace: Workspace) -> Choices:
    """What the sidebar can offer to filter by."""
    with workspace.cursor() as cursor:
        rows = cursor.execute(sql_text("answers", "filter_values")).fetchall()
    found = {field: tuple(kept for name, kept, _ in rows if name == field) for field in ("channel", "store", "category")}
    offered = {field: kept if 1 < len(kept) <= MOST_CHOICES else () for field, kept in found.items()}
    return Choices(offered["channel"], offered["store"], offered["category"])


def stored_totals(workspace: Workspace) -> Totals:
    """The sums of everything in the workspace, to check against one's own books."""
    with workspace.cursor() as cursor:
        row = cursor.execute(sql_text("answers", "stored_totals")).fetchone()
    return Totals(*row) if row else Totals(0, None, None, None, None, None, None, None)


def has_sales(workspace: Workspace) -> bool:
    """Whether there is anything to look at yet."""
    with workspace.cursor() as cursor:
        return bool(cursor.execute(sql_text("answers", "any_sale")).fetchall())


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
