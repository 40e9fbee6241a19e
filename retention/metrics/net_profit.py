"""What the programme brings in the end."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

NET_PROFIT = Metric(
    name="net_profit",
    label=N_("Profit of the programme"),
    unit="money",
    definition=N_("Margin on extra sales less everything the programme costs. Below zero, the shop would be better off without it."),
    formula=N_("margin on extra sales − programme cost"),
    window=N_("The months looked at, from the start"),
    denominator=N_("None: it is a total"),
    better="more",
)
