"""Customers won in the window."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

ACQUIRED_CUSTOMERS = Metric(
    name="acquired_customers",
    label=N_("New customers"),
    unit="people",
    definition=N_(
        "Customers whose first purchase in the data falls in the window. Somebody who comes back after a long silence is not new."
    ),
    formula=N_("customers whose first purchase is in the window"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("None: it is a total"),
    source="cost_window",
    expression="sum(acquired)",
    better="more",
)
