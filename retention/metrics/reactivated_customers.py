"""How many came back after they had lapsed."""

from __future__ import annotations

from retention.metrics.metric import Metric
from retention.sentence import N_

REACTIVATED_CUSTOMERS = Metric(
    name="reactivated_customers",
    label=N_("Of them back after a lapse"),
    unit="people",
    definition=N_(
        "Kept customers who had been silent for longer than their own limit and bought again in the window. They were customers before,"
        " so they are never counted as new, however long they were away."
    ),
    formula=N_("kept customers with a return after a lapse in the window"),
    window=N_("The window set in the sidebar, ending on the as-of date"),
    denominator=N_("None: it is a count"),
    better="more",
)
