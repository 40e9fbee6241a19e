"""What the data themselves say about where the rungs begin: how long customers wait, what silence means, what one more purchase tells."""

from __future__ import annotations

import streamlit as st

from retention.answers.threshold_evidence import ThresholdEvidence
from retention.models.return_chances import ENOUGH
from shared.cards import show_chart
from shared.ladder_cache import signs_of, threshold_evidence_of
from shared.language import PageWords, md
from shared.question import Asked
from shared.rules_frames import chances_frame, examples_table, share_in_words, silences_table, waits_frame


def rules_view(words: PageWords, asked: Asked) -> None:
    """What moving the sliders above costs: the evidence behind each of them."""
    found = threshold_evidence_of(*asked.shape_key)
    _silence(words, found)
    st.subheader(words("What the limits mean for single customers"))
    st.table(examples_table(words, found).set_index(words("A customer with …")))
    st.caption(
        words(
            "With one or two purchases the limit is the same for all, because one wait says little about a person. From the third purchase"
            " on it follows the customer's own pace: whoever buys often is missed sooner. The last column is what the purchase model"
            " expects: after so long a silence half of such customers have left for good."
        )
        + " "
        + words(
            "“At once”: half of them left with their last purchase already. “Longer than the data”: no silence so long can have been seen"
            " yet. “Too few to tell”: fewer than {needed} customers have come back.",
            needed=ENOUGH,
        )
    )
    _regulars(words, found, asked.question.regular_from)
    if signs_of(asked.workspace, asked.data_version).has_discounts and not found.is_full_price_sign:
        st.caption(
            words(
                "Fewer than one purchase in five carries a discount, so buying at full price tells nobody apart: here it is not counted"
                " as a sign of an advocate."
            )
        )


def _silence(words: PageWords, found: ThresholdEvidence) -> None:
    """How long a silence may last: the waits of those who came back, and how often an alarm was false."""
    st.subheader(words("How long a silence may last"))
    for reason in found.missing:
        st.info(words.say(reason, md), icon="🌱")
    total = found.silences[-1] if found.silences else None
    if total is not None and total.at_risk.of:
        at_risk, lapsed = share_in_words(words, total.at_risk), share_in_words(words, total.lapsed)
        st.markdown(
            words.plural(
                "**Of {count} silence so far that went beyond the customer's own at-risk limit, {at_risk} ended with a purchase all the"
                " same; beyond the lapsed limit, {lapsed} of {lapses}.**",
                "**Of {count} silences so far that went beyond the customer's own at-risk limit, {at_risk} ended with a purchase all the"
                " same; beyond the lapsed limit, {lapsed} of {lapses}.**",
                total.at_risk.of,
                at_risk=at_risk,
                lapsed=lapsed,
                lapses=total.lapsed.of,
            )
        )
        st.caption(
            words(
                "Those are false alarms. A slider further to the right gives fewer of them, but tells you later who is leaving. In"
                " brackets: where the share lies 95 times in 100. Silences that still last may yet end, and then they were false alarms"
                " too."
            )
        )
    else:
        st.markdown(words("No silence so far went beyond a customer's own at-risk limit, so there are no false alarms to count."))
    if found.waits:
        alt = words("How long those who came back had waited, with the limits")
        show_chart(words, "waits", waits_frame(words, found), None, alt)
        st.caption(
            words(
                "Each curve shows, of those who ever came back, how many were back by then; whoever is still waiting is counted for as long"
                " as they have waited. The upright lines are the limits for somebody with one purchase: they stand where the curve reaches"
                " the share on the slider."
            )
        )
    if total is not None and total.at_risk.of:
        with st.expander(words("False alarms by purchases made")):
            st.dataframe(silences_table(words, found), hide_index=True, width="stretch")
            st.caption(
                words(
                    "Whoever buys often has many waits, each of them a chance of a false alarm, and leaves only once: so the share of false"
                    " alarms grows with the number of purchases."
                )
            )


def _regulars(words: PageWords, found: ThresholdEvidence, regular_from: int) -> None:
    """From which purchase on another one tells little more."""
    st.subheader(words("When a customer is a regular"))
    if not found.chances:
        st.caption(
            words("Too few customers to tell how likely another purchase is after each one: at least {needed} are needed.", needed=ENOUGH)
        )
        return
    st.markdown(_rise_in_words(words, found))
    alt = words("Chance to come again by the number of days with a purchase")
    show_chart(words, "chance_by_purchases", chances_frame(words, found, regular_from), None, alt)
    st.caption(
        words.plural(
            "The chance to come again within {count} day, with where it lies 95 times in 100.",
            "The chance to come again within {count} days, with where it lies 95 times in 100.",
            found.chance_days,
        )
    )


def _rise_in_words(words: PageWords, found: ThresholdEvidence) -> str:
    chances, at = {one.purchase_number: one for one in found.chances}, found.levels_off_at
    if at is None:
        return words("Too few customers have come back to tell from which purchase on the chance no longer rises.")
    said = {"first": words.percent(chances[1].chance, 0), "then": words.percent(chances[at].chance, 0), "number": at}
    if at == 1:
        return words(
            "**The chance to come again does not clearly rise with the number of purchases:** it is {first} after the first.", **said
        )
    if at == len(chances):
        return words(
            "**The chance to come again rises as far as can be seen:** from {first} after the first purchase to {then} after purchase"
            " number {number}.",
            **said,
        )
    return words(
        "**From purchase number {number} on the chance to come again no longer rises clearly:** it is {first} after the first purchase and"
        " {then} after that one.",
        **said,
    )
