"""When the programme has earned back its start."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

PAYBACK_MONTH = Metric(
    name="payback_month",
    label=N_("Payback month"),
    unit="months",
    definition=N_("The first month from the end of which the running total is not below zero any more."),
    formula=N_("first month from which the running total stays ≥ 0"),
    window=N_("The months looked at, from the start"),
    denominator=N_("None: it is a total"),
    better="less",
)
