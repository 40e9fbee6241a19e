"""Customers silent for longer than is usual for them."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

AT_RISK_CUSTOMERS = Metric(
    name="at_risk_customers",
    label=N_("At risk"),
    unit="people",
    definition=N_(
        "Customers who have been silent for longer than nine in ten comparable waits between purchases, and are not yet counted"
        " as lapsed. The share is set by a slider on the ladder page."
    ),
    formula=N_("customers whose silence > their own gap limit"),
    window=N_("On the as-of date"),
    denominator=N_("None: it is a total"),
    source="customers_now",
    expression="sum(is_at_risk)",
    better="less",
)
