"""How many of the customers will be back."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

CHANCE_TO_BUY_AGAIN = Metric(
    name="chance_to_buy_again",
    label=N_("Chance to buy again"),
    unit="share",
    definition=N_(
        "How likely a customer is to buy at least once within the months ahead, on average over everybody: of 1,000 customers with a chance"
        " of 30 %, about 300 will be back. It comes from how often and how lately each has bought so far."
    ),
    formula=N_("sum of the customers' chances ÷ customers"),
    window=N_("The months ahead, from the as-of date on"),
    denominator=N_("All customers"),
    better="more",
)
