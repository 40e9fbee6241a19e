"""Average check times frequency times months."""

from __future__ import annotations

from retention.metrics.average_check import AVERAGE_CHECK
from retention.metrics.metric import Metric
from retention.metrics.orders_per_month import ORDERS_PER_MONTH
from retention.sentence import N_

SIMPLE_LIFETIME_VALUE = Metric(
    name="simple_lifetime_value",
    label=N_("Simple lifetime value"),
    unit="money",
    definition=N_(
        "What an active customer brings over the months ahead if nothing changes: average check × orders per month × months. It"
        " knows nothing of customers who leave, so it is an upper estimate."
    ),
    formula=N_("average check × orders per customer and month × months ahead"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("Customers who bought in the window"),
    source="purchase_days",
    expression=f"({AVERAGE_CHECK.expression}) * ({ORDERS_PER_MONTH.expression}) * $horizon_months",
    better="more",
)
