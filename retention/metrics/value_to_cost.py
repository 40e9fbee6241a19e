"""What a new customer is worth for each unit of money spent on winning them."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

VALUE_TO_COST = Metric(
    name="value_to_cost",
    label=N_("Value : cost of a new customer"),
    unit="ratio",
    definition=N_(
        "What a new customer has brought and is expected to bring, for each unit of money that winning one cost (LTV : CAC). Below 1 each"
        " new customer costs more than they bring."
    ),
    formula=N_("(value so far + predicted value) ÷ cost of one new customer"),
    window=N_("Customers won in the window; the months ahead"),
    denominator=N_("Cost of one new customer"),
    better="more",
)
