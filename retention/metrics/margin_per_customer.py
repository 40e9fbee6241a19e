"""What one customer has left in the till on average."""

from __future__ import annotations

from retention.metrics.margin import MARGIN
from retention.metrics.metric import Metric
from retention.sentence import N_

MARGIN_PER_CUSTOMER = Metric(
    name="margin_per_customer",
    label=N_("Margin per customer"),
    unit="money",
    definition=N_("What one customer has brought so far after the cost of goods, on average."),
    formula=N_("margin ÷ customers"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("Customers on the rung"),
    source="customers_now",
    expression=f"1e0 * ({MARGIN.expression}) / nullif(count(*), 0)",
    better="more",
)
