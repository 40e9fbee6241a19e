"""What customers have paid."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

REVENUE = Metric(
    name="revenue",
    label=N_("Sales"),
    unit="money",
    definition=N_("What these customers have paid so far, less returns. Cancelled, unpaid and test orders are left out."),
    formula=N_("sum of amounts of sales and returns"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("None: it is a total"),
    source="customers_now",
    expression="sum(value)",
    better="more",
)
