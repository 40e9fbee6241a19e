"""Discount: a part of the price is taken off at once."""

from __future__ import annotations

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, Assumption, decision
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
        Assumption(
            name="uptake",
            label=N_("Share of customers who get it"),
            low=1.0,
            likely=1.0,
            high=1.0,
            unit="share",
            source=N_("Your decision: who is offered the lower price pays it."),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="frequency_lift",
            label=N_("How much more often they buy"),
            low=0.0,
            likely=0.0,
            high=0.10,
            unit="share",
            source=N_("Assumption: we found no sound evidence that a lasting discount brings people more often, so it starts at nothing."),
            minimum=0.0,
            maximum=1.0,
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
)
