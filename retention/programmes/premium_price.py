"""Premium price: those who value the shop most pay a little more, for something better."""

from __future__ import annotations

import numpy as np

from retention.programmes.assumption import BILLS, Assumption, decision, uptake
from retention.programmes.programme import Customers, Effect, Programme, Values
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """The premium on all that is still bought, all of it margin, less the margin on purchases lost and on customers who leave."""
    lost = np.minimum(values["premium"] * 100 * values["lost_per_percent"], 1.0)
    return Effect(
        uptake=values["uptake"],
        sales_growth=1 - lost,
        reward_share=values["rate"],
        price_growth=values["premium"],
        fewer_lapses=-values["more_lapses"],
        member_cost_yearly=values["member_cost_yearly"],
    )


PREMIUM_PRICE = Programme(
    name="premium_price",
    label=N_("Premium price for advocates"),
    idea=N_("Offer those who value you most something better at a higher price; some will buy less."),
    suits=("advocate",),
    assumptions=(
        decision("premium", N_("How much higher the price is"), 0.05, maximum=1.0),
        decision("rate", N_("Cost of what they get for it, share of their sales"), 0.0, maximum=0.5),
        uptake(
            0.2,
            0.5,
            0.8,
            N_("Assumption: the rest keep the old price; put in your own figure after the first month."),
            N_("Share of customers who pay it"),
        ),
        Assumption(
            name="lost_per_percent",
            label=N_("Purchases lost for every 1 % that the price is higher"),
            low=0.0,
            likely=0.01,
            high=0.026,
            unit="share",
            source=N_(
                "In 81 studies of brands a price 1 % higher cost 2.6 % of purchases on average (Bijmolt and others, 2005); that those who"
                " value you most mind less, 1 % for 1 %, is our assumption."
            ),
            minimum=0.0,
            maximum=0.1,
        ),
        Assumption(
            name="more_lapses",
            label=N_("How many more stop buying"),
            low=0.0,
            likely=0.0,
            high=0.10,
            unit="share",
            source=N_("Assumption: advocates do not leave over a little money; watch it and set what you see."),
            minimum=0.0,
            maximum=5.0,
        ),
        *BILLS,
    ),
    effect=effect,
    lever="lost_per_percent",
    lever_is_harm=True,
)
