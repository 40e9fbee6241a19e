"""From being reached to a third purchase: how many go how far."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, GREY, layers, row_words, said, themed
from retention.locale import Words

COLUMNS = ("label", "place", "kind", "length", "people_text", "share_text")

HEIGHT = alt.Step(52)


def reach_funnel(words: Words, currency: str | None) -> alt.LayerChart:
    """One bar per stage in the order of `place`, its name and people above it, below it the share of the stage before.

    `kind` is "contact", "customer" or "unknown" (dashed, with a question mark for people). `length` (0 to 1): people against the largest
    stage of the same kind, because hundreds of thousands reached would leave no bar to the customers.
    """
    labels = {"contact": words("People counted, some perhaps twice"), "customer": words("Customers, each counted once")}
    row = alt.Y("place:O").axis(None)
    length = alt.X("length:Q").scale(domain=[0, 1], range=[2, alt.expr("width")]).axis(None)
    legend = alt.Legend(labelExpr=said("datum.value", labels), columns=alt.expr("width < 520 ? 1 : 2"))
    colour = alt.Color("kind:N").scale(domain=list(labels), range=[GREY, BLUE]).legend(legend)
    bar = alt.Chart().encode(row, x2=alt.value(0))
    return themed(
        layers(
            bar.transform_filter("datum.kind != 'unknown'").mark_bar(height=10, cornerRadiusEnd=3, yOffset=-3).encode(length, colour),
            bar.transform_filter("datum.kind == 'unknown'")
            .mark_bar(height=9, filled=False, strokeWidth=1.5, strokeDash=DASHED, color=GREY, yOffset=-3)
            .encode(x=alt.value("width")),
            *row_words(row, "label", "people_text", above=18),
            alt.Chart().mark_text(align="left", dy=11, limit=alt.expr("width")).encode(row, x=alt.value(0), text="share_text:N"),
        ),
        words,
        HEIGHT,
    )
