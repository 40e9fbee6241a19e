"""How often an active customer buys."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

ORDERS_PER_MONTH = Metric(
    name="orders_per_month",
    label=N_("Orders per customer and month"),
    unit="number",
    definition=N_(
        "How many orders a customer who bought in the window makes in a month. Customers who did not buy in the window are not "
        "in it: for the whole base the figure is lower."
    ),
    formula=N_("orders in the window ÷ customers who bought in it ÷ months in the window"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("Customers who bought in the window"),
    source="purchase_days",
    expression=(
        "1e0 * sum(case when day >= window_first_day then orders else 0 end)"
        " / nullif(count(distinct case when day >= window_first_day and orders > 0 then customer end), 0)"
        " / ($window_days / 30.4375)"
    ),
    better="more",
)
