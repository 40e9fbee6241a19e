"""Whether those expected to buy most did buy most: purchases expected and purchases made, a tenth of the customers at a time."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, ORANGE, layers, said, short_numbers, themed
from retention.locale import Words

COLUMNS = ("tenth", "purchases", "kind", "tooltip_text")

HEIGHT = 300


def forecast_deciles(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per tenth for what came ("actual"), a stroke across it for what was "expected"; tenth 1 was expected to buy most."""
    labels = {"actual": words("What came"), "expected": words("What was expected")}
    tenth = alt.X("tenth:O").title(words("Tenths of the customers, 1: expected to buy most")).axis(labelAngle=0, grid=False)
    purchases = alt.Y("purchases:Q").title(words("Purchases")).axis(labelExpr=short_numbers(words), tickCount=6)
    colour = alt.Color("kind:N").scale(domain=list(labels), range=[BLUE, ORANGE]).legend(labelExpr=said("datum.value", labels))
    both = alt.Chart().encode(tenth, purchases, colour, tooltip="tooltip_text:N")
    return themed(
        layers(
            both.transform_filter("datum.kind == 'actual'").mark_bar(opacity=1),
            both.transform_filter("datum.kind == 'expected'").mark_tick(thickness=4, opacity=1),
        ),
        words,
        HEIGHT,
    )
