"""Customers of before who bought again in the window."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

KEPT_CUSTOMERS = Metric(
    name="kept_customers",
    label=N_("Kept customers"),
    unit="people",
    definition=N_(
        "Customers who bought before the window and again in it. Many would have come without any effort: this is not the "
        "effect of the spend."
    ),
    formula=N_("customers with a purchase before the window and in it"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("None: it is a total"),
    source="cost_window",
    expression="sum(kept)",
    better="more",
)
