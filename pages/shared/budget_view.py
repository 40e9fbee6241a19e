"""What the money would do elsewhere: another parting between winning and keeping, what it frees, and what that could buy."""

from __future__ import annotations

import math

import streamlit as st

from retention.answers.budget import BudgetStart, typed_start
from retention.answers.budget_plan import BudgetPlan, budget_plan
from retention.answers.cost_notes import filters_left_out
from retention.answers.typed_costs import Figures
from retention.sentence import N_
from shared.asked_figures import asked_figure
from shared.budget_asked import choose_assumptions, choose_budget
from shared.budget_frames import cases_csv, cases_table, next_frame, outcomes_table, split_frame
from shared.budget_words import answer_in_words, next_coin_in_words, say_values
from shared.cards import show_chart
from shared.cost_cache import budget_start_of
from shared.csv_download import csv_download
from shared.language import PageWords, md
from shared.link_number import MOST_MONEY
from shared.question import Asked
from shared.wish_list import wish_list

LACKING = N_(
    "What a new and a kept customer bring is not known: set the margin on sales in the sidebar, or type both figures in below. Only where"
    " both bring something can money be weighed."
)
LACKING_TYPED = N_("Type in below what one new and one kept customer bring: their sales of these months and of later ones, less the goods.")


def budget_view(words: PageWords, asked: Asked) -> None:
    """The shop's own window."""
    start = budget_start_of(*asked.key)
    if start.window_first_day is not None and start.as_of is not None:
        st.caption(words("From {first} to {last}.", first=start.window_first_day, last=start.as_of))
    for note in filters_left_out(asked.question):
        st.info(words.say(note, md), icon="ℹ️")
    _show(words, start)


def typed_budget_view(words: PageWords, figures: Figures) -> None:
    """A business typed in."""
    _show(words, typed_start(figures, asked_figure("horizon") or 0))


def _show(words: PageWords, start: BudgetStart) -> None:
    for reason in start.missing:
        st.info(words.say(reason, md), icon="ℹ️")
    if start.missing:
        return
    found, assumptions, rest = st.container(), st.container(), st.container()
    with assumptions:
        st.subheader(words("What nobody knows: your assumptions"))
        assumed = choose_assumptions(words, start)
        say_values(words, start)
    with found:
        if assumed.winning is None or assumed.keeping is None:
            st.info(words(LACKING_TYPED if start.as_of is None else LACKING), icon="ℹ️")
            return
        answer, sliders = st.container(), st.container()
        with sliders:
            budget, share = choose_budget(words, start)
        plan = budget_plan(assumed.winning, assumed.keeping, budget, share, start.otherwise)
        is_counted = assumed.winning.is_second_usable or assumed.keeping.is_second_usable
        with answer:
            answer_in_words(words, plan, start, is_counted)
        _picture(words, plan, start)
    with rest:
        _doubts(words, plan, start.currency)
        if plan.is_freed:
            wish_list(words, plan.freed, plan.freed_low, plan.freed_high, start.currency)
        _what_to_do(words)


def _picture(words: PageWords, plan: BudgetPlan, start: BudgetStart) -> None:
    currency, today = start.currency, _today(start)
    show_chart(
        words,
        "budget_split",
        split_frame(words, plan, today, currency),
        currency,
        words("What is left of the budget, by how much of it goes into winning"),
    )
    st.caption(words("The margin that the won and the kept bring, less the budget. Pale: between the bounds of your assumptions."))
    chosen = plan.chosen
    win = (_average(chosen.share * plan.budget, chosen.won), plan.win_next)
    keep = (_average((1 - chosen.share) * plan.budget, chosen.kept), plan.keep_next)
    st.markdown(next_coin_in_words(words, plan, currency))
    if max(*win, *keep) <= MOST_MONEY:  # where hardly anybody is left to win or keep, the next one costs more than there is money
        show_chart(
            words, "average_and_next", next_frame(words, win, keep, currency), currency, words("Cost on average and of the next customer")
        )
    st.table(outcomes_table(words, plan, currency))


def _doubts(words: PageWords, plan: BudgetPlan, currency: str | None) -> None:
    st.subheader(words("How sure is this?"))
    st.table(cases_table(words, plan, currency).set_index(words("If …")))
    csv_download(words, N_("What each assumption says (CSV)"), "budget.csv", lambda: cases_csv(words.plain, plan, currency))


def _what_to_do(words: PageWords) -> None:
    st.subheader(words("What to do"))
    st.markdown(
        words(
            "Do not move it all at once. Move a tenth for as many months as the figures above cover, count whom it won and kept, and type"
            " that in as a second level of spend: then the ceiling is no guess any more. And mind what a year does not show: without new"
            " customers there is nobody to keep later."
        )
    )


def _today(start: BudgetStart) -> float:
    winning, keeping = start.winning.spend or 0.0, start.keeping.spend or 0.0
    return winning / (winning + keeping)


def _average(spend: float, customers: float) -> float:
    return spend / customers if customers else math.inf
