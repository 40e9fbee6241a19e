"""The ceiling of what to spend on one customer to move them."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

MOST_WORTH_SPENDING = Metric(
    name="most_worth_spending",
    label=N_("Most worth spending on each"),
    unit="money",
    definition=N_(
        "A ceiling, not advice to spend it: what one such customer would bring more on the rung above, times the chance that such people"
        " get there. Those who would climb anyway get there without a penny, and no programme moves everybody it is meant to move. For the"
        " highest rung it is what holding is worth: what is lost when they lapse, times the chance that they do."
    ),
    formula=N_("(predicted value one rung higher − predicted value here, never below 0) × chance to climb"),
    window=N_("Value: the months ahead; chance: counted over as many months of the past, at most half of the history"),
    denominator=N_("Customers of one rung and profit tier"),
)
