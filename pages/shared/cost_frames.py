"""From the costs to the frames their charts draw."""

from __future__ import annotations

import pandas as pd

from retention.answers.cost_channels import CostChannels
from retention.answers.cost_periods import PeriodCosts
from retention.answers.cost_ratio import CostRatio
from shared.language import PageWords

MOST_PERIODS, MOST_CHANNELS = 24, 12  # of a picture; the table has them all


def cost_bars_frame(words: PageWords, found: CostRatio, currency: str | None) -> pd.DataFrame:
    """The cost of one new and one kept customer, as far as they are known."""
    rows = [
        (words("One new customer"), found.cac, "acquisition"),
        (words("One kept customer"), found.crc, "retention"),
    ]
    known = [(label, amount, words.plain.money(amount, currency), kind) for label, amount, kind in rows if amount is not None]
    return pd.DataFrame(known, columns=["label", "amount", "amount_text", "kind"])


def cost_ratio_frame(words: PageWords, found: CostRatio) -> pd.DataFrame:
    """The shop's own ratio with its ranges, and what is commonly claimed."""
    rows: list[tuple[object, ...]] = []
    if found.ratio:
        ends = found.ratio_low, found.ratio, found.ratio_high, found.ratio_chance_low, found.ratio_chance_high
        span = (
            f" ({words.number(found.ratio_low or 0, 1)}–{words.number(found.ratio_high, 1)})"
            if found.ratio_high and found.shared_spend
            else ""
        )
        rows.append((words("Your shop"), *ends, "yours", f"{words.number(found.ratio, 1)} : 1{span}"))
    for claim in (10, 5):
        rows.append((words("A claim to test"), claim, claim, claim, None, None, "claim", f"{claim} : 1"))
    columns = ["label", "low", "point", "high", "chance_low", "chance_high", "kind", "value_text"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[1:6], float))


def ratio_by_period_frame(words: PageWords, periods: tuple[PeriodCosts, ...], currency: str | None) -> pd.DataFrame:
    """One row per period whose ratio is known."""
    rows = [
        {
            "period": words.period(one.name),
            "low": one.ratio_low,
            "point": one.ratio,
            "high": one.ratio_high,
            "chance_low": one.ratio_chance_low,
            "chance_high": one.ratio_chance_high,
            "is_doubtful": is_doubtful(one),
            "tooltip_text": _told(words, one, currency),
        }
        for one in periods[-MOST_PERIODS:]
        if one.ratio
    ]
    return (
        pd.DataFrame(rows).astype(dict.fromkeys(("low", "point", "high", "chance_low", "chance_high"), float)) if rows else pd.DataFrame()
    )


def cost_by_period_frame(words: PageWords, periods: tuple[PeriodCosts, ...], currency: str | None, kind: str) -> pd.DataFrame:
    """What one new ("acquisition") or one kept customer ("retention") cost in each period where it is known."""
    rows = [
        {
            "period": words.period(one.name),
            "cost": cost,
            "kind": kind,
            "is_doubtful": is_doubtful(one),
            "tooltip_text": _told(words, one, currency),
        }
        for one in periods[-MOST_PERIODS:]
        if (cost := one.cac if kind == "acquisition" else one.crc) is not None
    ]
    return pd.DataFrame(rows)


def customers_by_month_frame(months: tuple[PeriodCosts, ...]) -> pd.DataFrame:
    """New and kept customers of each month, and those of the kept who came back after a lapse."""
    rows = [
        (pd.Timestamp(one.first_day), people, kind)
        for one in months
        for kind, people in (("acquired", one.acquired), ("reactivated", one.reactivated), ("kept", one.kept - one.reactivated))
    ]
    return pd.DataFrame(rows, columns=["month", "customers", "kind"])


def channels_frame(words: PageWords, found: CostChannels) -> pd.DataFrame:
    """One row per channel that took money to win customers, the largest spend first."""
    rows = [
        {
            "label": words("Channel not known") if one.name is None else one.name,
            "place": place,
            "cost": one.cac,
            "low": one.cac_low if one.cac is not None else None,
            "high": one.cac_high if one.cac is not None else None,
            "cost_text": "—" if one.cac is None else words.plain.money(one.cac, found.currency),
            "customers_text": words.plural("{count} new customer", "{count} new customers", one.acquired),
        }
        for place, one in enumerate([one for one in found.channels if one.acquisition_spend][:MOST_CHANNELS])
    ]
    return pd.DataFrame(rows).astype(dict.fromkeys(("cost", "low", "high"), float)) if rows else pd.DataFrame()


def is_doubtful(one: PeriodCosts) -> bool:
    """Whether the figures of a period are not yet, or not quite, what they seem."""
    return not one.is_comparable


def _told(words: PageWords, one: PeriodCosts, currency: str | None) -> str:
    """A period's figures in one line, for a tooltip."""
    plain, unknown = words.plain, "—"
    cac = unknown if one.cac is None else plain.money(one.cac, currency)
    crc = unknown if one.crc is None else plain.money(one.crc, currency)
    ratio = unknown if one.ratio is None else f"{words.number(one.ratio, 1)} : 1"
    when = words.period(one.name)
    return words("{period}: one new customer {cac}, one kept {crc}, {ratio}", period=when, cac=cac, crc=crc, ratio=ratio)
