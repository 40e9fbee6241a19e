"""How many customers buy steadily, once a year, unevenly, and how much of the money each kind brings."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, FIGURES, GREY, TEXT, heading, layers, themed
from retention.locale import Words

COLUMNS = ("label", "place", "customer_share", "money_share", "customers_text", "money_text")

HEIGHT = alt.Step(52)


def stability_shares(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per kind in the order of `place`: its name above, a grey bar for its share of customers, a blue one for that of the money.

    There is no axis: each bar carries its own share in words (`customers_text`, `money_text`), and all begin at nothing.
    """
    row = alt.Y("place:O").axis(None)
    bar = alt.Chart().encode(row)
    text = bar.encode(x=alt.value("width"))
    tooltip = [
        heading("label"),
        alt.Tooltip("customers_text:N").title(words("Customers")),
        alt.Tooltip("money_text:N").title(words("Money")),
    ]

    def along(field: str) -> alt.X:
        return alt.X(f"{field}:Q").scale(zero=True, nice=False, range=[0, alt.expr(f"width - {FIGURES}")]).axis(None)

    return themed(
        layers(
            bar.mark_bar(height=8, cornerRadiusEnd=2, color=GREY, yOffset=4).encode(along("customer_share"), tooltip=tooltip),
            bar.mark_bar(height=8, cornerRadiusEnd=2, color=BLUE, yOffset=17).encode(along("money_share"), tooltip=tooltip),
            bar.mark_text(align="left", dy=-13, fontSize=TEXT, limit=alt.expr("width")).encode(x=alt.value(0), text="label:N"),
            text.mark_text(align="right", dy=4).encode(text="customers_text:N"),
            text.mark_text(align="right", dy=18, fontWeight="bold").encode(text="money_text:N"),
        ),
        words,
        HEIGHT,
    )
