"""What the programme pays out."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

REWARD_COST = Metric(
    name="reward_cost",
    label=N_("Programme cost"),
    unit="money",
    definition=N_("Rewards on all sales to the participants, the old sales included, with the cost of running the programme."),
    formula=N_("reward × all sales to participants + running and start-up cost"),
    window=N_("The months looked at, from the start"),
    denominator=N_("None: it is a total"),
    better="less",
)
