"""The ratio if all shared spend were spent on winning."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

COST_RATIO_HIGH = Metric(
    name="cost_ratio_high",
    label=N_("Winning : keeping, at most"),
    unit="ratio",
    definition=N_("The same ratio if every shared line of spend had gone into winning: the highest it can be."),
    formula=N_("(spend marked acquisition + shared) ÷ new customers ÷ (spend marked retention ÷ kept customers)"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("The cost of one kept customer, at its lowest"),
    source="cost_window",
    expression=(
        "case when max(spend_lines) = 0 then null else (1e0 * sum(acquisition_spend + shared_spend) / nullif(sum(acquired), 0))"
        " / nullif(1e0 * sum(retention_spend) / nullif(sum(kept), 0), 0) end"
    ),
)
