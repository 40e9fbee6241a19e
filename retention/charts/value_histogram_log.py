"""How many customers are worth how much, on a scale where ten times as much is always the same step: for a few who are worth far more."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import round_numbers_only, short_numbers
from retention.charts.value_histogram import COLUMNS as COLUMNS
from retention.charts.value_histogram import HEIGHT as HEIGHT
from retention.charts.value_histogram import columns_with_marks
from retention.locale import Words


def value_histogram_log(words: Words, currency: str | None) -> alt.LayerChart:
    """The rows of value_histogram, their spans growing with the value; `low` and `mark_value` must be above nothing."""
    axis = alt.Axis(labelExpr=round_numbers_only(short_numbers(words)), labelOverlap=False, grid=False)
    value = alt.X("low:Q").bin("binned").scale(type="log", nice=False).axis(axis)
    return columns_with_marks(words, currency, value)
