"""A figure as people write it: with its unit, in their language, a dash where it cannot be known."""

from __future__ import annotations

from retention.locale import Words
from retention.metrics.metric import Metric

UNKNOWN = "—"


def written(words: Words, metric: Metric, value: float | None, currency: str | None) -> str:
    """The figure in words: money in major units with its currency, shares as per cent, ratios as "6.3 : 1"."""
    if value is None:
        return words("not within the time looked at") if metric.unit == "months" else UNKNOWN
    match metric.unit:
        case "money":
            return words.money(value, currency)
        case "share":
            return words.percent(value)
        case "ratio":
            return f"{words.number(value, 1)} : 1"
        case "number":
            return words.number(value, 2)
        case "months":
            return words.plural("{count} month", "{count} months", int(value)) if value else words("at once")
        case "people":
            return words.number(value)
