"""How long customers usually pause before they come back: before that, an old customer still looks new."""

from __future__ import annotations

from retention.answers.ask import read_gaps
from retention.models.kaplan_meier import KaplanMeier
from retention.warehouse import Marts

USUAL_GAP_DAYS = 90  # where nobody has bought again yet


def usual_gap_days(marts: Marts) -> int:
    """After how many days half of those who come back after a first purchase have come back."""
    with marts.engine() as engine:
        gaps = read_gaps(engine.arrow("select * from purchase_gaps where purchase_number = 1"))
    waits = KaplanMeier.fit(gaps.gap_days, gaps.customers * gaps.is_closed, gaps.customers * (1 - gaps.is_closed))
    days = waits.quantile_given_event(0.5)
    return USUAL_GAP_DAYS if days is None else int(days)
