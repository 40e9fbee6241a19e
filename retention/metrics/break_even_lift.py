"""How much more members must buy for the programme to pay."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

BREAK_EVEN_LIFT = Metric(
    name="break_even_lift",
    label=N_("Break-even lift"),
    unit="share",
    definition=N_(
        "How much more the participants must buy, on average over the first year, for the programme to bring neither profit nor loss. "
        "If the reward eats the whole margin, no lift is enough."
    ),
    formula=N_("reward ÷ (margin − reward), plus fixed costs spread over the sales"),
    window=N_("The months looked at, from the start"),
    denominator=N_("Sales to the participants without the programme"),
    better="less",
)
