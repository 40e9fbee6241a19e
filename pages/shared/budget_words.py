"""A plan of the budget in words: what is freed, how sure that is, and what the next coin brings."""

from __future__ import annotations

import streamlit as st

from retention.answers.budget import BudgetStart
from retention.answers.budget_plan import BudgetPlan
from retention.sentence import N_
from shared.language import PageWords

GUESSED = N_("Depending on the ceilings, which nobody knows, what is freed is from {low} to {high}.")
SHARED = N_(
    "Depending on the ceilings and on what the money spent on both was for, which nobody knows, what is freed is from {low} to {high}."
)
COUNTED = N_("Chance plays a part in how many were won and kept: 90 times in 100, what is freed is from {low} to {high}.")


def answer_in_words(words: PageWords, plan: BudgetPlan, start: BudgetStart, is_counted: bool) -> None:
    """What the same money would bring parted best; what it would free instead, with what is forgone then; how sure that is.

    is_counted: whether a second level of spend is known, so that the range is that of chance in the customers counted.
    """
    given = {"budget": words.money(plan.budget, start.currency), "share": words.percent(plan.chosen.share, 0)}
    gain = words.money(plan.gain, start.currency)
    if plan.is_worth_moving:
        text = N_(
            "**On the assumptions below, the same {budget} would bring {gain} more margin** with {part} of it for winning instead of"
            " {share}."
        )
        said = words(text, gain=gain, part=words.percent(plan.best.share, 0), **given)
    else:
        text = N_(
            "**On the assumptions below, parting {budget} otherwise than with {share} for winning would change little**, whatever the"
            " averages say."
        )
        said = words(text, **given)
    if plan.is_freed:
        text = N_(
            "Or {freed} of it could go elsewhere: {spent} with {part} for winning bring as much margin as {budget} with {share}. But then"
            " those {gain} more do not come either."
        )
        freed, spent = words.money(plan.freed, start.currency), words.money(plan.cheapest.cost, start.currency)
        said += " " + words(text, freed=freed, spent=spent, part=words.percent(plan.cheapest.share, 0), gain=gain, **given)
    st.markdown(said)
    bounds = {"low": words.money(plan.freed_low, start.currency), "high": words.money(plan.freed_high, start.currency)}
    doubt = words(COUNTED if is_counted else SHARED if start.otherwise else GUESSED, **bounds)
    for case in plan.cases:
        if case.case == "most_stay_anyway":
            freed, part = words.money(case.freed, start.currency), words.percent(case.best_share, 0)
            text = N_(
                "If nine in ten of the kept would have stayed without any spending, it is {freed}, and the best part for winning is {part}."
            )
            doubt += " " + words(text, freed=freed, part=part)
    st.markdown(doubt)


def next_coin_in_words(words: PageWords, plan: BudgetPlan, currency: str | None) -> str:
    """What a further coin brings on each side, and up to where spending pays at all."""
    hundred = words.money(100, currency, 0)
    brings = {name: words.money(100 * back, currency, 0) for name, back in (("win", plan.win_return), ("keep", plan.keep_return))}
    said = words(
        "On these assumptions, a further {hundred} would bring {win} of margin on winning and {keep} on keeping.", hundred=hundred, **brings
    )
    limit = {
        "limit": words.money(plan.worthwhile, currency, 0),
        "low": words.money(plan.worthwhile_low, currency, 0),
        "high": words.money(plan.worthwhile_high, currency, 0),
    }
    more = words(
        "On these curves spending pays up to {limit} in all ({low} to {high}): beyond, money brings back less than itself.", **limit
    )
    return f"{said} {more}"


def say_values(words: PageWords, start: BudgetStart) -> None:
    """Where what a customer brings comes from."""
    won, kept = start.winning, start.keeping
    if won.value is None or kept.value is None:
        return
    ranges = [
        words.money(side.value or 0.0, start.currency)
        if side.value_low is None or side.value_high is None
        else words(
            "{money} ({low} to {high})",
            money=words.money(side.value or 0.0, start.currency),
            low=words.number(side.value_low),
            high=words.number(side.value_high),
        )
        for side in (won, kept)
    ]
    text = (
        N_("In your data a new customer brings {won} and a kept one {kept}: in these months and, by the forecast, {ahead} after them.")
        if start.is_foreseen
        else N_("In your data a new customer brought {won} and a kept one {kept} in these months; too few have bought to foresee more.")
    )
    ahead = words.plural("{count} month", "{count} months", start.horizon_months)
    st.caption(words(text, won=ranges[0], kept=ranges[1], ahead=ahead))
