"""What one new customer of the channels that took money cost."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

PAID_ACQUISITION_COST = Metric(
    name="paid_acquisition_cost",
    label=N_("Cost of one paid new customer"),
    unit="money",
    definition=N_(
        "Spend on winning divided by the new customers of those channels alone that took money. Whoever came by themselves or by word of"
        " mouth is left out, so it is the dearer figure, and the nearer one to what more advertising would cost."
    ),
    formula=N_("spent on winning ÷ new customers won by channels with spend"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("New customers of paid channels in the window"),
    better="less",
)
