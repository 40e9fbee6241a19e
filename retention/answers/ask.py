"""The one door to the marts: a workspace and a question go in, the marts with the data's own gap limits come out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pyarrow as pa

from retention.models.gap_limits import GapLimits
from retention.models.history import Gaps, Summaries
from retention.question import Question
from retention.warehouse import Marts, Workspace

# Beyond this many different histories the purchase model is fitted on whole weeks: its limits are weeks long, and a large shop would wait
# seconds for a difference of hours.
MOST_HISTORIES = 50_000
WEEK_DAYS = 7.0


@contextmanager
def ask(workspace: Workspace, question: Question) -> Iterator[Marts]:
    """The marts behind the question, with at-risk and lapsed limits fitted to the data up to its as-of date.

    Raises Refusal when the workspace has no sales that the question keeps.
    """
    with workspace.marts(question, fit_limits) as marts:
        yield marts


def fit_limits(gaps: pa.Table, summaries: pa.Table, at_risk_quantile: float, lapsed_quantile: float) -> pa.Table:
    """How many days of silence are still normal after each number of purchases, as whole numbers for SQL."""
    histories = read_summaries(summaries)
    if summaries.num_rows > MOST_HISTORIES:
        histories = histories.rounded(WEEK_DAYS)
    limits = GapLimits.fit(read_gaps(gaps), histories, at_risk_quantile, lapsed_quantile)
    return pa.table(limits.columns())


def read_gaps(table: pa.Table) -> Gaps:
    """The mart `purchase_gaps` as the models take it."""
    return Gaps(*(table[name].to_numpy().astype(float) for name in ("purchase_number", "gap_days", "is_closed", "customers")))


def read_summaries(table: pa.Table) -> Summaries:
    """The mart `purchase_summaries` as the models take it, in days."""
    columns = ("repeat_purchases", "last_purchase_age_days", "age_days", "customers")
    return Summaries(*(table[name].to_numpy().astype(float) for name in columns))
