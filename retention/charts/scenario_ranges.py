"""Several scenarios one below the other: what each would bring, and how far it may turn out higher or lower."""

from __future__ import annotations

import altair as alt

from retention.charts.interest_mix import COLOURS
from retention.charts.theme import INK, axis_below_rows, heading, layers, themed, with_unit
from retention.charts.value_by_group import HEIGHT, along, dots_with_ranges, row_texts
from retention.locale import Words

COLUMNS = ("label", "place", "net", "low", "high", "net_text", "range_text", "loss_text")
MOST = 5  # scenarios that can be told apart


def scenario_colour() -> alt.Color:
    """The colour of a scenario by its `place` (1 to MOST), the same in all pictures of one comparison."""
    return alt.Color("place:O").scale(domain=list(range(1, MOST + 1)), range=list(COLOURS[:MOST])).legend(None)


def scenario_ranges(words: Words, currency: str | None) -> alt.LayerChart:
    """One row per scenario in the order of `place`: a dot at `net`, a line from `low` to `high`, an upright line where nothing is done.

    `label` is text that somebody typed; `loss_text` stands small under the figure on the right.
    """
    title = with_unit(words("Profit over the months compared"), words.currency(currency))
    marks = words("dot: as set; line: 90 of 100 futures; upright line: doing nothing")
    axis = axis_below_rows(words, title, marks)
    tooltip = [
        heading("label"),
        alt.Tooltip("net_text:N").title(words("Profit")),
        alt.Tooltip("range_text:N").title(words("90 of 100 futures lie between")),
        alt.Tooltip("loss_text:N").title(words("Risk")),
    ]
    nothing = alt.Chart().transform_aggregate(rows="count()").mark_rule(color=INK, opacity=0.6).encode(alt.XDatum(0).title(title))
    reach = alt.Chart().mark_rule(opacity=0).encode(along("low", axis), alt.X2("high"))  # unseen: the scale before the line of nothing
    return themed(
        layers(reach, nothing, *dots_with_ranges("net", axis, scenario_colour(), tooltip), *row_texts("net_text", "loss_text")),
        words,
        HEIGHT,
    )
