"""What a customer has brought so far."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

HISTORIC_LIFETIME_VALUE = Metric(
    name="historic_lifetime_value",
    label=N_("Historic lifetime value"),
    unit="money",
    definition=N_(
        "What a customer has paid from the first purchase to the as-of date, on average over everybody, those who left included. It is in"
        " sales, less returns, not in margin."
    ),
    formula=N_("sales ÷ customers"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("All customers"),
    source="customers_now",
    expression="1e0 * sum(value) / nullif(count(*), 0)",
    better="more",
)
