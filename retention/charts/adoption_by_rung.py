"""Which share of each rung took up a new product, and how far each share can be trusted."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, heading, layers, themed
from retention.charts.value_by_group import HEIGHT, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "share", "low", "high", "share_text", "range_text", "people_text", "is_new")


def adoption_by_rung(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per rung in the order of `place`: its name above, a dot at the share, a line from `low` to `high`, figures on the right.

    Customers who were new in the window (`is_new`) stand in grey: they are compared with nobody.
    """
    axis = alt.Axis(
        format=".0%",
        tickCount=alt.expr("ceil(width / 120)"),
        title=[words("Took up something new"), words("line: where the share lies 95 times in 100")],
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
    )
    colour = alt.ColorValue(BLUE, condition=[{"test": "datum.is_new", "value": GREY}])
    tooltip = [
        heading("label"),
        alt.Tooltip("share_text:N").title(words("Took up something new")),
        alt.Tooltip("range_text:N").title(words("95 times in 100")),
        alt.Tooltip("people_text:N").title(words("Customers")),
    ]
    return themed(
        layers(*dots_with_ranges("share", axis, colour, tooltip), *row_texts("share_text", "people_text")),
        words,
        HEIGHT,
    )
