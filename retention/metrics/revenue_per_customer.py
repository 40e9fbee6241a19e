"""What one customer has paid on average."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

REVENUE_PER_CUSTOMER = Metric(
    name="revenue_per_customer",
    label=N_("Sales per customer"),
    unit="money",
    definition=N_("What one customer has paid so far, on average. A few big buyers can pull it far above what most people spend."),
    formula=N_("sales ÷ customers"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("Customers on the rung"),
    source="customers_now",
    expression="1e0 * sum(value) / nullif(count(*), 0)",
    better="more",
)
