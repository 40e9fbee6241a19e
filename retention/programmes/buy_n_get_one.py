"""Buy some, get one free: a card that is stamped with every purchase and turns into a free item when it is full."""

from __future__ import annotations

import numpy as np

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, OTHER_SHOPS, Assumption, decision, frequency_lift, uptake
from retention.programmes.business import Rung
from retention.programmes.programme import Customers, Effect, Figure, Programme, Values, more_sales
from retention.sentence import N_

LONGEST_WAIT_MONTHS = 60.0


def free_item_cost(purchases: Figure, completed: Figure, replaced: Figure, margin_share: Figure) -> Figure:
    """What the free items cost, as a share of the sales that were stamped; the item being worth one such purchase.

    q ((1 - m) + κ m) / N: of N stamps a share q ends on cards that are turned in; each costs its goods, or its whole price where the free
    item replaces (κ) one that would have been paid for.
    """
    return completed * ((1 - margin_share) + replaced * margin_share) / purchases


def months_on_card(purchases: Figure, rung: Rung) -> Figure:
    """How long a stamp waits on average until its card is full: half the time that N purchases take at the rung's own pace."""
    pace = max(rung.purchases_per_month, 1e-9)
    return np.minimum(np.asarray(purchases, float) / pace / 2, LONGEST_WAIT_MONTHS)


def effect(values: Values, customers: Customers) -> Effect:
    """More purchases from those who take a card, against the free items earned by *all* their purchases."""
    cost = free_item_cost(values["purchases"], values["completed"], values["replaced"], customers.margin_share) * values["item_value"]
    wait = months_on_card(values["purchases"], customers.rung)
    return more_sales(values, customers, reward_share=cost, reward_growth=1 + values["frequency_lift"], claim_months=wait)


BUY_N_GET_ONE = Programme(
    name="buy_n_get_one",
    label=N_("Buy some, get one free"),
    idea=N_("Stamp a card with every purchase and give one free when it is full: people hurry as the goal comes near."),
    suits=("first_purchase", "regular"),
    assumptions=(
        decision("purchases", N_("Paid purchases for one free item"), 10.0, unit="count", minimum=1.0, maximum=100.0),
        decision("item_value", N_("Price of the free item, share of the average check"), 1.0, maximum=2.0),
        Assumption(
            name="completed",
            label=N_("Share of stamps on cards that get filled and turned in"),
            low=0.2,
            likely=0.5,
            high=0.8,
            unit="share",
            source=N_(
                "Assumption. In a test with 300 cards 19 of 100 were filled, and 34 of 100 when two of ten stamps were a present"
                " (Nunes and Drèze, 2006); those who come often fill more of theirs."
            ),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="replaced",
            label=N_("Share of free items that would have been paid for anyway"),
            low=0.1,
            likely=0.3,
            high=0.6,
            unit="share",
            source=N_("Assumption: a free item in place of a paid one costs you the full price, not just the goods."),
            minimum=0.0,
            maximum=1.0,
        ),
        uptake(0.2, 0.4, 0.7, OTHER_SHOPS),
        frequency_lift(
            0.0,
            0.05,
            0.16,
            N_(
                "In a coffee bar, cards that got filled were done in 24.6 days instead of 29.4, as people hurried towards the end (Kivetz"
                " and others, 2006), and there was a pause after the reward; 5 % over all participants is our assumption."
                " It belongs to the reward as proposed: expect less from a smaller one."
            ),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
)
