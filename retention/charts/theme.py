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


def layers(*drawings: alt.Chart) -> alt.LayerChart:
    """The drawings one upon another, the first at the bottom, all of the data that the page will hand over."""
    return alt.LayerChart(data=PAGE_DATA, layer=drawings)


def themed(chart: alt.LayerChart, words: Words, height: int) -> alt.LayerChart:
    """The chart in the shared look, `height` pixels tall and as wide as the page lets it be, its axes in the page's language."""
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
