"""What a visitor assumes of winning and keeping: the budget, its parting, and how either side answers to money; all of it in the link."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from retention.answers.budget import BudgetStart, SideNow
from retention.answers.money_response import Response
from retention.sentence import N_
from shared.carried import IN_LINK
from shared.language import PageWords
from shared.link_choice import link_choice
from shared.link_figure import link_figure
from shared.link_number import link_money, link_people

SOURCES = {"ceilings": N_("A guess at the ceiling"), "levels": N_("A second level of spend")}
MOST_ANYWAY = 95  # per cent: somebody has to come for money, or no curve can be drawn
STEP = 100.0  # of money
USUAL_CEILINGS = (120, 250)  # per cent of today's: an assumption, the same for both sides so that neither is favoured
TITLES = {
    "win": (
        N_("New customers at best, % of today's"),
        N_("New customers who would have come anyway, %"),
        N_("What one new customer brings in margin, {currency}"),
        N_("Spent on winning in another period, {currency}"),
        N_("New customers in that period"),
    ),
    "keep": (
        N_("Kept customers at best, % of today's"),
        N_("Kept customers who would have stayed anyway, %"),
        N_("What one kept customer brings in margin, {currency}"),
        N_("Spent on keeping in another period, {currency}"),
        N_("Kept customers in that period"),
    ),
}
TODAY = {  # by side, and whether it is known how many there could have been
    ("win", False): N_("Won: today {today}; at best {low} to {high}."),
    ("win", True): N_("Won: today {today}, with {all} people reached; at best {low} to {high}."),
    ("keep", False): N_("Kept: today {today}; at best {low} to {high}."),
    ("keep", True): N_("Today {today} of {all} earlier customers; at best {low} to {high}."),
}


@dataclass(frozen=True)
class Assumed:
    """Both sides with what is assumed of them; None where a value is still lacking."""

    winning: Response | None
    keeping: Response | None


def choose_budget(words: PageWords, start: BudgetStart) -> tuple[float, float]:
    """The budget in money and the part of it for winning, 0 to 1; today's until somebody moves a slider."""
    winning, keeping = start.winning.spend or 0.0, start.keeping.spend or 0.0
    with st.grid(min_column_width=320):
        per_cent = st.slider(words("Budget for winning and keeping, % of today's"), 10, 300, 100, 5, key="budget_per_cent", **IN_LINK)
        today = round(100 * winning / (winning + keeping))
        share = link_figure(words, N_("Of it for winning new customers, %"), "winning_share", 0, 100, today)
    budget = (winning + keeping) * per_cent / 100
    # today's share is no whole per cent: the slider's own place must mean today, not nearly today
    exact = winning / (winning + keeping) if share is None else share / 100
    return budget, exact


def choose_assumptions(words: PageWords, start: BudgetStart) -> Assumed:
    """How many could be won and kept at best, or a second level of spend; who would come anyway; what a customer brings."""
    st.caption(
        words(
            "Each further coin brings less than the one before, up to a ceiling that no money lifts. Figures of one period cannot tell that"
            " ceiling, so it is a guess between two bounds: the line above is drawn halfway between them, the pale band over all between."
            " Customers won and kept in another period of the same length, with another spend, tell it better."
        )
    )
    source = link_choice(words, N_("How money works is taken from"), SOURCES, list(SOURCES), "money_works")
    with st.grid(min_column_width=320):
        sides = [_side(words, start, name, now, source) for name, now in (("win", start.winning), ("keep", start.keeping))]
    return Assumed(*sides)


def _side(words: PageWords, start: BudgetStart, name: str, now: SideNow, source: str) -> Response | None:
    ceiling, anyway, value, spent, customers = TITLES[name]
    unit = words.currency(start.currency) or words("in your currency")
    with st.container(border=True):
        second, bounds = None, USUAL_CEILINGS
        if source == "levels":
            money = link_money(words, spent, f"{name}_other_spend", None, STEP, currency=unit)
            people = link_people(words, customers, f"{name}_other_customers", 0, None)
            second = (money, people) if money and people else None
        else:
            bounds = st.slider(words(ceiling), 101, 1000, USUAL_CEILINGS, key=f"{name}_at_best", **IN_LINK)
        usual = min(round(100 * (now.anyway or 0.0)), MOST_ANYWAY)
        chosen = link_figure(words, anyway, f"{name}_anyway", 0, MOST_ANYWAY, usual, ANYWAY)
        free = usual if chosen is None else chosen
        if now.anyway is not None:
            st.caption(words(UNPAID, share=words.percent(now.anyway, 0)))
        typed = link_money(words, value, f"{name}_brings", None, STEP, now.value, currency=unit)
        worth = typed or now.value
        if not worth or worth <= 0 or not now.spend or not now.customers:
            return None
        most = now.of / now.customers if name == "keep" and now.of else None
        response = Response(now.customers, now.spend, worth, bounds[0] / 100, bounds[1] / 100, most, free / 100, second)
        _in_people(words, name, response, now)
    return response


ANYWAY = N_(
    "Friends' advice and habit bring and keep customers whom nobody paid for. At 0 every one of today's counts as the money's doing, as the"
    " textbook has it, which flatters spending. Only a comparison with customers on whom nothing was spent can tell."
)

UNPAID = N_(
    "In your data {share} of the new customers came through channels that took no money: until you move the slider, they count as come"
    " anyway."
)
OTHER_LENGTH = N_(
    "Money and customers both differ from today's by the same factor, as figures of more or fewer months would. Type in those of as many"
    " months as above; until then the guess at the ceiling is used."
)


def _in_people(words: PageWords, name: str, response: Response, now: SideNow) -> None:
    """The assumption in people instead of per cent, and whether a second level could be used."""
    if response.is_second_usable:
        ceiling = words.number(response.curves()[1].ceiling)
        st.caption(words("Both periods together: at best {ceiling}, today {today}.", ceiling=ceiling, today=now.customers))
        return
    if response.is_second_of_other_length:
        st.warning(words(OTHER_LENGTH))
    elif response.second is not None:
        st.warning(
            words(
                "No curve that flattens passes through both periods: with more money there must have been more customers, and fewer for"
                " each further coin. The guess at the ceiling is used instead."
            )
        )
    low, high = response.ceilings
    counted = {"today": now.customers, "low": words.number(low), "high": words.number(high)}
    text = TODAY[name, bool(now.of)]
    st.caption(words(text, **counted, **({"all": now.of} if now.of else {})))
