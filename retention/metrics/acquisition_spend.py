"""What was spent on winning customers."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

ACQUISITION_SPEND = Metric(
    name="acquisition_spend",
    label=N_("Spent on winning"),
    unit="money",
    definition=N_(
        "Spend on winning customers in the window, with the winning part of shared spend. Without a table of spend, the figure typed in."
    ),
    formula=N_("spend marked acquisition + winning part of shared spend"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("None: it is a total"),
    source="cost_window",
    expression=(
        "case when max(spend_lines) > 0 then sum(acquisition_spend + shared_to_acquisition) else cast($acquisition_spend as bigint) end"
    ),
    better="less",
)
