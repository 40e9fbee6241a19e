"""A free extra: a small service or gift with the order."""

from __future__ import annotations

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, decision, frequency_lift, uptake
from retention.programmes.programme import Customers, Effect, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """More sales from those who get it, against the extra with so many of *all* their orders: e = cost × share of orders."""
    cost = values["rate"] * values["order_share"]
    return more_sales(values, customers, reward_share=cost, reward_growth=1 + values["frequency_lift"])


FREE_EXTRA = Programme(
    name="free_extra",
    label=N_("A free extra with the order"),
    idea=N_("Add a small service or gift to the order: delivery, wrapping, a sample, a coffee. It costs you less than it seems."),
    suits=("first_purchase", "regular"),
    assumptions=(
        decision("rate", N_("What the extra costs you, share of the average check"), 0.03, maximum=1.0),
        decision("order_share", N_("Share of their orders that get it"), 1.0),
        uptake(0.5, 0.8, 1.0, N_("Assumption: not everybody wants it; put in your own figure after the first month.")),
        frequency_lift(
            0.0,
            0.0,
            0.05,
            N_("Assumption: we found no measured figure for small extras, so it starts at nothing; try it with half of your customers."),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
)
