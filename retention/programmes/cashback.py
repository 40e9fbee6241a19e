"""Cashback: a part of every sum comes back to the customer as money."""

from __future__ import annotations

from retention.programmes.assumption import (
    BASKET_LIFT,
    BILLS,
    HALF_LIFE_MONTHS,
    OTHER_SHOPS,
    Assumption,
    decision,
    frequency_lift,
    uptake,
    waiting,
)
from retention.programmes.programme import Customers, Effect, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """More sales from those who take part, against the cashback claimed on *all* their sales: e = rate × redemption."""
    return more_sales(values, customers, reward_share=values["rate"] * values["redemption"], claim_months=values["claim_months"])


CASHBACK = Programme(
    name="cashback",
    label=N_("Cashback"),
    idea=N_("Pay back a part of every sum, so that there is a reason to come again."),
    suits=("first_purchase", "regular"),
    assumptions=(
        decision("rate", N_("Cashback, share of the sum paid"), 0.05, maximum=0.5),
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
        uptake(0.3, 0.5, 0.8, OTHER_SHOPS),
        frequency_lift(
            0.0,
            0.03,
            0.10,
            N_(
                "A review of 429 measured effects finds that programmes help on average (Belli and others, 2022); "
                "the size is our assumption. "
                "Comparing participants with others shows about seven times too much (Leenheer and others, 2007). "
                "Of every 100 paid out, 32 came back as further sales (Vana and others, 2018). "
                "It belongs to the reward as proposed: expect less from a smaller one."
            ),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        waiting(1.0, N_("Assumption: spent on one of the next purchases. It does not change the result, only how much you owe meanwhile.")),
        *BILLS,
    ),
    effect=effect,
)
