"""For clubs, gyms and magazines: the few shares they know of themselves, and how long members will stay."""

from __future__ import annotations

import re

import pandas as pd
import streamlit as st

from retention.answers.subscription import Subscription
from retention.answers.subscription import subscription as answer
from shared.carried import IN_LINK
from shared.language import PageWords
from shared.refusals import refusals_said

# The "regular" subscribers of Fader & Hardie 2007: per cent still there after one to seven years.
EXAMPLE = "63.1 46.8 38.2 32.6 28.9 26.2 24.1"


def subscription(words: PageWords, annual_discount_rate: float) -> None:
    """Shares still there, typed in; the curve they suggest and what a member is worth in payments."""
    with st.expander(words("If your customers subscribe")):
        st.markdown(
            words(
                "With a contract one knows who has left. Type in how many of 100 new members were still there after one year, two years and"
                " so on. Those likely to leave go first, so the rest stay longer than the average suggests."
            )
        )
        typed = st.text_input(words("Still there after each year, %"), EXAMPLE, key="still_there", **IN_LINK)
        shares = tuple(float(share.replace(",", ".")) / 100 for share in re.findall(r"\d+(?:[.,]\d+)?", typed or ""))
        with refusals_said(words):
            _future(words, shares, answer(shares, annual_discount_rate))
        if typed == EXAMPLE:
            st.caption(words("The example is a published one: Fader & Hardie 2007, regular subscribers."))


def _future(words: PageWords, shares: tuple[float, ...], found: Subscription) -> None:
    """What the shares say of the years to come, beside what was given."""
    years = range(1, len(found.survival))
    rows = {
        words("Year"): [words.number(year) for year in years],
        words("Expected"): [words.percent(found.survival[year]) for year in years],
        words("Given"): [words.percent(shares[year - 1]) if year <= len(shares) else "" for year in years],
    }
    if found.payments is None or found.payments_if_all_alike is None:
        st.markdown(words("Without discounting, the payments of those who never leave add up without end: set the slider above zero."))
    else:
        st.markdown(
            words(
                "A new member makes **{payments}** yearly payments, later ones counted for less. If all left at the same rate it would be"
                " {alike}.",
                payments=words.number(found.payments, 2),
                alike=words.number(found.payments_if_all_alike, 2),
            )
        )
    st.table(pd.DataFrame(rows).set_index(words("Year")))
