"""Discount: a part of the price is taken off at once."""

from __future__ import annotations

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, decision, frequency_lift
from retention.programmes.programme import Customers, Effect, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """More sales from those who get it, against the discount on *all* their sales at full price: e = rate (nobody forgets it)."""
    return more_sales(values, customers, reward_share=values["rate"])


DISCOUNT = Programme(
    name="discount",
    label=N_("Discount"),
    idea=N_("Take a part off the price at once, for everyone or for a group."),
    suits=("first_purchase", "lapsed"),
    assumptions=(
        decision("rate", N_("Discount, share of the full price"), 0.10, maximum=0.9),
        decision("uptake", N_("Share of customers who get it"), 1.0, N_("Your decision: who is offered the lower price pays it.")),
        frequency_lift(
            0.0,
            0.0,
            0.10,
            N_("Assumption: we found no sound evidence that a lasting discount brings people more often, so it starts at nothing."),
            N_("How much more often they buy"),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
)
