"""How likely the programme is to lose money."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

PROBABILITY_OF_LOSS = Metric(
    name="probability_of_loss",
    label=N_("Chance of a loss"),
    unit="share",
    definition=N_(
        "How often the programme ends with a loss when every assumption is drawn between its low and its high value, 10,000 times."
    ),
    formula=N_("draws with profit below zero ÷ all draws"),
    window=N_("The months looked at, from the start"),
    denominator=N_("10,000 draws"),
    better="less",
)
