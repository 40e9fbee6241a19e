"""From which day on who buys for the first time is really new: before that, an old customer still looks new."""

from __future__ import annotations

from datetime import date, timedelta

from retention.warehouse import Marts

A_YEAR_DAYS = 365


def settled_from(marts: Marts) -> date:
    """The first day by which the earlier customers have shown themselves.

    After the first day in the data as long as a silence that makes a customer with one purchase lapsed. Where that is longer than half of
    the history, the history is too short to know it (long silences cannot have ended in it): a year.
    """
    with marts.engine() as engine:
        silence = engine.arrow("select min(lapsed_flat_days) as days from gap_limits where repeat_purchases = 0").to_pylist()[0]["days"]
    history = (marts.facts.as_of - marts.facts.first_day).days + 1
    days = A_YEAR_DAYS if silence is None or 2 * silence > history else int(silence)
    return marts.facts.first_day + timedelta(days=days)
