"""The customers who bought in each month: how many came for the first time, how many came again, and how many of those after a lapse."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, ORANGE, PURPLE, heading, layers, month_axis, said, short_numbers, themed
from retention.locale import Words

COLUMNS = ("month", "customers", "kind")

HEIGHT = 280


def customers_by_month(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per month: kept customers below, those of them who came back after a lapse above, new ones on top.

    `kind` is "acquired", "reactivated" or "kept" (without the reactivated), `month` the month's first day.
    """
    labels = {"acquired": words("New customers"), "reactivated": words("Back after a lapse"), "kept": words("Kept without a lapse")}
    column = (
        alt.Chart()
        .transform_calculate(kind_label=said("datum.kind", labels), height=f"indexof({list(labels)[::-1]}, datum.kind)")
        .mark_bar()
        .encode(
            alt.X("month:T").timeUnit("yearmonth").axis(month_axis()),
            alt.Y("customers:Q").title(words("Customers who bought")).axis(labelExpr=short_numbers(words), tickMinStep=1).stack("zero"),
            alt.Color("kind:N").scale(domain=list(labels), range=[ORANGE, PURPLE, BLUE]).legend(labelExpr=said("datum.value", labels)),
            # The kept stand on the ground: their rise or fall is the picture's message.
            alt.Order("height:Q"),
            tooltip=[
                heading("kind_label"),
                alt.Tooltip("month:T").timeUnit("yearmonth").format("%B %Y").title(words("Month")),
                alt.Tooltip("customers:Q").format(",").title(words("Customers")),
            ],
        )
    )
    return themed(layers(column), words, HEIGHT)
