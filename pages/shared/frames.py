"""From an answer to the frame a chart draws: every text in the page's language, every number beside its text."""

from __future__ import annotations

import pandas as pd

from retention.answers.ladder import Ladder
from retention.answers.strategies import STRATEGIES
from shared.language import PageWords


def staircase_frame(words: PageWords, found: Ladder) -> pd.DataFrame:
    """The rungs as the staircase draws them."""
    rows = []
    for step, rung in enumerate(found.rungs, start=1):
        each = rung.revenue_per_customer
        money = "" if each is None else words("{money} each", money=words.plain.money(each, found.currency))
        rows.append(
            {
                "step": step,
                "rung": words(STRATEGIES[rung.name].label),
                "people": rung.customers,
                "people_text": "?" if rung.customers is None else words.number(rung.customers),
                "share": rung.share,
                "share_text": "" if rung.share is None else words.percent(rung.share),
                "money_text": money,
                "conversion_text": "" if rung.conversion is None else words.percent(rung.conversion),
                "is_side": rung.name == "lapsed",
            }
        )
    return pd.DataFrame(rows).astype({"people": "float64", "share": "float64"})
