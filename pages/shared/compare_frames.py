"""From a comparison to the frames of its charts and to its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from retention.answers.compare import Compared, Comparison
from retention.answers.programme_verdict import month_lost_again
from retention.programmes.scenario import code_of
from retention.report.csv_table import csv_table
from retention.sentence import N_
from shared.cell_table import Cell, money, share, text
from shared.csv_download import THIS_TABLE, csv_download
from shared.language import PageWords


@dataclass(frozen=True)
class Column:
    """A column of the table: what it is called, what it means, and what stands in it."""

    title: str
    meaning: str
    cell: Callable[[PageWords, Compared, str | None], Cell]


def _months(words: PageWords, row: Compared, currency: str | None) -> Cell:
    month, lost = row.outcome.payback_month, month_lost_again(row.outcome)
    if row.outcome.cost <= 0:
        return words("nothing spent"), None
    if lost is not None:
        return words("{month}, then lost again", month=lost), None
    return (words("not within these months"), None) if month is None else (words.plain.number(month), month)


def _break_even(words: PageWords, row: Compared, currency: str | None) -> Cell:
    is_of_sales = row.outcome.lever == "frequency_lift"
    return share(words, row.outcome.break_even_lift) if is_of_sales else text("—")


def _people(words: PageWords, people: float) -> Cell:
    return words.plain.number(people), people


COLUMNS = (
    Column(
        N_("Profit"),
        N_("Margin on sales that would not have come otherwise, less everything the scenario costs, over all months compared."),
        lambda words, row, currency: money(words, row.outcome.net, currency),
    ),
    Column(
        N_("Low end"),
        N_("In 5 of 100 futures the profit is lower than this: every figure that nobody knows is drawn within its range 10,000 times."),
        lambda words, row, currency: money(words, row.outcome.p5, currency),
    ),
    Column(
        N_("High end"),
        N_("In 5 of 100 futures the profit is higher than this."),
        lambda words, row, currency: money(words, row.outcome.p95, currency),
    ),
    Column(
        N_("Loses in"),
        N_("The share of futures in which the scenario costs more than it brings."),
        lambda words, row, currency: share(words, row.outcome.probability_of_loss),
    ),
    Column(
        N_("Best in"),
        N_("The share of futures in which it brings more than all others and more than doing nothing."),
        lambda words, row, currency: share(words, row.best_share),
    ),
    Column(
        N_("After the first months"),
        N_("Profit or loss by the end of the third month: what looks well at once may not stay so."),
        lambda words, row, currency: money(words, row.short_net, currency),
    ),
    Column(
        N_("Extra margin"),
        N_("What is left of sales that would not have come otherwise, after the goods and before rewards."),
        lambda words, row, currency: money(words, row.outcome.extra_margin, currency),
    ),
    Column(
        N_("Cost"),
        N_("Rewards, participants' and fixed costs and what is paid before the start; below zero where more is saved than spent."),
        lambda words, row, currency: money(words, row.outcome.cost, currency),
    ),
    Column(
        N_("Paid for nothing"),
        N_("The share of the rewards that goes to what customers would have done anyway."),
        lambda words, row, currency: share(words, row.outcome.subsidy_share),
    ),
    Column(N_("Paid back in month"), N_("The first month from whose end on everything spent has come back for good."), _months),
    Column(
        N_("Needs extra sales of"),
        N_(
            "By how much participants' sales must grow for the scenario to pay, on average over the first year; a dash where it hangs on"
            " something else than sales."
        ),
        _break_even,
    ),
    Column(
        N_("In money of today"),
        N_("The same profit, with money of later months counted for less."),
        lambda words, row, currency: money(words, row.outcome.present_value, currency),
    ),
    Column(
        N_("Customers more at the end"),
        N_("How many more people are still buying after the last month than without the scenario; below zero: fewer."),
        lambda words, row, currency: _people(words, row.outcome.kept),
    ),
    Column(
        N_("Brings later"),
        N_("What these people are expected to bring in margin in the two years after, in money of then; not part of the profit."),
        lambda words, row, currency: money(words, row.outcome.later_value, currency),
    ),
    Column(
        N_("With the two years after"),
        N_("The profit and what it brings later, in all."),
        lambda words, row, currency: money(words, row.outcome.net_with_later, currency),
    ),
    Column(
        N_("Still owed"),
        N_("Rewards earned and not yet claimed after the last month; part of the cost already."),
        lambda words, row, currency: money(words, row.outcome.liability, currency),
    ),
)


def ranges_frame(words: PageWords, found: Comparison, currency: str | None) -> pd.DataFrame:
    """What each scenario brings, with the range of 90 of 100 futures."""
    plain = words.plain
    rows = []
    for place, row in enumerate(found.rows, start=1):
        outcome = row.outcome
        between = words("{low} to {high}", low=plain.money(outcome.p5, currency), high=plain.money(outcome.p95, currency))
        loss = words("loses in {share}", share=plain.percent(outcome.probability_of_loss, 0))
        rows.append((row.named.name, place, outcome.net, outcome.p5, outcome.p95, plain.money(outcome.net, currency), between, loss))
    return pd.DataFrame(rows, columns=["label", "place", "net", "low", "high", "net_text", "range_text", "loss_text"])


def running_frame(words: PageWords, found: Comparison, currency: str | None) -> pd.DataFrame:
    """Where each scenario's running total stands at the start and after every month."""
    rows = []
    for place, row in enumerate(found.rows, start=1):
        totals = [-row.outcome.setup_cost, *(month.cumulative for month in row.outcome.months)]
        rows += [(month, row.named.name, place, total, words.plain.money(total, currency)) for month, total in enumerate(totals)]
    return pd.DataFrame(rows, columns=["month", "name", "place", "amount", "amount_text"])


def comparison_table(words: PageWords, found: Comparison, currency: str | None) -> None:
    """All figures of all scenarios, doing nothing last, each column with its meaning; and the same as CSV."""
    name = words("Scenario")
    titles = [words(column.title) for column in COLUMNS]
    nothing = ["—" for _ in COLUMNS]
    nothing[0], nothing[4] = words.plain.money(0, currency), words.plain.percent(found.nothing_best_share)
    rows = [[row.named.name, *(column.cell(words, row, currency)[0] for column in COLUMNS)] for row in found.rows]
    meanings = {title: st.column_config.Column(help=words(column.meaning)) for title, column in zip(titles, COLUMNS, strict=True)}
    st.dataframe(
        pd.DataFrame([*rows, [words("Do nothing"), *nothing]], columns=[name, *titles]),
        hide_index=True,
        width="stretch",
        key="comparison",
        column_config={name: st.column_config.Column(pinned=True), **meanings},
    )
    csv_download(words, THIS_TABLE, "comparison.csv", lambda: comparison_file(words, found, currency))


def comparison_file(words: PageWords, found: Comparison, currency: str | None) -> bytes:
    """The same table as CSV, with the settings of each scenario."""
    lines = []
    for row in found.rows:
        figures = [column.cell(words, row, currency)[1] for column in COLUMNS]
        written = ["" if figure is None else figure for figure in figures]
        lines.append([row.named.name, found.months, *written, code_of(row.named.scenario)])
    return csv_table([words("Scenario"), words("Months"), *(words(column.title) for column in COLUMNS), words("Settings")], lines)
