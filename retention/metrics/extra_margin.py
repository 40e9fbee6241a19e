"""What the extra sales leave."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

EXTRA_MARGIN = Metric(
    name="extra_margin",
    label=N_("Margin on extra sales"),
    unit="money",
    definition=N_("Margin on the sales that would not have happened without the programme."),
    formula=N_("margin share × extra sales"),
    window=N_("The months looked at, from the start"),
    denominator=N_("None: it is a total"),
    better="more",
)
