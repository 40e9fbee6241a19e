"""Month by month, what moved up the ladder and what moved down."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, LINE, ORANGE, layers, month_axis, said, short_numbers, themed
from retention.locale import Words

COLUMNS = ("month", "kind", "place", "moves", "tooltip_text", "is_complete", "label")

HEIGHT = 320


def moves_by_month(words: Words, currency: str | None) -> alt.LayerChart:
    """One column per month (`month` is its first day): `moves` above zero go up, below zero down, in the order of `place` from zero.

    A month that is not complete is paler, and its `label` says so on top.
    """
    labels = {
        "new": words("First purchase ever"),
        "came_back": words("Came back"),
        "climbed": words("Climbed"),
        "lapsed": words("Lapsed since"),
        "slipped": words("Slipped"),
    }
    colours = [BLUE, f"{BLUE}a6", f"{BLUE}66", ORANGE, f"{ORANGE}80"]
    return up_and_down(words, "moves", words("Moves up and down"), labels, colours)


def up_and_down(words: Words, amount: str, title: str, labels: dict[str, str], colours: list[str]) -> alt.LayerChart:
    """A column per month from zero both ways, divided by their kind; figures below zero are written without their sign."""
    axis = alt.Axis(labelExpr=short_numbers(words).replace("datum.value", "abs(datum.value)"), tickCount=6, tickMinStep=1)
    column = (
        alt.Chart()
        .mark_bar()
        .encode(
            alt.X("month:T").timeUnit("yearmonth").axis(month_axis()),
            alt.Y(f"{amount}:Q").title(title).axis(axis).stack("zero").scale(range=[alt.expr("height"), LINE + 4]),
            alt.Color("kind:N").scale(domain=list(labels), range=colours).legend(labelExpr=said("datum.value", labels)),
            alt.Order("place:Q"),
            opacity=alt.when("datum.is_complete").then(alt.value(1)).otherwise(alt.value(0.45)),
            tooltip="tooltip_text:N",
        )
    )
    told = (
        alt.Chart()
        .transform_filter("!datum.is_complete")
        .transform_aggregate(groupby=["label"], rows="count()")
        .mark_text(x=alt.expr("width"), y=0, align="right", baseline="top")
        .encode(text="label:N")
    )
    nothing = alt.Chart().transform_aggregate(rows="count()").mark_rule().encode(alt.YDatum(0).title(title))
    return themed(layers(column, nothing, told), words, HEIGHT)
