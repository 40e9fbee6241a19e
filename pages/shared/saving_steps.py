"""The steps of a saving-up discount as somebody typed them, and their short text in the link: "5000:3,15000:5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import streamlit as st

from retention.programmes.tiers import Tier
from shared.carried import carried, carry
from shared.language import PageWords

STEPS = 4
LINK = "saving"
OF_SHOP = "saving_of"  # the workspace the steps were typed for: sums of one shop mean nothing in another
ONE_STEP = r"[0-9]{1,9}:[0-9]{1,2}"
WHOLE = re.compile(rf"{ONE_STEP}(,{ONE_STEP}){{0,{STEPS - 1}}}")


def steps_of(code: str) -> tuple[Tier, ...]:
    """The steps that a text says; none for a text that says no rising steps: it may come from a stranger."""
    if len(code) > STEPS * 13 or not WHOLE.fullmatch(code):
        return ()
    pairs = [part.split(":") for part in code.split(",")]
    steps = tuple((float(start), int(percent) / 100) for start, percent in pairs)
    return steps if can_be(steps) else ()


def code_of_steps(steps: Sequence[Tier]) -> str:
    """The text of these steps."""
    return ",".join(f"{start:.0f}:{rate * 100:.0f}" for start, rate in steps)


def can_be(steps: Sequence[Tier]) -> bool:
    """Whether thresholds rise and discounts do not fall, and there is something of either."""
    rises = all(start < later and rate <= higher for (start, rate), (later, higher) in pairwise(steps))
    return rises and all(start >= 1 and rate > 0 for start, rate in steps)


def choose_steps(words: PageWords, workspace: str, currency: str | None, plain: Sequence[Tier]) -> tuple[Tier, ...]:
    """The steps typed in, else those of the link, else the plain ones; fields stand on the page, an empty line is no step."""
    state = st.session_state
    if state.get(OF_SHOP) != workspace:
        if OF_SHOP in state:
            carry(LINK, None)
        state[OF_SHOP] = workspace
        _fill(carried(LINK, lambda text: steps_of(text) or None, code_of_steps) or plain)
    unit = words.currency(currency)
    with st.grid(min_column_width=240):
        for place in range(STEPS):
            with st.container(horizontal=True):
                label = words("Bought from, {currency}", currency=unit) if unit else words("Bought from")
                st.number_input(label, 1, 10**9 - 1, value=None, step=1, key=f"saving_from_{place}", persist_state="session")
                st.number_input(words("Discount, %"), 1, 90, value=None, step=1, key=f"saving_share_{place}", persist_state="session")
    steps = _typed()
    _keep_in_link(steps, plain)
    return steps


def _fill(steps: Sequence[Tier]) -> None:
    for place in range(STEPS):
        start, rate = steps[place] if place < len(steps) else (None, None)
        st.session_state[f"saving_from_{place}"] = None if start is None else int(start)
        st.session_state[f"saving_share_{place}"] = None if rate is None else round(rate * 100)


def _typed() -> tuple[Tier, ...]:
    pairs = [(st.session_state.get(f"saving_from_{place}"), st.session_state.get(f"saving_share_{place}")) for place in range(STEPS)]
    return tuple((float(start), percent / 100) for start, percent in pairs if start and percent)


def _keep_in_link(steps: Sequence[Tier], plain: Sequence[Tier]) -> None:
    """The link says the steps where somebody has changed them; steps that cannot be leave it as it was."""
    if tuple(steps) == tuple(plain):
        carry(LINK, None)
    elif steps and can_be(steps):
        carry(LINK, code_of_steps(steps))
