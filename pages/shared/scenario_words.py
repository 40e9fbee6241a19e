"""A scenario in words: what it is called until somebody names it, and what was set in it."""

from __future__ import annotations

from retention.programmes import by_name
from retention.programmes.assumption import Assumption
from retention.programmes.evaluate import FIRST_YEAR
from retention.programmes.named_scenario import LONGEST_NAME
from retention.programmes.scenario import Scenario
from shared.language import PageWords
from shared.try_settings import is_decision, rung_in_words


def suggested_name(words: PageWords, scenario: Scenario) -> str:
    """The programme with the figure that the owner decides on first: "Cashback 5%"."""
    programme, values = by_name(scenario.programme), dict(scenario.values)
    label = words(programme.label)
    first = programme.assumptions[0]
    if is_decision(first) and first.unit == "share":
        label = f"{label} {words.percent(values.get(first.name, first.likely))}"
    return label[:LONGEST_NAME]


def scenario_in_words(words: PageWords, scenario: Scenario, currency: str | None) -> str:
    """The programme, whatever was set otherwise than suggested, for whom and how long."""
    programme = by_name(scenario.programme)
    known = programme.named
    parts = [words(programme.label)]
    for name, value in scenario.values:
        plain, _, rung = name.partition(".")
        label = words(known[plain].label)
        figure = figure_in_words(words, known[plain], value, currency)
        if rung:
            whom = rung_in_words(words, rung)
            parts.append(words("{label} ({rung}): {figure}", label=label, rung=whom, figure=figure))
        else:
            parts.append(words("{label}: {figure}", label=label, figure=figure))
    if not scenario.values:
        parts.append(words("all figures as suggested"))
    if scenario.offered is not None:
        rungs = ", ".join(rung_in_words(words, rung) for rung in scenario.offered)
        parts.append(words("offered to: {rungs}", rungs=rungs))
    if scenario.months != FIRST_YEAR:
        parts.append(words.plural("{count} month", "{count} months", scenario.months))
    return "; ".join(parts)


def figure_in_words(words: PageWords, assumption: Assumption, value: float, currency: str | None) -> str:
    """A value of the assumption with its unit."""
    match assumption.unit:
        case "share":
            return words.percent(value)
        case "money":
            return words.money(value, currency)
        case "months":
            return words.plural("{count} month", "{count} months", round(value)) if value == round(value) else words.number(value, 1)
        case _:
            return words.number(value, 0 if value == round(value) else 2)
