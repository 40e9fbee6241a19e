"""What customers come for: newcomers against old customers, how it drifts, and which change goes before a lapse or a return."""

from __future__ import annotations

import streamlit as st

from retention.answers.interest_changes import Change, InterestChanges
from retention.answers.interest_drift import YEAR, Drift
from retention.sentence import N_
from shared.cards import show_chart
from shared.cell_table import cell_table
from shared.interests_frames import change_rows, changes_frame, drift_rows, mix_frame, mix_rows
from shared.ladder_cache import interests_of
from shared.language import PageWords, md
from shared.question import Asked

WHAT_IT_IS = {
    "category": N_("An interest here is a category of goods; a purchase counts for the category that most of its money went to."),
    "product": N_(
        "The sales counted here name fewer than two categories, so an interest here is a product; a purchase counts for the one that most"
        " of its money went to."
    ),
}
LAPSES = {
    "kind": N_("{label}: {share} lapse afterwards, {usual} usually."),
    "into": N_("After a move to “{name}”, {share} lapse, {usual} usually."),
    "out_of": N_("After a move away from “{name}”, {share} lapse, {usual} usually."),
}


def interests_view(words: PageWords, asked: Asked) -> None:
    """The mix twice, the drift, and the changes."""
    found = interests_of(*asked.shape_key)
    if found.kind is None or found.missing is not None:
        if found.missing is not None:
            st.info(words.say(found.missing, md), icon="ℹ️")
        return
    if found.drift is not None:
        _drifted(words, found.drift)
    else:
        st.markdown(words("What grew and what shrank can be told once there is a year of sales."))
    st.caption(words(WHAT_IT_IS[found.kind]))
    st.subheader(words("What newcomers come for, and what customers come back for"))
    st.caption(words("Share of the money by the number of the customer's purchase."))
    alt = words("Share of each interest by the number of the purchase")
    show_chart(words, "interest_mix", mix_frame(words, found, found.by_purchase, are_periods=False), found.currency, alt)
    cell_table(words, mix_rows(words, found, found.by_purchase, are_periods=False), "interests-by-purchase")
    st.subheader(words("How it drifts"))
    st.caption(words("Share of the money by period; a paler column is not complete."))
    alt = words("Share of each interest over time")
    show_chart(words, "interest_mix", mix_frame(words, found, found.by_period, are_periods=True), found.currency, alt)
    cell_table(words, mix_rows(words, found, found.by_period, are_periods=True), "interests-by-period")
    if found.drift is not None:
        st.caption(words("The same by the number of purchases, which a few large ones cannot move:"))
        cell_table(words, drift_rows(words, found.drift), "interests-drift")
    if found.changes is not None:
        _lapses(words, found.changes)
        _returns(words, found.changes)


def _drifted(words: PageWords, drift: Drift) -> None:
    stretch = words("year") if drift.days == YEAR else words("half-year")
    frame = {"stretch": stretch, "until": drift.first_until, "since": drift.latest_from}
    if drift.grew is None and drift.shrank is None:
        st.markdown(
            words(
                "**No interest grew or shrank beyond noise** between the first {stretch} (to {until}) and the latest (from {since}).",
                **frame,
            )
        )
    else:
        st.markdown(words("Between the first {stretch} (to {until}) and the latest (from {since}):", **frame))
    for text, row in (
        (N_("**“{name}” grew most:** from {first} of the purchases to {latest}."), drift.grew),
        (N_("**“{name}” shrank most:** from {first} of the purchases to {latest}."), drift.shrank),
    ):
        if row is not None:
            first, latest = words.percent(row.first.share or 0.0), words.percent(row.latest.share or 0.0)
            st.markdown("- " + words(text, name=md(row.name), first=first, latest=latest))
    if drift.days != YEAR:
        st.caption(words("With less than two years of data the two are different seasons of the year: part of a change may be the season."))


def _lapses(words: PageWords, changes: InterestChanges) -> None:
    st.subheader(words("Which change of interest comes before a lapse"))
    if not changes.lapses or changes.usual is None:
        st.markdown(words("Too few second and later purchases to tell."))
        return
    sure = sorted((one for one in changes.lapses if one.is_beyond_noise), key=lambda one: -abs((one.share.share or 0.0) - one.usual))
    if sure:
        st.markdown("\n".join("- " + _lapse_in_words(words, one) for one in sure))
        if len(sure) > 1:
            st.caption(words("The largest difference stands first; what is its opposite may stand out because of it."))
    else:
        st.markdown(words("**No change of interest stands out beyond noise.**"))
    st.caption(
        words(
            "Purchases from the second on that tell: {told}; a lapse followed {usual} of them. Too recent to tell: {recent}. “Usually” is"
            " the share among all other purchases with the same number, because first steps are always the riskiest.",
            told=changes.told,
            usual=words.percent(changes.usual),
            recent=changes.too_recent,
        )
    )
    show_chart(words, "interest_changes", changes_frame(words, changes.lapses), None, words("Share of purchases followed by a lapse"))
    cell_table(words, change_rows(words, changes.lapses, words("Followed by a lapse")), "interests-before-a-lapse")
    if sure:
        st.markdown("**" + words("What to do") + "**")
        st.markdown(
            words(
                "A change that goes before a lapse is no proof that it causes it, but it is an early sign: write to such customers soon"
                " after the purchase, ask whether it was what they hoped for, and remind them of what they came for at first."
            )
        )


def _lapse_in_words(words: PageWords, one: Change) -> str:
    share, usual = words.percent(one.share.share or 0.0, 0), words.percent(one.usual, 0)
    of_a_kind = LAPSES["kind"]
    if one.name is None:
        return words(of_a_kind, label=words.say(one.label, md), share=share, usual=usual)
    return words(LAPSES[one.direction], name=md(one.name), share=share, usual=usual)


def _returns(words: PageWords, changes: InterestChanges) -> None:
    st.subheader(words("With what customers return after a lapse"))
    if not changes.returns:
        st.markdown(words("Returns with a known interest so far: {count}. That is too few to tell.", count=changes.return_purchases))
        return
    sure = [one for one in changes.returns if one.is_beyond_noise]
    for one in sure:
        values = {"share": words.percent(one.share.share or 0.0, 0), "usual": words.percent(one.usual, 0)}
        st.markdown("- " + words("{label}: {share} of the returns, {usual} usually.", label=words.say(one.label, md), **values))
    if not sure:
        st.markdown(words("Returns go to the same kinds of goods as any other purchase: no difference stands out beyond noise."))
    st.caption(
        words(
            "Each of {returns} beside purchases without a lapse before them and with the same number. “Before” is the last purchase before"
            " the lapse.",
            returns=words.plural("{count} return", "{count} returns", changes.return_purchases),
        )
    )
    show_chart(words, "interest_changes", changes_frame(words, changes.returns), None, words("What returns are for"))
    cell_table(words, change_rows(words, changes.returns, words("Of the returns")), "interests-at-a-return")
