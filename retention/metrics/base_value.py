"""What all of today's customers together are expected to bring."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

BASE_VALUE = Metric(
    name="base_value",
    label=N_("Value of the base"),
    unit="money",
    definition=N_(
        "What everybody who has ever bought is expected to bring within the months ahead, later money counted for less. New customers of"
        " these months are not in it. In margin where the margin is known, else in sales."
    ),
    formula=N_("sum of the customers' predicted values"),
    window=N_("The months ahead, from the as-of date on"),
    denominator=N_("None: it is a total"),
    better="more",
)
