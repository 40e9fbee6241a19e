"""How often a customer will buy."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

EXPECTED_PURCHASES = Metric(
    name="expected_purchases",
    label=N_("Expected purchases"),
    unit="number",
    definition=N_(
        "How many times a customer is expected to buy within the months ahead, on average over everybody, those who may have left included."
        " All orders of one day are one purchase."
    ),
    formula=N_("sum of the customers' expected purchases ÷ customers"),
    window=N_("The months ahead, from the as-of date on"),
    denominator=N_("All customers"),
    better="more",
)
