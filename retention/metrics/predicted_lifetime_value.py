"""What a customer is expected to bring in the months ahead."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

PREDICTED_LIFETIME_VALUE = Metric(
    name="predicted_lifetime_value",
    label=N_("Predicted value"),
    unit="money",
    definition=N_(
        "What a customer is expected to bring within the months ahead, on average over everybody, those who may have left included. It is"
        " in margin where the margin is known, else in sales. Money that comes later counts for less: each month's part is taken as if it"
        " came in the middle of the month."
    ),
    formula=N_(
        "expected purchases of each month × expected value of a purchase × margin share ÷ (1 + yearly discount) ^ (years until then)"
    ),
    window=N_("The months ahead, from the as-of date on"),
    denominator=N_("All customers"),
    better="more",
)
