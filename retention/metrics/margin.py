"""What is left of the sales after the cost of goods."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

MARGIN = Metric(
    name="margin",
    label=N_("Margin"),
    unit="money",
    definition=N_(
        "Sales less the cost of the goods sold. Where the file has no cost, the margin share from the sidebar stands in; with "
        "neither, it is not known."
    ),
    formula=N_("sales with a known cost − that cost + margin share × other sales"),
    window=N_("From the first day in the data to the as-of date"),
    denominator=N_("None: it is a total"),
    source="customers_now",
    expression=(
        "case when sum(uncosted_value) = 0 then sum(margin) else sum(margin) + cast($margin_share as double) * sum(uncosted_value) end"
    ),
    better="more",
)
