"""The same cohorts as curves: each one thin, all together thick."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, INK, layers, short_numbers, themed
from retention.locale import Words

COLUMNS = ("kind", "place", "age", "level", "tooltip_text")

HEIGHT = 320


def cohort_curves(words: Words, currency: str | None) -> alt.LayerChart:
    """One line per cohort (`kind` "cohort", the higher its `place`, the newer it is and the denser its line), and one of "all" of them.

    `level` is a figure in whatever unit the page's heading names.
    """
    age = alt.X("age:Q").scale(nice=False).title(words("Months since the first purchase"))
    age = age.axis(grid=False, tickMinStep=1, tickCount=alt.expr("ceil(width / 60)"), format="d")
    level = alt.Y("level:Q").title(None).axis(labelExpr=short_numbers(words), tickCount=6).scale(zero=True)
    newer = alt.Opacity("place:Q").scale(range=[0.15, 0.8]).legend(None)
    both = alt.Chart().encode(age, level)
    return themed(
        layers(
            both.transform_filter("datum.kind == 'cohort'").mark_line(strokeWidth=1.5, color=BLUE).encode(newer, detail="place:N"),
            both.transform_filter("datum.kind == 'all'").mark_line(strokeWidth=3.5, color=INK),
            both.mark_point(opacity=0, size=150).encode(tooltip="tooltip_text:N"),
        ),
        words,
        HEIGHT,
    )
