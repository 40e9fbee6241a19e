"""Which plan makes the rows of an understood table."""

from __future__ import annotations

from retention.ingest.expressions import Expressions, Plan
from retention.ingest.other_plans import contacts_plan, customers_plan, feedback_plan, spend_plan
from retention.ingest.sales_plan import is_computed, sales_plan
from retention.ingest.table import Table


def plan_of(table: Table) -> Plan | None:
    """How this table's rows are made; None where it lacks a column that they cannot do without, or is of no use."""
    use, has = Expressions(table), table.column
    match table.role:
        case "order_lines" | "orders" if has("ordered_at") and (has("amount") or is_computed(table)):
            return sales_plan(table, use)
        case "customers" if has("customer_id"):
            return customers_plan(use)
        case "spend" if has("first_day") and has("amount"):
            return spend_plan(table, use)
        case "contacts" if has("day") and has("stage"):
            return contacts_plan(table, use)
        case "feedback" if has("customer_id"):
            return feedback_plan(table, use)
        case _:
            return None
