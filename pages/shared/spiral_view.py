"""The ladder as a spiral: who begins another turn, what each turn adds, and how the second differs from the first."""

from __future__ import annotations

import streamlit as st

from retention.answers.spiral import Spiral, Turn
from retention.answers.turn_differences import Difference
from retention.sentence import N_
from shared.cards import show_chart
from shared.cell_table import cell_table
from shared.ladder_cache import spiral_of
from shared.language import PageWords, md
from shared.question import Asked
from shared.spiral_frames import ORDINALS, counts_frame, difference_rows, figure, turn_rows, values_frame

CHANGES = {
    "check": (
        N_("On the second turn they spend more each time: {second} a purchase, where {unchanged} would be no change."),
        N_("On the second turn they spend less each time: {second} a purchase, where {unchanged} would be no change."),
    ),
    "purchases": (
        N_("The second turn has more purchases: {second}, where {unchanged} would be no change."),
        N_("The second turn has fewer purchases: {second}, where {unchanged} would be no change."),
    ),
    "pace": (
        N_("On the second turn they come less often: every {second}, where {unchanged} would be no change."),
        N_("On the second turn they come more often: every {second}, where {unchanged} would be no change."),
    ),
    "money": (
        N_("The second turn brings more: {second}, where {unchanged} would be no change."),
        N_("The second turn brings less: {second}, where {unchanged} would be no change."),
    ),
}
ADOPTED = {
    "category": N_(
        "{turn}: in {share} of the turns that are over ({count} of {of}) the customer bought from a category new to them,"
        " with sales of {money} a turn."
    ),
    "product": N_(
        "{turn}: in {share} of the turns that are over ({count} of {of}) the customer bought a product new to them,"
        " with sales of {money} a turn."
    ),
}


def spiral_view(words: PageWords, asked: Asked) -> None:
    """Turns counted, valued and compared."""
    found = spiral_of(*asked.key)
    _came_back(words, found)
    st.caption(
        words(
            "A customer's first purchase begins the first turn. When they fall silent for longer than is usual, the turn is over (a lapse);"
            " when they come back, the next turn begins."
        )
    )
    for reason in found.missing:
        st.info(words.say(reason, md), icon="ℹ️")
    show_chart(words, "turn_counts", counts_frame(words, found), found.currency, words("Customers by the number of turns they have taken"))
    _values(words, found)
    if found.pairs:
        _second(words, found)
    _new_interests(words, found)
    _advice(words, found)


def _came_back(words: PageWords, found: Spiral) -> None:
    back = found.came_back
    if back.share is None or back.low is None or back.high is None:
        st.markdown(
            words(
                "Nobody has lapsed yet, so everybody is still on the first turn. Once some have been silent for long and returned, this"
                " page shows how many do, after how many days, and what the next turn brings."
            )
        )
        return
    said = words(
        "**Customers who ever lapsed: {of}; back so far: {count}, that is {share}** (95 times in 100 between {low} and {high}).",
        of=back.of,
        count=back.count,
        share=words.percent(back.share),
        low=words.percent(back.low),
        high=words.percent(back.high),
    )
    st.markdown(said)
    if found.days_away is not None:
        st.markdown(_when_they_came_in_words(words, found.returns, round(found.days_away)))


def _when_they_came_in_words(words: PageWords, returns: int, days: int) -> str:
    written = words.plural("{count} day", "{count} days", days)
    if returns == 1:
        return words("The only return so far came {days} after the last purchase. Whoever lapsed lately may still come.", days=written)
    return words(
        "Returns so far: {returns}. Half of them came within {days} of the last purchase. Whoever lapsed lately may still come.",
        returns=returns,
        days=written,
    )


def _values(words: PageWords, found: Spiral) -> None:
    st.subheader(words("What each turn adds"))
    st.markdown("\n".join("- " + _reached_in_words(words, found, turn) for turn in found.turns))
    st.caption(
        words(
            "Turns still going on will bring more, so compare turns that are over with each other only; and of recent turns, only the short"
            " ones are over already."
        )
    )
    show_chart(words, "turn_values", values_frame(words, found), found.currency, words("What a turn brings on average"))
    cell_table(words, turn_rows(words, found), "turns")


def _reached_in_words(words: PageWords, found: Spiral, turn: Turn) -> str:
    return words(
        "{turn}: reached by {customers}, {total} in all so far, {money} each; {going_on} still going on",
        turn=words(ORDINALS[turn.number - 1]),
        customers=words.plural("{count} customer", "{count} customers", turn.customers),
        total=words.money(turn.total, found.currency),
        money=words.money(turn.money, found.currency),
        going_on=turn.going_on.turns,
    )


def _second(words: PageWords, found: Spiral) -> None:
    st.subheader(words("How the second turn differs from the first"))
    sure = [one for one in found.differences if one.is_beyond_noise]
    people = _compared(words, found)
    if all(one.low is None for one in found.differences):
        st.markdown(words("Only {people}: too few to tell a difference.", people=people))
    elif not sure:
        st.markdown(words("For {people}, no difference stands out beyond noise.", people=people))
    else:
        st.markdown(words("The second turn against the first, for {people}:", people=people))
        st.markdown("\n".join("- " + _change_in_words(words, found, one) for one in sure))
    cell_table(words, difference_rows(words, found), "second-turn")
    st.caption(
        words(
            "The better the shop knows a customer's pace, the sooner it calls a silence a lapse, so second turns come out shorter even"
            " when nothing has changed. “Had nothing changed” is just that: the same purchases of the same people in random order, counted"
            " by the same rule. The change is what goes beyond it."
        )
    )


def _compared(words: PageWords, found: Spiral) -> str:
    if not found.is_sample:
        return words.plural("{count} person whose second turn is over", "{count} people whose second turn is over", found.pairs)
    return words.plural(
        "a sample of {sample} of the {count} person whose second turn is over",
        "a sample of {sample} of the {count} people whose second turn is over",
        found.second_turns_over,
        sample=found.pairs,
    )


def _change_in_words(words: PageWords, found: Spiral, one: Difference) -> str:
    more, less = CHANGES[one.name]
    values = {"second": md(figure(words, found, one, one.second)), "unchanged": md(figure(words, found, one, one.unchanged))}
    return words(more if one.change > 0 else less, **values)


def _new_interests(words: PageWords, found: Spiral) -> None:
    if found.interest is None:
        return
    st.subheader(words("Who takes up something new"))
    told = [turn for turn in found.turns if turn.over.adopters is not None]
    if not told:
        st.markdown(words("This can be told once a turn is over whose goods are known: none is so far."))
        return
    st.markdown("\n".join("- " + _adopted_in_words(words, found, turn) for turn in told))
    st.caption(words("What somebody came with on the very first day is not new. A longer turn has more occasions to try something."))


def _adopted_in_words(words: PageWords, found: Spiral, turn: Turn) -> str:
    adopters = turn.over.adopters
    adopted = ADOPTED[found.interest or "category"]
    return words(
        adopted,
        turn=words(ORDINALS[turn.number - 1]),
        share=words.percent(adopters.share if adopters and adopters.share else 0.0),
        count=adopters.count if adopters else 0,
        of=adopters.of if adopters else 0,
        money=words.money(turn.over.new_sales or 0.0, found.currency),
    )


def _advice(words: PageWords, found: Spiral) -> None:
    if not found.returns:
        return
    st.markdown("**" + words("What to do") + "**")
    st.markdown(
        words(
            "Greet whoever comes back as a new customer who already knows you: say that you noticed, show what is new since then, and ask"
            " why they stayed away. Start with those whose earlier turns brought most."
        )
    )
