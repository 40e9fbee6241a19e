"""How many came back at least once."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

REPEAT_RATE = Metric(
    name="repeat_rate",
    label=N_("Repeat rate"),
    unit="share",
    definition=N_("Customers who have bought on two days or more, out of all customers."),
    formula=N_("customers with 2+ purchase days ÷ customers"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("All customers"),
    source="customers_now",
    expression="1e0 * sum(case when purchase_days >= 2 then 1 else 0 end) / nullif(count(*), 0)",
    better="more",
)
