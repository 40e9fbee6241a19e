"""From an answer to the frame a chart draws: every text in the page's language, every number beside its text."""

from __future__ import annotations

import pandas as pd

from retention.answers.costs import Costs
from retention.answers.ladder import Ladder
from retention.answers.strategies import STRATEGIES
from retention.programmes.outcome import Outcome
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


def cost_bars_frame(words: PageWords, found: Costs) -> pd.DataFrame:
    """The cost of one new and one kept customer, as far as they are known."""
    rows = [
        (words("One new customer"), found.cac, "acquisition"),
        (words("One kept customer"), found.crc, "retention"),
    ]
    known = [(label, amount, words.plain.money(amount, found.currency), kind) for label, amount, kind in rows if amount is not None]
    return pd.DataFrame(known, columns=["label", "amount", "amount_text", "kind"])


def cost_ratio_frame(words: PageWords, found: Costs) -> pd.DataFrame:
    """The shop's own ratio with its range, and what is commonly claimed."""
    rows = []
    if found.ratio is not None:
        text = f"{words.number(found.ratio, 1)} : 1"
        if found.ratio_low is not None and found.ratio_high is not None and found.ratio_high > found.ratio_low:
            text += f" ({words.number(found.ratio_low, 1)}–{words.number(found.ratio_high, 1)})"
        rows.append((words("Your shop"), found.ratio_low, found.ratio, found.ratio_high, "yours", text))
    for claim in (10, 5):
        rows.append((words("Often claimed"), claim, claim, claim, "claim", f"{claim} : 1"))
    return pd.DataFrame(rows, columns=["label", "low", "point", "high", "kind", "value_text"])


def customers_by_month_frame(found: Costs) -> pd.DataFrame:
    """New and kept customers of each month."""
    wide = found.periods.to_pandas()
    long = wide.melt(id_vars="month", value_vars=["acquired", "kept"], var_name="kind", value_name="customers")
    return long.assign(month=pd.to_datetime(long["month"]))


def months_frame(words: PageWords, found: Outcome, currency: str | None) -> pd.DataFrame:
    """The programme's year: what comes in and goes out each month, and the running total."""
    rows = []
    for month in found.months:
        parts = {
            "extra_margin": month.extra_margin,
            "reward": -month.reward_cost,
            "fixed_cost": -month.fixed_cost,
            "running_total": month.cumulative,
        }
        rows += [(month.month, kind, amount, words.plain.money(amount, currency)) for kind, amount in parts.items()]
    return pd.DataFrame(rows, columns=["month", "kind", "amount", "amount_text"])


def lift_frame(words: PageWords, found: Outcome, currency: str | None) -> pd.DataFrame:
    """Profit against the lift, with the assumed lift and the one that breaks even."""
    rows = [(lift, net, "curve", "") for lift, net in found.lift_curve]
    said = words("Assumed: {lift}, profit {net}", lift=words.percent(found.lift), net=words.plain.money(found.net, currency))
    rows.append((found.lift, found.net, "assumed", said))
    if found.break_even_lift is not None:
        text = words("Breaks even at {lift}", lift=words.percent(found.break_even_lift))
        rows.append((found.break_even_lift, 0.0, "break_even", text))
    return pd.DataFrame(rows, columns=["lift", "net", "kind", "label"])
