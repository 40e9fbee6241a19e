"""How a programme could end: thousands of futures by what they bring, those with a loss apart."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, ORANGE, layers, said, short_numbers, themed, told_lines, with_unit
from retention.locale import Words

COLUMNS = ("low", "high", "futures", "kind", "label")

HEIGHT = 280


def programme_futures(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per span of profit from low to high, as tall as so many `futures`; `kind` "loss" in orange, "gain" in blue. A "told" row
    is an upright line at `low` with its `label` on top. Where a span lies on both sides of nothing, give it as two of the same height."""
    kinds = {"loss": words("Loss"), "gain": words("Profit")}
    title = with_unit(words("Profit or loss at the end"), words.currency(currency))
    place = alt.X("low:Q").axis(labelExpr=short_numbers(words), tickCount=alt.expr("ceil(width / 80)"), grid=False).title(title)
    column = (
        alt.Chart()
        .transform_filter("datum.kind != 'told'")
        .mark_rect()
        .encode(
            place,
            alt.X2("high"),
            alt.Y("futures:Q")
            .title(words("Futures"))
            .axis(labelExpr=short_numbers(words), tickCount=5, tickMinStep=1)
            .scale(zero=True, range=[alt.expr("height"), 2 * LINE + 6]),
            alt.Y2Datum(0),
            alt.Color("kind:N").scale(domain=list(kinds), range=[ORANGE, BLUE]).legend(labelExpr=said("datum.value", kinds)),
            tooltip=[
                alt.Tooltip("low:Q").format(",.0f").title(with_unit(words("From"), words.currency(currency))),
                alt.Tooltip("high:Q").format(",.0f").title(with_unit(words("To"), words.currency(currency))),
                alt.Tooltip("futures:Q").format(",d").title(words("Futures in this span")),
            ],
        )
    )
    told = alt.Chart().transform_filter("datum.kind == 'told'")
    return themed(layers(column, *told_lines(told, place, "low", "label")), words, HEIGHT)
