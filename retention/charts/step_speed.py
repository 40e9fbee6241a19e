"""Which share of people has taken each step of the ladder by so many days after they could."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, GREY, ORANGE, PURPLE, heading, layers, themed
from retention.locale import Words

COLUMNS = ("place", "step_label", "day", "share", "low", "high")

HEIGHT = 320


def step_speed(words: Words, currency: str | None) -> alt.LayerChart:
    """A line per step in the order of `place`, with the band that holds the share 95 times in 100; `day` counts from the lower rung."""
    day = alt.X("day:Q").scale(nice=False).title(words("Days since standing on the lower rung"))
    day = day.axis(grid=False, format="d", tickMinStep=1, tickCount=alt.expr("ceil(width / 70)"))
    axis = alt.Axis(format=".0%", tickCount=6)

    def up_to(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q").title(words("Have taken the step by then")).axis(axis).scale(zero=True)

    colour = (
        alt.Color("step_label:N")
        .sort(field="place", op="min")
        .scale(range=[BLUE, ORANGE, PURPLE, GREY])
        .legend(columns=alt.expr("width < 520 ? 1 : 2"), symbolStrokeWidth=0, symbolOpacity=1)
    )
    rows = alt.Chart().encode(day, colour)
    figures = {
        "day": (words("Day"), "d"),
        "share": (words("Have taken the step by then"), ".1%"),
        "low": (words("At least"), ".1%"),
        "high": (words("At most"), ".1%"),
    }
    tooltip = [heading("step_label"), *(alt.Tooltip(f"{field}:Q").title(name).format(form) for field, (name, form) in figures.items())]
    return themed(
        layers(
            rows.mark_area(opacity=0.15).encode(up_to("low"), alt.Y2("high")),
            rows.mark_line(interpolate="step-after", strokeWidth=2.5).encode(up_to("share")),
            rows.mark_point(opacity=0, size=150).encode(up_to("share"), tooltip=tooltip),
        ),
        words,
        HEIGHT,
    )
