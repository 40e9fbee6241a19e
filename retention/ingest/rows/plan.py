"""Which plan makes the rows of an understood table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retention.ingest.meanings.table import Table
from retention.ingest.rows.expressions import Expressions, Plan
from retention.ingest.rows.other_plans import contacts_plan, customers_plan, feedback_plan, spend_plan
from retention.ingest.rows.sales_plan import is_computed, sales_plan

NOTHING = {"noted_discount": "cast(null as decimal(18, 4))", "contact": "cast(null as varchar)"}


def plan_of(table: Table) -> Plan | None:
    """How this table's rows are made; None where it lacks a column that they cannot do without, or is of no use."""
    use, has = Expressions(table), table.column
    if table.is_absorbed:
        return None
    match table.role:
        case "order_lines" | "orders" if has("ordered_at") and (has("amount") or is_computed(table)):
            return sales_plan(table, use)
        case "customers" if has("customer_id"):
            return customers_plan(use)
        case "spend" if has("first_day") and has("amount"):
            return spend_plan(table, use)
        case "contacts" if has("day") and (has("stage") or (table.export and "stage" in table.export.constants)):
            return contacts_plan(table, use)
        case "feedback" if has("customer_id"):
            return feedback_plan(table, use)
        case _:
            return None


def alike(plans: Sequence[Plan | None]) -> list[Plan | None]:
    """The plans, those of one canonical table with the same columns: what only some note beside it is null for the others."""
    beside: dict[str, dict[str, str]] = {}
    for plan in filter(None, plans):
        beside.setdefault(plan.table, {}).update({name: NOTHING[name] for name in plan.beside})
    return [plan and replace(plan, columns={**plan.columns, **beside[plan.table], **plan.beside}) for plan in plans]
