"""Who takes up new products, and how soon."""

from __future__ import annotations

import streamlit as st

from retention.answers.new_products import NewProducts
from shared.cards import show_chart
from shared.ladder_cache import new_products_of
from shared.language import PageWords
from shared.people_frames import adoption_frame, adoption_table, products_table, rung_label
from shared.question import Asked


def new_products_part(words: PageWords, asked: Asked) -> None:
    """One sentence, the shares by rung, how soon, and which products; or what is lacking."""
    st.subheader(words("Who takes up new products"))
    found = new_products_of(*asked.shape_key)
    if not found.known:
        st.info(
            words(
                "The sales name no products and no categories. With a column for either, this shows which rung tries new things first, and"
                " so whom to tell about them."
            ),
            icon="🧺",
        )
        return
    if not found.new:
        _nothing_new(words, found)
        return
    _said(words, found)
    show_chart(words, "adoption_by_rung", adoption_frame(words, found), None, words("Share of each rung that took up something new"))
    st.caption(
        words(
            "Of the people of each rung who bought anything in the window, how many bought something new. The rung is that of the evening"
            " before the window began. Who buys more often also meets more new things."
        )
    )
    st.dataframe(adoption_table(words, found), hide_index=True, width="stretch")
    st.dataframe(products_table(words, found), hide_index=True, width="stretch")


def _nothing_new(words: PageWords, found: NewProducts) -> None:
    first, last = words.date(found.window_first_day), words.date(found.as_of)
    said = (
        words("From {first} to {last} no product was sold for the first time.", first=first, last=last)
        if found.is_by_product
        else words("From {first} to {last} no category was sold for the first time.", first=first, last=last)
    )
    if found.newest_day is not None and found.newest_day >= found.window_first_day:
        said = words("Whatever was new in this window was bought by no known customer, or came so early in the data that it may be old.")
    elif found.newest_day is not None:
        said += " " + words("The newest one, first sold on {day}, is older.", day=found.newest_day)
    st.info(said, icon="🧺")


def _said(words: PageWords, found: NewProducts) -> None:
    window = words("from {first} to {last}", first=found.window_first_day, last=found.as_of)
    if found.is_by_product:
        what = words.plural(
            "Of {sold} products sold {window}, **{count}** was new.",
            "Of {sold} products sold {window}, **{count}** were new.",
            found.new,
            sold=found.sold,
            window=window,
        )
    else:
        what = words.plural(
            "Of {sold} categories sold {window}, **{count}** was new.",
            "Of {sold} categories sold {window}, **{count}** were new.",
            found.new,
            sold=found.sold,
            window=window,
        )
    st.markdown(what)
    said = []
    if found.more_often is not None:
        ahead, behind = found.more_often.ahead, found.more_often.behind
        said.append(
            words(
                "“{ahead}” took up something new clearly more often than “{behind}”: {count} of {all} people against {fewer} of {others}.",
                ahead=words(rung_label(ahead.rung)),
                behind=words(rung_label(behind.rung)),
                count=ahead.adopters.count,
                all=ahead.adopters.of,
                fewer=behind.adopters.count,
                others=behind.adopters.of,
            )
        )
    if found.sooner is not None:
        ahead, behind = found.sooner.ahead, found.sooner.behind
        said.append(
            words(
                "“{ahead}” took up something new clearly sooner than “{behind}”. Half of these people needed so many days at most:"
                " {sooner}, against {later}.",
                ahead=words(rung_label(ahead.rung)),
                behind=words(rung_label(behind.rung)),
                sooner=words.number(ahead.median_wait_days or 0),
                later=words.number(behind.median_wait_days or 0),
            )
        )
    if not said:
        said.append(words("Between the rungs there is no difference that chance alone would not make."))
    st.markdown(" ".join(said))
