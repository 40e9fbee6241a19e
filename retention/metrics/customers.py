"""Everybody who has bought."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

CUSTOMERS = Metric(
    name="customers",
    label=N_("Customers"),
    unit="people",
    definition=N_(
        "People with at least one purchase by the as-of date. Sales without a customer's name or number count as sales, not as customers."
    ),
    formula=N_("number of customers"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("None: it is a total"),
    source="customers_now",
    expression="count(*)",
    better="more",
)
