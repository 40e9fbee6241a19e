"""How long until a new customer has brought what winning them cost."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

ACQUISITION_PAYBACK_MONTH = Metric(
    name="acquisition_payback_month",
    label=N_("Payback time of a new customer"),
    unit="months",
    definition=N_(
        "The first month since the first purchase by whose end customers have brought, on average, what winning one of them cost; 0 when"
        " the first day is enough. Where the data end sooner, the forecast goes on."
    ),
    formula=N_("first month with value so far per new customer ≥ cost of one new customer"),
    window=N_("Customers won in the window"),
    denominator=N_("New customers known for at least that long"),
    better="less",
)
