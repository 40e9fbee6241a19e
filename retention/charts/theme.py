"""What all charts share: a few colours that hold on light and dark paper, the page's number forms, one common configuration."""

from __future__ import annotations

import json

import altair as alt

from retention.locale import Words

# Mid-tones: each stands out 3 : 1 or more from white and from near-black, and the first three stay apart for colour-blind eyes.
BLUE = "#3b82c4"  # kept customers, your own figures, gains
ORANGE = "#d9772b"  # won customers, rewards paid out
PURPLE = "#9a6bc2"  # fixed costs
GREY = "#858a92"  # comparisons, what is not the shop's own
# Texts and lines of the picture itself turn with the paper, as Streamlit hands it over in `background`.
INK = alt.expr("luminance(background) < 0.3 ? '#e6e9ec' : '#26313c'")
PAPER = alt.expr("background")

# A chart is built without data: the page hands them over under this name, which is the one Streamlit uses.
PAGE_DATA = alt.NamedData("source")

TEXT, SMALL_TEXT, BIG_TEXT = 14, 12, 17
# A figure for each side: Streamlit cannot read a single number here.
PADDING = {"left": 4, "top": 4, "right": 4, "bottom": 4}
DOTTED = [2, 4]
DASHED = [5, 4]
LETTER, LARGE_LETTER = 6.5, 7.5  # pixels a bold letter of SMALL_TEXT and of TEXT takes, to hold long words inside the picture
LINE = 17  # pixels per line of words
FIGURES = 124  # pixels kept free for figures to the right of rows of marks
MONTH_AND_YEAR = "[timeFormat(datum.value, '%b'), timeFormat(datum.value, '%Y')]"  # on two lines


def layers(*drawings: alt.Chart) -> alt.LayerChart:
    """The drawings one upon another, the first at the bottom, all of the data that the page will hand over."""
    return alt.LayerChart(data=PAGE_DATA, layer=drawings)


def themed(chart: alt.LayerChart, words: Words, height: int | alt.Step) -> alt.LayerChart:
    """The chart in the shared look, `height` pixels tall (a step: per row), as wide as the page lets it be, axes in the page's language."""
    dressed: alt.LayerChart = chart.properties(height=height, padding=PADDING).configure(
        locale=words.vega_locale(),
        mark=alt.MarkConfig(tooltip=None),
        text=alt.MarkConfig(color=INK, fontSize=SMALL_TEXT, lineBreak="\n"),
        rule=alt.MarkConfig(color=INK),
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(titlePadding=8, labelPadding=6, labelFontSize=SMALL_TEXT, titleFontSize=SMALL_TEXT, titleFontWeight="normal"),
        # A title written along the top costs no width on a phone and no turning of the head.
        axisY=alt.AxisConfig(titleAngle=0, titleAlign="left", titleBaseline="bottom", titleX=0, titleY=-8, labelFlush=False),
        legend=alt.LegendConfig(
            orient="top",
            title=None,
            direction="horizontal",
            labelFontSize=SMALL_TEXT,
            labelLimit=260,
            symbolType="square",
            offset=28,
            padding=0,
            columns=alt.expr("width < 420 ? 2 : 0"),
        ),
        bar=alt.BarConfig(binSpacing=1),
    )
    return dressed


def with_unit(title: str, unit: str) -> str:
    """An axis title with its unit: "Cost per customer, €"; the bare title where the unit is not known."""
    return f"{title}, {unit}" if unit else title


def short_numbers(words: Words) -> str:
    """The expression that writes an axis number short in the page's language: 1500000 as "1.5M", "1,5 млн", "1,5 mil."."""
    millions = _number_in(words("{number}M"), "datum.value / 1e6")
    thousands = _number_in(words("{number}k"), "datum.value / 1e3")
    return f"abs(datum.value) >= 1e6 ? {millions} : abs(datum.value) >= 1e3 ? {thousands} : {_number_in('{number}', 'datum.value')}"


def round_numbers_only(label: str) -> str:
    """The expression that leaves most ticks of a logarithmic axis without words: 1, 10, 100 … have them, where there is room also 2, 5 …"""
    tens = "log(domain('x')[1] / domain('x')[0]) / LN10"
    digits = f"width > 170 * {tens} ? '125' : '1'"
    return f"indexof({digits}, substring(format(datum.value, '.0e'), 0, 1)) >= 0 ? ({label}) : ''"


def month_axis() -> alt.Axis:
    """The axis of a month per column, which names as many months as there is room for."""
    return alt.Axis(
        title=None,
        grid=False,
        tickCount=alt.expr("ceil(width / 55)"),
        labelExpr=f"date(datum.value) == 1 ? {MONTH_AND_YEAR} : ''",
    )


def day_axis() -> alt.Axis:
    """The axis of single days: months and years where they begin, days between them where the time shown is short."""
    return alt.Axis(
        title=None,
        grid=False,
        tickCount=alt.expr("ceil(width / 90)"),
        labelExpr=f"date(datum.value) == 1 ? {MONTH_AND_YEAR} : timeFormat(datum.value, '%e %b')",
    )


def axis_below_rows(words: Words, title: str, marks: str) -> alt.Axis:
    """The money axis under rows of marks; a second line of its title, which may be long, says what the marks mean."""
    return alt.Axis(
        labelExpr=short_numbers(words),
        tickCount=alt.expr("ceil(width / 120)"),
        title=[title, marks],
        titleAnchor="start",
        titleAlign="left",
        titleX=0,
    )


def row_words(row: alt.Y, label: str, figure: str, above: int) -> tuple[alt.Chart, alt.Chart]:
    """A row's name on the left, its figure in bold on the right, `above` the row's middle; a long name ends in dots before the figure."""
    text = alt.Chart().encode(row)
    room = alt.expr(f"max(60, width - {LARGE_LETTER} * length(datum.{figure}) - 12)")
    return (
        text.mark_text(align="left", dy=-above, fontSize=TEXT, limit=room).encode(x=alt.value(0), text=f"{label}:N"),
        text.mark_text(align="right", dy=-above, fontSize=TEXT, fontWeight="bold").encode(x=alt.value("width"), text=f"{figure}:N"),
    )


def told_lines(
    rows: alt.Chart, place: alt.X, at: str, label: str, dash: list[int] | alt.ExprRef = DASHED
) -> tuple[alt.Chart, alt.Chart, alt.Chart]:
    """One upright line per row at its `at`, its words on top: a line of words for each, so that near ones stay readable.

    All words go to the side with more room, and the lines end at different heights, so that none crosses the words of another.
    Keep free LINE pixels per row above whatever else is drawn.
    """
    told = (
        rows.transform_window(line="row_number()", sort=[alt.SortField(at)])
        .transform_joinaggregate(least=f"min({at})", most=f"max({at})", lines="count()")
        .encode(place)
    )
    x, long = f"scale('x', datum.{at})", f"{LETTER} * length(datum.{label})"
    on_left = "scale('x', datum.least) + scale('x', datum.most) > width"
    top = f"{LINE} * ({on_left} ? datum.lines - datum.line : datum.line - 1)"

    def written(halo: bool) -> alt.Chart:
        drawn: alt.Chart = told.encode(text=f"{label}:N").mark_text(
            y=alt.expr(top),
            baseline="top",
            fontWeight="bold",
            align=alt.expr(f"{on_left} ? 'right' : 'left'"),
            dx=alt.expr(f"{on_left} ? max(0, {long} - {x}) : min(0, width - {x} - {long})"),
            stroke=PAPER if halo else alt.Undefined,
            strokeWidth=3 if halo else alt.Undefined,
            aria=not halo,
        )
        return drawn

    rule = told.mark_rule(strokeDash=dash, strokeWidth=1.5, y=alt.expr(f"{top} + {LINE}"), y2=alt.expr("height"))
    return rule, written(halo=True), written(halo=False)  # the halo keeps long words clear of another's line


def said(value: str, labels: dict[str, str]) -> str:
    """The expression that says a kind in words: where `value` is 'kept', "Kept customers"."""
    chosen = json.dumps("")
    for kind, label in labels.items():
        chosen = f"{value} == '{kind}' ? {json.dumps(label)} : {chosen}"
    return chosen


def heading(field: str) -> alt.Tooltip:
    """A tooltip's first line, large and without a name: the tooltip takes the name "title" for that."""
    return alt.Tooltip(f"{field}:N").title("title")


def wrapped(field: str, letters: int) -> str:
    """The expression that breaks a text into lines, each at the first space after so many letters, so that it stands on a phone too."""
    return f"replace(datum.{field}, regexp('(.{{{letters},}}?) (?=.{{4}})', 'g'), '$1\\n')"


def _number_in(template: str, value: str) -> str:
    before, _, after = template.partition("{number}")
    return f"{json.dumps(before)} + format({value}, ',.2~f') + {json.dumps(after)}"
