"""Who matters beyond the rung: who buys steadily, who brought others, who is worth showing, who takes up new things first."""

from __future__ import annotations

import streamlit as st

from retention.answers.significance import ClassOfPeople, Significance
from retention.models.regularity import CLASSES, STEADY, YEARLY
from retention.sentence import N_
from shared.cards import show_chart
from shared.ladder_cache import significance_of
from shared.language import PageWords
from shared.marks import marked_in
from shared.new_products_view import new_products_part
from shared.no_customers import no_customers
from shared.people_filters import find_people_part
from shared.people_frames import introducers_table, money_share_in_words, rungs_table, shares_frame
from shared.question import Asked

ADVICE = {
    "steady": N_("Steady: you know the day. When somebody steady is late, write within the week; they need a reminder, not a discount."),
    "yearly": N_("Once a year: write a month before their date; in between, news and no offers."),
    "uneven": N_("Uneven: give them a rhythm: a set, a subscription, a reminder that fits what they buy."),
    "brought_others": N_("Brought others: thank them by name, and make it easy to bring the next one."),
    "worth_showing": N_("Worth showing: ask for permission to name them, for a review or a story in their own words."),
}


def people_view(words: PageWords, asked: Asked) -> None:
    """Steadiness and money, who brought others, the people behind any mix of filters, who takes up new products, and what to do."""
    marked = marked_in(asked)
    found = significance_of(*asked.key, marked)
    if not found.customers:
        no_customers(words)
        return
    _steadiness(words, found)
    _introducers(words, found)
    find_people_part(words, asked, found, marked)
    new_products_part(words, asked)
    st.subheader(words("What to do"))
    st.markdown("\n".join(f"- {words(ADVICE[name])}" for name in _fitting(found)))


def _steadiness(words: PageWords, found: Significance) -> None:
    st.subheader(words("Who buys steadily"))
    steady, yearly = (next(kind for kind in found.classes if kind.name == CLASSES[code]) for code in (STEADY, YEARLY))
    if not found.told and not yearly.customers:
        st.info(
            words(
                "Nobody has bought often enough yet: four days with a purchase tell how steadily somebody buys, and three, each about a"
                " year after the one before, who buys once a year."
            ),
            icon="⏳",
        )
        return
    if found.told:
        _steady(words, found, steady)
    if yearly.customers:
        st.markdown(
            words.plural(
                "**{count}** customer buys once a year and is not counted among those who buy steadily.",
                "**{count}** customers buy once a year and are not counted among those who buy steadily.",
                yearly.customers,
            )
        )
    show_chart(words, "stability_shares", shares_frame(words, found), found.currency, words("Customers and money by how steadily they buy"))
    st.caption(
        words(
            "Steady: at least three waits between purchases, and they differ little (their standard deviation is at most half of their"
            " mean; at random it would be about as large as the mean). Once a year: at least two waits, each of 305 to 425 days. The"
            " wait that is still open does not count."
        )
    )
    st.dataframe(rungs_table(words, found), hide_index=True, width="stretch")
    st.caption(
        words(
            "In brackets: where the share lies 95 times in 100. By chance alone: how many would look steady if all bought at random."
            " Regularity is that of the whole rung, from the latest two waits of each person: 1 = at random, 2 and more = nearer to"
            " clockwork; “—”: fewer than 30 people have two waits that tell. Steady or not is told from the fourth day with a purchase on,"
            " once a year from the third; who buys once a year is in that column only."
        )
    )


def _steady(words: PageWords, found: Significance, steady: ClassOfPeople) -> None:
    """How many of those who can be told, and whether chance alone makes as many."""
    said = words.plural(
        "**{count}** customer buys steadily, of **{told}** with enough purchases to tell.",
        "**{count}** customers buy steadily, of **{told}** with enough purchases to tell.",
        steady.customers,
        told=found.told,
    )
    if steady.money_share is not None and steady.customers:
        said += " " + words("Steady buyers bring {share}.", share=money_share_in_words(words, steady.money_share, found.is_margin))
    st.markdown(said)
    chance = words.number(found.steady_by_chance)
    if found.is_beyond_chance:
        st.markdown(
            words(
                "That is a habit: if everybody counted here bought on random days, only about {chance} would look steady.",
                chance=chance,
            )
        )
    else:
        st.markdown(
            words(
                "If everybody counted here bought on random days, about {chance} would look steady too: no habit shows in these data.",
                chance=chance,
            )
        )


def _introducers(words: PageWords, found: Significance) -> None:
    st.subheader(words("Who brought others"))
    if not found.has_introductions:
        st.info(
            words(
                "The data do not say who brought whom. Add a column “Referred by” to the list of customers, with the number of the customer"
                " who brought each: then this shows whom to thank, and what a good word is worth."
            ),
            icon="🤝",
        )
        return
    if not found.brought:
        st.info(words("The list of customers says who brought whom, but none of those brought has bought yet."), icon="🤝")
        return
    st.markdown(
        words.plural(
            "{introducers} brought **{count}** customer who then bought, worth **{money}** so far.",
            "{introducers} brought **{count}** customers who then bought, worth **{money}** so far.",
            found.brought,
            introducers=words.plural("{count} person", "{count} people", found.introducers),
            money=words.money(found.brought_money, found.currency),
        )
        + (
            " " + words("That is {share}.", share=money_share_in_words(words, found.brought_money_share, found.is_margin))
            if found.brought_money_share is not None
            else ""
        )
    )
    if found.best_introducers:
        st.dataframe(introducers_table(words, found), hide_index=True, width="stretch")
        st.caption(
            words("Those whose people brought the most. In margin, so far, less returns.")
            if found.is_margin
            else words("Those whose people brought the most. In sales, so far, less returns.")
        )


def _fitting(found: Significance) -> list[str]:
    """The advice for those whom this shop has; what only looks like a habit is none."""
    known = {kind.name for kind in found.classes if kind.customers and (kind.name != CLASSES[STEADY] or found.is_beyond_chance)}
    known |= {"worth_showing"} | ({"brought_others"} if found.introducers else set())
    return [name for name in ADVICE if name in known]
