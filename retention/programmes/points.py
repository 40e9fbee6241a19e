"""Points: every sum earns points that can be spent on the shop's own goods."""

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
from retention.programmes.programme import Customers, Effect, Figure, Programme, Values, more_sales
from retention.sentence import N_


def points_cost(face_value: Figure, redemption: Figure, replaced: Figure, margin_share: Figure) -> Figure:
    """What points really cost, as a share of the sales that earned them.

    face value × redemption × (c + κ (1 - c)), c = 1 - margin: goods given for points cost their purchase price, or the whole selling price
    where they replace (κ) something that would have been paid for.
    """
    goods = 1 - margin_share
    return face_value * redemption * (goods + replaced * (1 - goods))


def effect(values: Values, customers: Customers) -> Effect:
    """More sales from those who take part, against the points spent out of those earned on *all* their sales."""
    cost = points_cost(values["rate"], values["redemption"], values["replaced"], customers.margin_share)
    return more_sales(values, customers, reward_share=cost, claim_months=values["claim_months"])


POINTS = Programme(
    name="points",
    label=N_("Points"),
    idea=N_("Give points for every purchase that can be spent on your own goods: they cost you less than they are worth to the customer."),
    suits=("first_purchase", "regular"),
    assumptions=(
        decision("rate", N_("Points, their value as a share of the sum paid"), 0.05, maximum=0.5),
        Assumption(
            name="redemption",
            label=N_("Share of the points that is spent"),
            low=0.60,
            likely=0.75,
            high=0.90,
            unit="share",
            source=N_(
                "At least a third of points in the United States were never spent (Colloquy, 2011); a quarter here is our assumption."
            ),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="replaced",
            label=N_("Share of points spent on what would have been paid for anyway"),
            low=0.0,
            likely=0.25,
            high=0.60,
            unit="share",
            source=N_("Assumption: whoever takes with points what he would have bought costs you the full price, not just the goods."),
            minimum=0.0,
            maximum=1.0,
        ),
        uptake(0.3, 0.5, 0.8, OTHER_SHOPS),
        frequency_lift(
            0.0,
            0.03,
            0.10,
            N_(
                "A review of 429 measured effects finds that programmes help on average (Belli and others, 2022); the size is our"
                " assumption. Those who buy a lot anyway hardly bought more, those who buy little did (Liu, 2007)."
                " It belongs to the reward as proposed: expect less from a smaller one."
            ),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        waiting(6.0, N_("Assumption: points are saved up. It does not change the result, only how much you owe meanwhile.")),
        *BILLS,
    ),
    effect=effect,
)
