"""The ratio in words: what it says, what it leaves open, and what it does not say."""

from __future__ import annotations

import streamlit as st

from retention.answers.cost_ratio import CostRatio
from retention.sentence import N_
from shared.language import PageWords

CLAIMS = (10, 5)
LIMITS = (
    N_(
        "It is an average. The next new customer may cost far more than the average one, and the next kept one too: even at 10 : 1 moving"
        " money from winning to keeping may bring nothing."
    ),
    N_(
        "Kept customers include those who would have stayed anyway, so what it really costs to keep one more is higher. Only a group left"
        " without the newsletter, the bonus or the call tells how much higher."
    ),
    N_(
        "It depends on how long the time is. Who buys in each of four quarters is kept four times in quarters and once in a year, so for"
        " shorter times keeping one looks cheaper and the ratio larger. Compare only times of the same length."
    ),
    N_("10 : 1 and 5 : 1 are often quoted, but whoever looked for the figures behind them found none. Your own are above."),
)


def headline(words: PageWords, found: CostRatio, currency: str | None) -> None:
    """The answer in one sentence, with what the price of one new customer buys on the other side."""
    if not found.ratio or found.cac is None or found.crc is None:
        return
    said = words(
        "Winning a customer cost {ratio} times as much as keeping one: {cac} against {crc}.",
        ratio=words.number(found.ratio, 1),
        cac=words.money(found.cac, currency),
        crc=words.money(found.crc, currency),
    )
    st.markdown(f"**{said}** {price_of_one_in_words(words, found.ratio)}")


def show_ranges(words: PageWords, found: CostRatio) -> None:
    """What shared spend and chance leave open, and where the claims lie in that."""
    if found.ratio:
        st.markdown(ranges_in_words(words, found))


def ranges_in_words(words: PageWords, found: CostRatio) -> str:
    claims = "\n".join(f"- {claim_in_words(words, claim, found.ratio_lowest or 0, found.ratio_highest)}" for claim in CLAIMS)
    without_shared = f"- {chance_in_words(words, found)}\n{claims}"
    return f"- {shared_in_words(words, found)}\n{without_shared}" if found.shared_spend else without_shared


def shared_in_words(words: PageWords, found: CostRatio) -> str:
    if found.ratio_high is None:
        return words(
            "**Shared spend**: all spend on keeping is shared, so the ratio may be {low} or anything above it.", **_ends(words, found)
        )
    return words(
        "**Shared spend**: whether it belongs to keeping or to winning, the ratio lies between {low} and {high}.", **_ends(words, found)
    )


def show_limits(words: PageWords) -> None:
    """What no ratio of averages can say."""
    st.subheader(words("What it does not say"))
    st.markdown("\n".join(f"- {words(limit)}" for limit in LIMITS))


def price_of_one_in_words(words: PageWords, ratio: float) -> str:
    kept = int(round(ratio, 1))  # of the ratio as it is told
    if kept < 1:
        return words("One new customer cost no more than one kept customer did.")
    return words.plural(
        "The price of one new customer kept {count} earlier one for as long.",
        "The price of one new customer kept {count} earlier ones for as long.",
        kept,
    )


def _ends(words: PageWords, found: CostRatio) -> dict[str, str]:
    return {"low": words.number(found.ratio_low or 0, 1), "high": words.number(found.ratio_high or 0, 1)}


def chance_in_words(words: PageWords, found: CostRatio) -> str:
    counts = {"acquired": words.number(found.acquired), "kept": words.number(found.kept)}
    if found.ratio_chance_low is None or found.ratio_chance_high is None:
        return words("**Chance**: with {acquired} new and {kept} kept, customers are too few to say how far it may be off.", **counts)
    return words(
        "**Chance**: with {acquired} new and {kept} kept, as many other customers of the same kind would 90 times in 100 have given a ratio"
        " between {low} and {high}, at the same spend.",
        low=words.number(found.ratio_chance_low, 1),
        high=words.number(found.ratio_chance_high, 1),
        **counts,
    )


def claim_in_words(words: PageWords, claim: int, low: float, high: float | None) -> str:
    ends = {"claim": f"{claim} : 1", "low": words.number(low, 1), "high": words.number(high or 0, 1)}
    if high is None:
        text = words("**{claim}** cannot be ruled out: your figures leave {low} and everything above it open.", **ends)
        return words("**{claim}** is less than your figures allow: {low} at least.", **ends) if claim < low else text
    if claim > high:
        return words("**{claim}** is more than your figures allow: with both together they leave {low} to {high} open.", **ends)
    if claim < low:
        return words("**{claim}** is less than your figures allow: with both together they leave {low} to {high} open.", **ends)
    return words("**{claim}** may hold for you: with both together your figures leave {low} to {high} open.", **ends)
