"""Do the rungs alone foretell who will still be buying? What they foretell against what came, quarter by quarter."""

from __future__ import annotations

import altair as alt

from retention.charts.theme import BLUE, DASHED, GREY, ORANGE, PAPER, PURPLE, layers, said, themed
from retention.locale import Words

COLUMNS = ("kind", "steps", "seen", "low", "high", "foretold", "tooltip_text")

HEIGHT = 320
APART = 7  # pixels between the marks of two rungs at the same moment, so that none hides another


def rung_worth_check(words: Words, currency: str | None) -> alt.LayerChart:
    """Per kind, a rung (first_purchase, regular, advocate, lapsed), a dashed line through `foretold` and a dot with its interval at `seen`.

    steps: how many quarters later. Shares (0 to 1) of those once on the rung who were buying customers then; `seen`, `low` and `high`
    are null where only the line has a point.
    """
    rungs = {
        "first_purchase": words("First purchase"),
        "regular": words("Regular"),
        "advocate": words("Advocate"),
        "lapsed": words("Lapsed"),
    }
    legend = alt.Legend(labelExpr=said("datum.value", rungs), symbolOpacity=1, symbolStrokeWidth=0)
    colour = alt.Color("kind:N").scale(domain=list(rungs), range=[ORANGE, BLUE, PURPLE, GREY]).legend(legend)
    later = alt.X("steps:Q").title(
        [words("Quarters later (a quarter: 91 days)"), words("dots: what came; dashed: what the rungs foretell")]
    )
    later = later.scale(domainMin=0, nice=False, padding=18).axis(
        grid=False, tickMinStep=1, format="d", titleAnchor="start", titleAlign="left", titleX=0
    )

    def up_to(field: str) -> alt.Y:
        title = words("Share who are buying customers then")
        return alt.Y(f"{field}:Q").title(title).scale(domain=[0, 1]).axis(format=".0%", tickCount=5)

    beside = alt.expr(f"{APART} * (indexof({list(rungs)}, datum.kind) - 1.5)")
    rows = alt.Chart().encode(later, colour)
    came = rows.transform_filter("isValid(datum.seen)")
    return themed(
        layers(
            rows.mark_line(strokeWidth=2, strokeDash=DASHED).encode(up_to("foretold")),
            came.mark_rule(strokeWidth=3, opacity=0.5, xOffset=beside).encode(up_to("low"), alt.Y2("high")),
            came.mark_point(filled=True, opacity=1, size=80, stroke=PAPER, strokeWidth=1, xOffset=beside).encode(up_to("seen")),
            came.mark_point(opacity=0, size=220, xOffset=beside).encode(up_to("seen"), tooltip="tooltip_text:N"),
        ),
        words,
        HEIGHT,
    )
