"""From a value's spread to the frames its charts draw."""

from __future__ import annotations

import pandas as pd

from retention.answers.value import KINDS, Value
from retention.answers.value_spread import GroupSpread, Spread
from shared.language import PageWords


def histogram_frame(words: PageWords, spread: Spread, currency: str | None, is_log: bool) -> pd.DataFrame:
    """Customers by what they are worth, with the median and the mean marked."""
    bins = (spread.log_bins if is_log else spread.bins).to_pandas().assign(kind="bin")
    if bins.empty:
        return bins
    is_open = bins["is_open"] if "is_open" in bins else [False] * len(bins)
    spans = zip(bins["low"], bins["high"], is_open, bins["customers"], strict=True)
    bins["tooltip_text"] = [_span(words, currency, low, high, last, customers) for low, high, last, customers in spans]
    marks = [(words("Median"), spread.median), (words("Average"), spread.mean)]
    marked = pd.DataFrame(
        [
            {"kind": "mark", "mark_value": value, "mark_label": f"{label} {words.plain.money(value, currency)}"}
            for label, value in marks
            if value is not None and (value > 0 or not is_log)
        ]
    )
    return pd.concat([bins.drop(columns="is_open", errors="ignore"), marked], ignore_index=True)


def pareto_frame(words: PageWords, spread: Spread) -> pd.DataFrame:
    """The curve of customers and money, the line of equality, and what the best fifth brings."""
    curve = spread.curve.to_pandas().assign(kind="curve", label="")
    if curve.empty:
        return curve
    same = words("If all brought the same")
    equal = pd.DataFrame({"customer_share": [0.0, 1.0], "value_share": [0.0, 1.0], "kind": "equal", "label": same})
    if spread.top_fifth_share is None:
        return pd.concat([curve, equal], ignore_index=True)
    said = words("The best {top} bring {share}", top=words.percent(0.2), share=words.percent(spread.top_fifth_share, 0))
    point = pd.DataFrame({"customer_share": [0.2], "value_share": [spread.top_fifth_share], "kind": "point", "label": said})
    return pd.concat([curve, equal, point], ignore_index=True)


def distribution_frame(words: PageWords, found: Value) -> pd.DataFrame:
    """For each of the three values, the share of customers worth at most so much; all curves end where 99 in 100 customers lie."""
    known = {kind: value.spread for kind, value in found.of_single_customers.items()}
    furthest = max((spread.quantiles.get(0.99, 0.0) for spread in known.values()), default=0.0)
    parts = []
    for kind, spread in known.items():
        curve = spread.distribution.to_pandas()
        curve = curve[curve["value"] <= furthest]
        if curve.empty:
            continue
        ends = pd.DataFrame({"value": [curve["value"].iloc[0], furthest], "share": [0.0, curve["share"].iloc[-1]]})
        curve = pd.concat([ends[:1], curve, ends[1:]], ignore_index=True).assign(kind=kind)
        name = words(KINDS[kind])
        curve["tooltip_text"] = [
            words("{name}: {share} of customers bring {money} or less", name=name, share=words.percent(share, 0), money=money)
            for share, money in zip(curve["share"], (words.plain.money(one, found.currency) for one in curve["value"]), strict=True)
        ]
        parts.append(curve)
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def groups_frame(words: PageWords, groups: tuple[GroupSpread, ...], currency: str | None) -> pd.DataFrame:
    """One row per group: the mean and the middle half of its customers."""
    rows = [
        {
            "label": words.plain.say(group.label),
            "place": place,
            "customers_text": words.plural("{count} customer", "{count} customers", group.customers),
            "mean": group.mean,
            "low": group.p25,
            "high": group.p75,
            "mean_text": words.plain.money(group.mean, currency),
        }
        for place, group in enumerate(groups)
    ]
    return pd.DataFrame(rows)


def _span(words: PageWords, currency: str | None, low: float, high: float, is_open: bool, customers: int) -> str:
    start, end = words.plain.money(low, currency), words.plain.money(high, currency)
    if is_open:
        span = words("{low} and more", low=start)
    else:
        span = words("less than {high}", high=end) if low < 0 else words("{low} to {high}", low=start, high=end)
    people = words.plural("{count} customer", "{count} customers", int(customers))
    return f"{span}: {people}"
