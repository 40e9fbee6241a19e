"""What one customer cost in each quarter or month: one new customer, or one kept."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, ORANGE, layers, short_numbers, themed, with_unit
from retention.locale import Words

COLUMNS = ("period", "cost", "kind", "is_doubtful", "tooltip_text")

HEIGHT = 190


def cost_by_period(words: Words, currency: str | None) -> alt.LayerChart:
    """One bar per period in the frame's order, all of one `kind`: "acquisition" (a new customer) or "retention" (a kept one).

    Paler where the figure is doubtful: not over yet, or old customers may look new. `period`: as in ratio_by_period.
    """
    parted = "replace(datum.value, regexp(' ([^ ]*)$'), '\\n$1')"
    column = (
        alt.X("period:O").sort(None).axis(title=None, grid=False, labelAngle=0, labelOverlap="parity", labelExpr=f"split({parted}, '\\n')")
    )
    title = with_unit(words("Cost of one customer"), words.currency(currency))
    return themed(
        layers(
            alt.Chart()
            .mark_bar(cornerRadiusEnd=3)
            .encode(
                column,
                alt.Y("cost:Q").title(title).axis(labelExpr=short_numbers(words), tickCount=4).scale(zero=True),
                alt.Color("kind:N").scale(domain=["acquisition", "retention"], range=[ORANGE, BLUE]).legend(None),
                opacity=alt.when("datum.is_doubtful").then(alt.value(0.5)).otherwise(alt.value(1)),
                tooltip=alt.Tooltip("tooltip_text:N"),
            )
        ),
        words,
        HEIGHT,
    )
