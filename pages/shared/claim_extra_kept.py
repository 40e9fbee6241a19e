"""What keeping one more customer cost: all who stayed, against those who stayed because of the money."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.models.extra_kept import ExtraKept, extra_kept
from retention.sentence import N_
from shared.cards import show_chart
from shared.language import PageWords

IN_LINK = {"bind": "query-params", "persist_state": "session"}
EXAMPLE = {"courted": 10_000, "courted_kept": 7_000, "others": 10_000, "others_kept": 6_800}
EXAMPLE_SPEND, EXAMPLE_NEW = 50_000.0, 71.43
MOST = 10**9


def extra_kept_box(words: PageWords) -> None:
    """Two groups drawn by lot, one of which got the offer."""
    with st.container(border=True):
        st.subheader(words("“Keeping a customer costs us next to nothing”"))
        answer = st.container()
        st.caption(
            words(
                "Draw a group by lot before an offer goes out and send it nothing: only what the others do beyond that group is the offer's"
                " doing. Type in what came of both."
            )
        )
        with st.grid(min_column_width=230):
            courted = _people(words, N_("Customers who got the offer"), "courted")
            kept = _people(words, N_("Of those with the offer, bought again"), "courted_kept")
            others = _people(words, N_("Customers who got nothing"), "others")
            others_kept = _people(words, N_("Of those with nothing, bought again"), "others_kept")
            spend = st.number_input(words("What the offer cost in all"), 0.0, 1e12, EXAMPLE_SPEND, 100.0, key="claim_spend", **IN_LINK)
            new = st.number_input(words("What one new customer costs"), 0.0, 1e12, EXAMPLE_NEW, 1.0, key="claim_new", **IN_LINK)
        with answer:
            if kept > courted or others_kept > others:
                st.warning(words("More bought again than there were: the second figure of a group cannot be larger than its first."))
            else:
                _show(words, extra_kept(courted, kept, others, others_kept, spend), others_kept / others, new)


def _people(words: PageWords, title: str, name: str) -> int:
    lowest = 0 if name.endswith("kept") else 1
    return st.number_input(words(title), lowest, MOST, EXAMPLE[name], 1, key=f"claim_{name}", **IN_LINK)


def _show(words: PageWords, found: ExtraKept, without: float, new: float) -> None:
    if found.average is None:
        st.markdown(words("Nobody who got the offer bought again, so there is no cost of a kept customer."))
        return
    average = words.number(found.average, 2)
    st.markdown(
        words("Spread over all who bought again, each cost {average}.", average=average) + " " + _extra_in_words(words, found, without)
    )
    if not found.is_enough:
        st.warning(words("These are too few people to trust the range: one customer more or less would change it much."))
    if found.per_extra is None:
        return
    rows = [
        (words("Spend over all who bought again"), found.average, "retention"),
        (words("Spend over those kept by it"), found.per_extra, "retention"),
        *([(words("A new customer"), new, "acquisition")] if new else []),
    ]
    frame = pd.DataFrame(
        [{"label": label, "amount": cost, "amount_text": words.plain.number(cost, 2), "kind": kind} for label, cost, kind in rows]
    )
    show_chart(words, "cost_bars", frame, None, words("The cost of a customer, reckoned in two ways"))
    if new and found.dearest is not None:
        st.markdown(
            words(
                "Against {new} for a new customer, the average makes keeping {cheaper} times as cheap; the comparison puts keeping one more"
                " at {dearer} times the cost of winning one.",
                new=words.number(new, 2),
                cheaper=words.number(new / found.average, 1),
                dearer=words.number(found.per_extra / new, 1),
            )
        )


def _extra_in_words(words: PageWords, found: ExtraKept, without: float) -> str:
    """What the comparison says, and how sure it is."""
    stayed, points = words.number(100 * without, 1), words.number(100 * found.difference, 2)
    if found.per_extra is None:
        return words("But no more of them stayed than of those who got nothing: on these figures the money kept nobody.")
    cost, cheapest = words.number(found.per_extra, 2), words.number(found.cheapest or 0.0, 2)
    shares = {"stayed": stayed, "points": points, "cost": cost, "cheapest": cheapest}
    if found.dearest is None:
        return words(
            "But of 100 who got nothing {stayed} stayed as well, only {points} fewer, which chance alone could do: one more kept cost"
            " {cost} if that is the truth, at least {cheapest} (95 times in 100), and there may have been none.",
            **shares,
        )
    return words(
        "But of 100 who got nothing {stayed} stayed as well, {points} fewer, so **one more kept cost {cost}** (95 times in 100 it is"
        " between {cheapest} and {dearest}).",
        dearest=words.number(found.dearest, 2),
        **shares,
    )
