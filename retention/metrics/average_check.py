"""What one order brings."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

AVERAGE_CHECK = Metric(
    name="average_check",
    label=N_("Average check"),
    unit="money",
    definition=N_("Sales of the window divided by its orders. Returns lower it."),
    formula=N_("sales in the window ÷ orders in the window"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("Orders in the window"),
    source="purchase_days",
    expression=(
        "1e0 * sum(case when day >= window_first_day then value else 0 end)"
        " / nullif(sum(case when day >= window_first_day then orders else 0 end), 0)"
    ),
    better="more",
)
