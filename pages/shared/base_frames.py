"""From the worth of the base and of new customers to the frames their charts draw."""

from __future__ import annotations

import pandas as pd

from retention.answers.acquisition_payback import AcquisitionPayback, Payback
from retention.answers.base_value import BaseValue
from retention.answers.value_by_age import ValueByAge
from shared.language import PageWords


def months_frame(words: PageWords, found: BaseValue) -> pd.DataFrame:
    """What the base was worth at the end of each month, the last day marked as now."""
    days = found.equity.to_pylist()
    rows = [
        {
            "month": row["day"].replace(day=1),
            "value": row["value"],
            "value_text": words.plain.money(row["value"], found.currency),
            "customers_text": words.number(row["customers"]),
            "is_now": place == len(days),
        }
        for place, row in enumerate(days, start=1)
    ]
    frame = pd.DataFrame(rows)
    return frame if frame.empty else frame.assign(month=pd.to_datetime(frame["month"]))


def points_frame(words: PageWords, found: BaseValue) -> pd.DataFrame:
    """The changes whose worth is known, the largest first."""
    known = sorted((point for point in found.points if point.money is not None), key=lambda point: -(point.money or 0.0))
    rows = [
        {
            "label": words.plain.say(point.label),
            "place": place,
            "amount": point.money,
            "amount_text": ("+" if (point.money or 0.0) >= 0 else "") + words.plain.money(point.money or 0.0, found.currency),
        }
        for place, point in enumerate(known)
    ]
    return pd.DataFrame(rows)


def name_of(words: PageWords, group: Payback, is_period: bool) -> str:
    """The channel as the data write it, or the quarter as people do."""
    if group.name is None:
        return words("Not known")
    return words.period(group.name) if is_period else group.name


def payback_frame(words: PageWords, found: AcquisitionPayback, groups: tuple[Payback, ...], is_period: bool) -> pd.DataFrame:
    """Value against cost of those groups that have a value."""
    rows = []
    for group in groups:
        if group.value is None:
            continue
        cost = "" if group.cac is None else words("costs {money}", money=words.plain.money(group.cac, found.currency))
        rows.append(
            {
                "label": name_of(words, group, is_period),
                "place": len(rows),
                "value": group.value,
                "low": group.value_low,
                "high": group.value_high,
                "cost": group.cac,
                "value_text": words.plain.money(group.value, found.currency),
                "cost_text": cost,
            }
        )
    frame = pd.DataFrame(rows)
    return frame if frame.empty else frame.astype({"low": "float64", "high": "float64", "cost": "float64"})


def ages_frame(words: PageWords, found: ValueByAge, cost: float | None) -> pd.DataFrame:
    """The fan: what was observed, then what is expected, meeting in one month."""
    observed, expected = found.observed.to_pandas(), found.expected.to_pandas()
    if observed.empty and expected.empty:
        return observed
    if not expected.empty:  # both lines have the month where they meet, or there would be a gap
        expected = pd.concat([observed[-1:], expected], ignore_index=True)
    parts = [observed.assign(kind="observed"), expected.assign(kind="expected")]
    frame = pd.concat(parts, ignore_index=True).rename(columns={"age_months": "age"})
    label = "" if cost is None else words("A new customer costs {money}", money=words.plain.money(cost, found.currency))
    frame["tooltip_text"] = [_month(words, found, age, mean) for age, mean in zip(frame["age"], frame["mean"], strict=True)]
    wanted = ["age", "p10", "p25", "p50", "p75", "p90", "mean", "kind", "cost", "label", "tooltip_text"]
    return frame.assign(cost=cost, label=label)[wanted].astype({"cost": "float64"})


def _month(words: PageWords, found: ValueByAge, age: int, mean: float) -> str:
    money = words.plain.money(mean, found.currency)
    months = words.plural("{count} month", "{count} months", int(age))
    return words("After {months}: {money} on average", months=months, money=money)
