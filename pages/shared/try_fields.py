"""The fields of a programme, drawn from its own assumptions: what the owner decides, what nobody knows for sure, and the bills.

Moving one runs only the fragment that tells the outcome: the fields themselves need no drawing again.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from retention.programmes.assumption import BILLS, Assumption
from retention.programmes.business import CUSTOMERS, Business
from retention.programmes.programme import Programme
from retention.sentence import N_
from shared.asked_scenario import MONTHS, key_of, own_key, rungs_key, shown
from shared.language import PageWords
from shared.programme_shop import ProgrammeShop
from shared.try_settings import is_decision, label_in_words, meaning_in_words, own_fields, rung_in_words, set_rungs

OUTCOME = "programme_outcome"  # the fragment that tells what comes of the fields
LENGTHS = {12: N_("1 year"), 24: N_("2 years"), 36: N_("3 years")}
LARGE_FROM, WIDEST_SLIDER = 1000, 200  # money fields that may be large grow by tens; what spans more than this is typed in
REMEMBERED = {"persist_state": "session"}


def _tell_outcome() -> None:
    st.rerun(OUTCOME)


QUICK = {"on_change": _tell_outcome, **REMEMBERED}


def show_fields(words: PageWords, programme: Programme, shop: ProgrammeShop) -> None:
    """All fields; they read and write the values that `seed_fields` has put there."""
    bills = [one for one in programme.assumptions if one in BILLS]
    decisions = [one for one in programme.assumptions if is_decision(one)]
    guesses = [one for one in programme.assumptions if one not in (*bills, *decisions)]
    with st.container(border=True):
        with st.grid(min_column_width=320):
            with st.container():
                _rungs(words, programme, shop.business)
            with st.container():
                _months(words)
        if decisions:
            st.caption(words("What you decide"))
            _grid(words, programme, decisions, shop.currency)
        if guesses:
            st.caption(words("What nobody knows beforehand: “?” says how low and how high it may be, and why we think so"))
            _grid(words, programme, guesses, shop.currency)
        with st.expander(words("What it costs to run"), key="programme_bills", on_change="rerun") as expander:
            if expander.open:  # closed fields would be drawn again with everything else
                _grid(words, programme, bills, shop.currency)
        if len(set_rungs(programme, shop.business)) > 1:
            _by_rung(words, programme, shop)


def _rungs(words: PageWords, programme: Programme, business: Business) -> None:
    known = [rung.name for rung in business.rungs]
    if CUSTOMERS in known:
        st.caption(words("Offered to everybody: these figures know no rungs."))
        return
    chosen = st.pills(
        words("Offered to"),
        known,
        selection_mode="multi",
        format_func=lambda name: rung_in_words(words, name),
        key=rungs_key(programme.name),
        help=words("Where they stand when it begins. Suggested: the rungs this programme suits."),
        **REMEMBERED,
    )
    if not chosen:
        st.caption(words("Nobody is chosen, so it is counted for the rungs it suits."))


def _months(words: PageWords) -> None:
    offered = sorted({*LENGTHS, st.session_state[MONTHS]})  # a link may ask for another length
    st.segmented_control(
        words("Looked at"),
        offered,
        format_func=lambda months: words(LENGTHS[months]) if months in LENGTHS else words.plural("{count} month", "{count} months", months),
        key=MONTHS,
        required=True,
        **QUICK,
    )


def _grid(words: PageWords, programme: Programme, assumptions: Sequence[Assumption], currency: str | None) -> None:
    own = st.session_state[own_key(programme.name)]
    with st.grid(min_column_width=240):
        for one in assumptions:
            _field(words, one, key_of(programme.name, one.name), currency, one.name in own)


def _by_rung(words: PageWords, programme: Programme, shop: ProgrammeShop) -> None:
    """Values for single rungs, of the assumptions that the visitor wants to differ from rung to rung."""
    known = {one.name: one for one in programme.assumptions if one.differs_by_rung}
    fields = own_fields(programme, shop.business)
    if not known:
        return
    with st.expander(words("Different from rung to rung"), bool(fields), key="programme_by_rung", on_change="rerun") as expander:
        if not expander.open:
            return
        st.pills(
            words("Figures that are not the same on every rung"),
            list(known),
            selection_mode="multi",
            format_func=lambda name: words(known[name].label),
            key=own_key(programme.name),
            **REMEMBERED,
        )
        for name in dict.fromkeys(name for name, _ in fields):
            st.caption(label_in_words(words, known[name], shop.currency))
            with st.grid(min_column_width=150):
                for rung in (rung for own, rung in fields if own == name):
                    _number(words, known[name], key_of(programme.name, f"{name}.{rung}"), rung)


def _field(words: PageWords, assumption: Assumption, key: str, currency: str | None, is_off: bool) -> None:
    label = label_in_words(words, assumption, currency)
    low, high = shown(assumption, assumption.minimum), shown(assumption, assumption.maximum)
    told = {"key": key, "help": meaning_in_words(words, assumption), "disabled": is_off, **QUICK}
    if assumption.unit == "money" or high - low > WIDEST_SLIDER:
        st.number_input(label, low, high, step=10.0 if high >= LARGE_FROM else 1.0, **told)
    else:
        steps = {"share": 0.5, "months": 1.0}
        st.slider(label, low, high, step=steps.get(assumption.unit, 0.1), format="localized", **told)


def _number(words: PageWords, assumption: Assumption, key: str, rung: str) -> None:
    low, high = shown(assumption, assumption.minimum), shown(assumption, assumption.maximum)
    st.number_input(rung_in_words(words, rung), low, high, step=0.5 if assumption.unit == "share" else 1.0, key=key, **QUICK)
