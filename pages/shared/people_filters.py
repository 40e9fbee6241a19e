"""Any mix of filters over everybody: how many fit, what they bring, who they are, and all of them as a table to take away."""

from __future__ import annotations

import streamlit as st

from retention.answers.customer_groups import TIERS
from retention.answers.people_found import ONLY, SHOWN, TIER_NAMES, Wanted, people_rows, places_of
from retention.answers.significance import Significance
from retention.answers.strategies import STRATEGIES
from retention.models.regularity import CLASSES
from retention.report.people_table import STABILITY_LABELS, people_table
from retention.sentence import N_
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES
from shared.csv_download import csv_download
from shared.ladder_cache import people_found_of, people_of
from shared.language import PageWords
from shared.link_choices import link_choices
from shared.people_frames import money_share_in_words, people_frame
from shared.question import Asked

ONLY_LABELS = {
    "worth_showing": N_("Worth showing to others"),
    "brought_others": N_("Brought others"),
    "at_risk": N_("At risk"),
}


def find_people_part(words: PageWords, asked: Asked, summary: Significance, marked: tuple[str, ...]) -> None:
    """The filters, then what is left."""
    st.subheader(words("Find people"))
    found = people_of(*asked.key)
    wanted = _choose(words, has_tiers=found.tier is not None)
    if not summary.worth_showing:
        st.caption(
            words(
                "Nobody is called worth showing to others yet. Write a word such as important, key, significant or VIP into the column"
                " “Tags” of the list of customers, or use the switch on a customer's page."
            )
        )
    left = people_found_of(*asked.key, wanted, marked)
    if not left.customers:
        st.info(words("Nobody fits all of this: take a filter away."), icon="🔎")
        return
    st.markdown(
        words.plural(
            "**{count}** customer ({share} of all) has brought {sales} in sales so far.",
            "**{count}** customers ({share} of all) have brought {sales} in sales so far.",
            left.customers,
            share=words.percent(left.customer_share),
            sales=words.money(left.sales, found.currency),
        )
        + ("" if left.margin is None else " " + words("Margin: {money}.", money=words.money(left.margin, found.currency)))
        + (
            ""
            if left.money_share is None
            else " " + words("That is {share}.", share=money_share_in_words(words, left.money_share, found.is_margin))
        )
    )
    rows = people_rows(found, left.first, marked)
    st.dataframe(people_frame(words, rows, found.is_margin, found.currency), hide_index=True, width="stretch")
    if left.customers > SHOWN:
        st.caption(words("The first {count}; all of them are in the table to take away.", count=SHOWN))
    csv_download(
        words,
        N_("All of them (CSV)"),
        "who-matters.csv",
        lambda: people_table(people_rows(found, places_of(found, wanted, marked), marked), words.plain, found.is_margin, found.currency),
    )


def _choose(words: PageWords, has_tiers: bool) -> Wanted:
    rungs = [NAMES[rung] for rung in CUSTOMER_RUNGS]
    return Wanted(
        rungs=link_choices(words, N_("Rung of the ladder"), {name: STRATEGIES[name].label for name in rungs}, rungs, "people_rung"),
        stability=link_choices(words, N_("How steadily"), STABILITY_LABELS, list(CLASSES.values()), "people_stability"),
        tiers=link_choices(words, N_("Third by value so far"), dict(TIERS), TIER_NAMES, "people_tier") if has_tiers else (),
        only=link_choices(words, N_("Keep only"), ONLY_LABELS, ONLY, "people_only"),
    )
