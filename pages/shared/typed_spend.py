"""What winning and keeping cost in the window, typed in where the data hold no spend: two sums that belong to a window of one length."""

from __future__ import annotations

from decimal import Decimal

import streamlit as st

from retention.question import Question
from retention.sentence import N_
from shared.asked_figures import asked_figure, choose_figure, figure_input, remember_figure
from shared.language import PageWords

SUMS = {
    "acquisition_spend": N_("Spent on winning customers, {currency}"),
    "retention_spend": N_("Spent on keeping customers, {currency}"),
}
MONTHS = "spend_months"  # of the window they were typed in for


def typed_spend() -> dict[str, Decimal | None]:
    """The sums for the question; None where nothing is typed in, or it was for a window of another length."""
    sums = {key: asked_figure(key) for key in SUMS}
    if all(money is None for money in sums.values()):
        choose_figure(MONTHS, None)
    elif asked_figure(MONTHS) is None:
        choose_figure(MONTHS, _window_months())
    is_of_this_window = asked_figure(MONTHS) == _window_months()
    return {key: Decimal(money) if money is not None and is_of_this_window else None for key, money in sums.items()}


def type_in_spend(words: PageWords, currency: str) -> None:
    """The two fields, and what is said when the window has become another since they were filled in."""
    with st.container(border=True):
        st.markdown(words("What did these months cost you?"))
        for key, label in SUMS.items():
            figure_input(words, label, key, _typed, currency=currency)
        months = asked_figure(MONTHS)
        if months not in (None, _window_months()):
            st.warning(
                words.plural(
                    "These sums were typed in for a window of {count} month, and now it has another length: type in what its months"
                    " cost, or set it back.",
                    "These sums were typed in for a window of {count} months, and now it has another length: type in what its months"
                    " cost, or set it back.",
                    months,
                )
            )


def _typed(key: str) -> None:
    """A sum typed in belongs to the window of now; the other one stays only if it does too."""
    remember_figure(key)
    if asked_figure(MONTHS) not in (None, _window_months()):
        for other in SUMS.keys() - {key}:
            choose_figure(other, None)
    choose_figure(MONTHS, _window_months())


def _window_months() -> int:
    months: int = st.session_state.get("window", Question().window_months)
    return months
