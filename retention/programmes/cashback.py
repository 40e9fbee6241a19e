"""Cashback: a part of every sum comes back to the customer as money."""

from __future__ import annotations

from collections.abc import Mapping

from retention.programmes.programme import (
    BASKET_LIFT,
    FIXED_COST,
    MEMBER_COST,
    SETUP_COST,
    Assumption,
    Effect,
    Floats,
    Programme,
    effect_on_sales,
)
from retention.sentence import N_


def effect(values: Mapping[str, Floats]) -> Effect:
    """More sales from those who take part, against the cashback claimed on *all* their sales: e = rate × redemption."""
    return effect_on_sales(values, reward_share=values["rate"] * values["redemption"])


CASHBACK = Programme(
    name="cashback",
    label=N_("Cashback"),
    idea=N_("Pay back a part of every sum, so that there is a reason to come again."),
    suits=("first_purchase", "regular"),
    assumptions=(
        Assumption(
            name="rate",
            label=N_("Cashback, share of the sum paid"),
            low=0.05,
            likely=0.05,
            high=0.05,
            unit="share",
            source=N_("Your decision."),
            minimum=0.0,
            maximum=0.5,
        ),
        Assumption(
            name="redemption",
            label=N_("Share of the cashback that is claimed"),
            low=0.90,
            likely=0.97,
            high=1.0,
            unit="share",
            source=N_(
                "Assumption: cashback that is paid by itself is nearly all used; of loyalty points about a third never is (Colloquy, 2011)."
            ),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="uptake",
            label=N_("Share of customers who take part"),
            low=0.3,
            likely=0.5,
            high=0.8,
            unit="share",
            source=N_("Assumption: other shops' figures do not carry over; put in your own after the first month."),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="frequency_lift",
            label=N_("How much more often participants buy"),
            low=0.0,
            likely=0.03,
            high=0.10,
            unit="share",
            source=N_(
                "A review of 429 measured effects finds that programmes help on average (Belli and others, 2022); "
                "the size is our assumption. "
                "Comparing participants with others shows about seven times too much (Leenheer and others, 2007)."
            ),
            minimum=0.0,
            maximum=1.0,
        ),
        BASKET_LIFT,
        MEMBER_COST,
        FIXED_COST,
        SETUP_COST,
    ),
    effect=effect,
)
