"""One customer on one page: found by name or number, their story, their outlook, and the people around them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from retention.answers.customer_card import CustomerCard, Person
from retention.answers.customer_search import Found
from retention.answers.strategies import STRATEGIES
from retention.sentence import N_
from shared.cache import found_customers
from shared.cards import show_chart
from shared.customer_frames import ahead_frame, timeline_frame
from shared.language import PageWords, md
from shared.question import Asked

ARMS = {"offer": N_("got the offer"), "control": N_("left alone on purpose, to compare with")}


def choose_customer(words: PageWords, asked: Asked) -> str | None:
    """The customer asked for: the most valuable one at first; None where the search finds nobody."""
    with st.container(horizontal=True):
        text = st.text_input(words("Name or number"), key="search", placeholder=words("part of it is enough"), persist_state="session")
        people = {person.customer_id: person for person in found_customers(*asked.key, (text or "").strip())}
        wanted = st.query_params.get("customer")
        if not people:
            st.info(words("Nobody of that name or number has bought in these data."), icon="🔎")
            return None
        offered = list(people) if wanted is None or wanted in people or text else [wanted, *people]
        if st.session_state.get("customer") not in offered:
            st.session_state["customer"] = wanted if wanted in offered else offered[0]
        chosen: str = st.selectbox(
            words("Customer"), offered, key="customer", format_func=lambda one: _named(words, people.get(one), one), persist_state="session"
        )
    st.query_params["customer"] = chosen
    return chosen


def story(words: PageWords, card: CustomerCard) -> None:
    """Where the customer stands, since when, and every purchase as a picture and a table."""
    heading = card.customer_id if card.name is None else f"{card.name} ({card.customer_id})"
    st.subheader(md(heading))
    strategy = STRATEGIES[card.rung]
    lines = [words("**{rung}** since {day} · {verb}", rung=words(strategy.label), day=card.on_rung_since, verb=words(strategy.verb))]
    if card.turn > 1:
        lines.append(words("Turn {turn}: came back after having been counted as lost.", turn=card.turn))
    lines.append(_silence(words, card))
    if card.tags:
        lines.append(words("Marked in the list of customers: {tags}", tags=md(card.tags)))
    if card.acquired_channel:
        lines.append(words("Came through {channel}", channel=md(card.acquired_channel)))
    st.markdown("  \n".join(lines))
    with st.grid(min_column_width=170):
        st.metric(words("Sales so far"), words.plain.money(card.sales, card.currency), border=True)
        st.metric(words("Margin so far"), "—" if card.margin is None else words.plain.money(card.margin, card.currency), border=True)
        st.metric(words("Days with a purchase"), words.number(card.purchase_days), border=True)
        st.metric(words("Orders"), words.number(card.orders), border=True)
    show_chart(words, "customer_timeline", timeline_frame(words, card), card.currency, words("Purchases and rungs of this customer"))
    with st.expander(words("Every purchase")):
        st.dataframe(_purchases(words, card), hide_index=True, width="stretch")


def outlook_cards(words: PageWords, card: CustomerCard) -> None:
    """What is to be expected, as chances: one person either comes or does not."""
    found = card.outlook
    st.subheader(words("What is to be expected"))
    if found is None:
        st.info(words("Fewer than 100 people have bought: too few to tell one customer's future from another's."), icon="⏳")
        return
    months = words.plural("{count} month", "{count} months", found.horizon_months)
    st.caption(words("Within {months}; the slider for them is on the page “What customers are worth”.", months=months))
    with st.grid(min_column_width=210):
        st.metric(words("Still a customer"), words.percent(found.alive, 0), border=True)
        st.metric(words("Buys at least once"), words.percent(found.chance_to_buy, 0), border=True)
        st.metric(words("Purchases expected"), words.number(found.expected_purchases, 1), border=True)
        money = words.plain.money(found.expected_value, card.currency)
        st.metric(words("Expected margin") if found.is_margin else words("Expected sales"), money, border=True)
    show_chart(words, "purchases_ahead", ahead_frame(words, found), None, words("How likely each number of purchases is"))
    st.caption(
        words(
            "In eight of ten possible futures they bring between {low} and {high}. How well such forecasts did on your own past stands on"
            " the page “What customers are worth”.",
            low=words.money(found.low, card.currency),
            high=words.money(found.high, card.currency),
        )
    )


def connections(words: PageWords, card: CustomerCard) -> None:
    """Who brought them, whom they brought, what they were offered and what they said."""
    if card.brought_by is not None:
        st.markdown(words("Brought by {person}", person=md(_person(words, card, card.brought_by))))
    if card.brought:
        st.markdown("**" + words.plural("Brought {count} customer", "Brought {count} customers", len(card.brought)) + "**")
        st.markdown("\n".join(f"- {md(_person(words, card, person))}" for person in card.brought))
    if card.offers:
        st.markdown("**" + words("What they were offered") + "**")
        st.dataframe(_offers(words, card), hide_index=True, width="stretch")
    if card.feedback:
        st.markdown("**" + words("What they said") + "**")
        st.dataframe(_feedback(words, card), hide_index=True, width="stretch")


def _silence(words: PageWords, card: CustomerCard) -> str:
    silent = words.plural("{count} day of silence", "{count} days of silence", card.silent_days)
    if card.at_risk_after_days is None or card.lapsed_after_days is None:
        return silent
    return words(
        "{silent}; at risk after {at_risk}, counted as lost after {lapsed}",
        silent=silent,
        at_risk=words.plural("{count} day", "{count} days", card.at_risk_after_days),
        lapsed=words.plural("{count} day", "{count} days", card.lapsed_after_days),
    )


def _named(words: PageWords, person: Found | None, customer_id: str) -> str:
    if person is None:
        return customer_id
    name = customer_id if person.name is None else f"{person.name} ({customer_id})"
    return f"{name} · {words(STRATEGIES[person.rung].label)}"


def _person(words: PageWords, card: CustomerCard, person: Person) -> str:
    name = person.customer_id if person.name is None else f"{person.name} ({person.customer_id})"
    return name if person.sales is None else f"{name}, {words.plain.money(person.sales, card.currency)}"


def _purchases(words: PageWords, card: CustomerCard) -> pd.DataFrame:
    plain = words.plain
    return pd.DataFrame(
        [
            {
                words("Day"): plain.date(one.day),
                words("Orders"): plain.number(one.orders),
                words("Sales"): plain.money(one.sales, card.currency),
                words("Margin"): "—" if one.margin is None else plain.money(one.margin, card.currency),
                words("Days since the one before"): "" if one.gap_days is None else plain.number(one.gap_days),
            }
            for one in card.purchases
        ]
    )


def _offers(words: PageWords, card: CustomerCard) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                words("Campaign"): one.campaign,
                words("Offer"): one.offer or "",
                words("Group"): words(ARMS.get(one.arm, one.arm)),
                words("Day"): "" if one.day is None else words.plain.date(one.day),
                words("Outcome"): one.outcome or "",
            }
            for one in card.offers
        ]
    )


def _feedback(words: PageWords, card: CustomerCard) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                words("Day"): "" if one.day is None else words.plain.date(one.day),
                words("Score, 0–10"): "" if one.score is None else words.number(one.score),
                words("Reason"): one.reason or "",
                words("Comment"): one.comment or "",
            }
            for one in card.feedback
        ]
    )
