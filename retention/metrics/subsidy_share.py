"""The part of the reward paid for sales that would have happened anyway."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

SUBSIDY_SHARE = Metric(
    name="subsidy_share",
    label=N_("Paid on sales that would have happened anyway"),
    unit="share",
    definition=N_("The share of the reward that goes to purchases people would have made without it."),
    formula=N_("sales without the programme ÷ sales with it"),
    window=N_("The months looked at, from the start"),
    denominator=N_("All sales to the participants"),
    better="less",
)
