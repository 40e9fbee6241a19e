"""What was spent on keeping customers."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

RETENTION_SPEND = Metric(
    name="retention_spend",
    label=N_("Spent on keeping"),
    unit="money",
    definition=N_(
        "Spend on keeping customers in the window, with the keeping part of shared spend. Without a table of spend, the figure typed in."
    ),
    formula=N_("spend marked retention + keeping part of shared spend"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("None: it is a total"),
    source="cost_window",
    expression=(
        "case when max(spend_lines) > 0 then sum(retention_spend + shared_spend - shared_to_acquisition)"
        " else cast($retention_spend as bigint) end"
    ),
    better="less",
)
