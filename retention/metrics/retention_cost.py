"""What one kept customer cost."""

from __future__ import annotations

from retention.metrics.kept_customers import KEPT_CUSTOMERS
from retention.metrics.metric import Metric
from retention.metrics.retention_spend import RETENTION_SPEND
from retention.sentence import N_

RETENTION_COST = Metric(
    name="retention_cost",
    label=N_("Cost of one kept customer (CRC)"),
    unit="money",
    definition=N_(
        "Spend on keeping divided by the customers kept in the same window. It divides by people who would have stayed anyway, "
        "so it flatters the keeping side."
    ),
    formula=N_("spent on keeping ÷ kept customers"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("Kept customers in the window"),
    source="cost_window",
    expression=f"1e0 * ({RETENTION_SPEND.expression}) / nullif({KEPT_CUSTOMERS.expression}, 0)",
    better="less",
)
