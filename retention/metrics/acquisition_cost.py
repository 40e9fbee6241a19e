"""What one new customer cost."""

from __future__ import annotations

from retention.metrics.acquired_customers import ACQUIRED_CUSTOMERS
from retention.metrics.acquisition_spend import ACQUISITION_SPEND
from retention.metrics.metric import Metric
from retention.sentence import N_

ACQUISITION_COST = Metric(
    name="acquisition_cost",
    label=N_("Cost of one new customer (CAC)"),
    unit="money",
    definition=N_("Spend on winning divided by the customers won in the same window. It is an average: the next customer may cost more."),
    formula=N_("spent on winning ÷ new customers"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("New customers in the window"),
    source="cost_window",
    expression=f"1e0 * ({ACQUISITION_SPEND.expression}) / nullif({ACQUIRED_CUSTOMERS.expression}, 0)",
    better="less",
)
