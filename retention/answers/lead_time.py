"""How long winning takes: from the first contact with a customer to the first purchase."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.ask import ask
from retention.question import Question
from retention.warehouse import Workspace
from retention.warehouse.engine import sql_text

FEWEST_CUSTOMERS = 10  # of fewer, the middle half says nothing


@dataclass(frozen=True)
class LeadTime:
    """Days from first contact to first purchase of those who bought: half waited no longer than `median`, the middle half `low` to `high`.

    customers: how many contacts name them; all days are None with fewer than 10. Whoever has not bought yet is not in it, so the whole wait
    is longer rather than shorter.
    """

    customers: int
    median: int | None
    low: int | None
    high: int | None


def lead_time(workspace: Workspace, question: Question) -> LeadTime:
    """What the contacts of the data say about it, as far as they name customers; ask it of an unfiltered question, as costs are."""
    with workspace.cursor() as cursor:
        if cursor.execute("select 1 from contacts where customer_id is not null limit 1").fetchone() is None:
            return LeadTime(0, None, None, None)
    with ask(workspace, question) as marts, marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "contact_waits"))
    days, customers = (rows[name].to_numpy().astype(np.int64) for name in ("days", "customers"))
    waits = np.repeat(days, customers)
    if len(waits) < FEWEST_CUSTOMERS:
        return LeadTime(len(waits), None, None, None)
    # the days of a person, not days between two persons'
    low, median, high = (int(day) for day in np.quantile(waits, [0.25, 0.5, 0.75], method="inverted_cdf"))
    return LeadTime(len(waits), median, low, high)
