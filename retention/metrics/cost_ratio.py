"""How many times dearer winning is than keeping."""

from __future__ import annotations

from retention.metrics.acquisition_cost import ACQUISITION_COST
from retention.metrics.metric import Metric
from retention.metrics.retention_cost import RETENTION_COST
from retention.sentence import N_

COST_RATIO = Metric(
    name="cost_ratio",
    label=N_("Winning : keeping"),
    unit="ratio",
    definition=N_(
        "The cost of one new customer divided by the cost of one kept customer. An average ratio, even 10 : 1, does not say "
        "that moving money from one to the other would pay."
    ),
    formula=N_("CAC ÷ CRC"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("The cost of one kept customer"),
    source="cost_window",
    expression=f"({ACQUISITION_COST.expression}) / nullif({RETENTION_COST.expression}, 0)",
)
