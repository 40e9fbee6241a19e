"""What share of all value the most valuable customers bring."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, DOTTED, GREY, INK, TEXT, layers, themed, wrapped
from retention.locale import Words

COLUMNS = ("customer_share", "value_share", "kind", "label")

HEIGHT = 320
SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]
LABEL_WIDTH = 125  # pixels for the words under the upper end of the line of equality


def value_pareto(words: Words, currency: str | None) -> alt.LayerChart:
    """The "curve" rows joined from the best customer to the last, the "equal" rows as a dashed line, each "point" row told in words.

    Shares run from 0 to 1. The "equal" rows are (0, 0) and (1, 1), with the same label; labels break into lines by themselves.
    """
    customers_title, value_title = words("Customers, the best first"), words("Share of all value")
    whole = alt.Scale(domain=[0, 1], nice=False)
    customers = alt.X("customer_share:Q").scale(whole).axis(format=".0%", values=SHARES).title(customers_title)
    value = alt.Y("value_share:Q").scale(whole).axis(format=".0%", values=SHARES).title(value_title)
    curve = alt.Chart().transform_filter("datum.kind == 'curve'").encode(customers, value)
    equal = alt.Chart().transform_filter("datum.kind == 'equal'").encode(customers, value)
    point = alt.Chart().transform_filter("datum.kind == 'point'").encode(customers, value)
    tooltip = [
        alt.Tooltip("customer_share:Q").format(".0%").title(customers_title),
        alt.Tooltip("value_share:Q").format(".0%").title(value_title),
    ]
    return themed(
        layers(
            curve.mark_area(color=BLUE, opacity=0.18),
            equal.mark_line(color=GREY, strokeDash=DASHED, strokeWidth=1.5),
            equal.transform_filter("datum.customer_share == 1")
            .mark_text(align="right", baseline="top", dx=-6)
            .encode(alt.Y("under_line:Q").title(value_title), text="lines:N"),
            curve.mark_line(color=BLUE, strokeWidth=2.5),
            curve.mark_point(opacity=0, size=150).encode(tooltip=tooltip),
            point.mark_rule(strokeDash=DOTTED).encode(y2=alt.value("height")),
            point.mark_rule(strokeDash=DOTTED).encode(x2=alt.value(0)),
            point.mark_point(filled=True, opacity=1, size=110, color=INK),
            point.mark_text(align="left", baseline="top", dx=12, dy=4, fontSize=TEXT, fontWeight="bold").encode(text="lines:N"),
        ).transform_calculate(lines=wrapped("label", letters=10), under_line=f"1 - {LABEL_WIDTH} / width"),
        words,
        HEIGHT,
    )
