"""What keeping one more customer cost: all who stayed, against those who stayed because of the money."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.models.extra_kept import ExtraKept, extra_kept
from retention.sentence import N_
from shared.cards import show_chart
from shared.language import PageWords
from shared.link_number import link_money, link_people

EXAMPLE = {"courted": 10_000, "courted_kept": 7_000, "others": 10_000, "others_kept": 6_800}
EXAMPLE_SPEND, EXAMPLE_NEW = 50_000.0, 71.43


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
            spend = link_money(words, N_("What the offer cost in all"), "claim_spend", EXAMPLE_SPEND, 100.0) or 0.0
            new = link_money(words, N_("What one new customer costs"), "claim_new", EXAMPLE_NEW, 1.0) or 0.0
        with answer:
            if kept > courted or others_kept > others:
                st.warning(words("More bought again than there were: the second figure of a group cannot be larger than its first."))
            else:
                _show(words, extra_kept(courted, kept, others, others_kept, spend), others_kept / others, new)


def _people(words: PageWords, title: str, name: str) -> int:
    lowest = 0 if name.endswith("kept") else 1
    return link_people(words, title, f"claim_{name}", lowest, EXAMPLE[name]) or lowest


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
    if new and found.average and found.dearest is not None:
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
    cheapest = words.number(found.cheapest or 0.0, 2)
    if found.cheapest is None:
        return words("But no more of them stayed than of those who got nothing: on these figures the money kept nobody.")
    if found.per_extra is None:
        text = N_(
            "But no more of them stayed than of those who got nothing. Chance could hide a few whom the money kept: 95 times in 100, one"
            " more kept cost at least {cheapest}."
        )
        return words(text, cheapest=cheapest)
    cost = words.number(found.per_extra, 2)
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
