"""Guaranteed-prize draw: every purchase draws a prize, mostly a small one, seldom a big one."""

from __future__ import annotations

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, OTHER_SHOPS, decision, frequency_lift, uptake
from retention.programmes.prize_draw import prize_mean
from retention.programmes.programme import Customers, Effect, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """More purchases from those who take part, against a prize with *every* purchase of theirs: e = mean prize ÷ average check."""
    big, middle = values["big_chance"], values["middle_chance"] * (1 - values["big_chance"])
    mean = prize_mean((big, middle, 1 - big - middle), (values["big_prize"], values["middle_prize"], values["small_prize"]))
    return more_sales(values, customers, reward_share=mean, reward_growth=1 + values["frequency_lift"])


GUARANTEED_DRAW = Programme(
    name="guaranteed_draw",
    label=N_("Draw where everybody wins"),
    idea=N_("Let every purchase draw a prize, mostly a small one, seldom a big one: more thrill than a discount of the same cost."),
    suits=("first_purchase", "regular"),
    assumptions=(
        decision("big_prize", N_("Cost of the big prize, in average checks"), 2.0, unit="count", maximum=1000.0),
        decision("big_chance", N_("Share of purchases that draw the big prize"), 0.01),
        decision("middle_prize", N_("Cost of the middle prize, share of the average check"), 0.2, maximum=10.0),
        decision("middle_chance", N_("Share of the other purchases that draw the middle prize"), 0.09),
        decision("small_prize", N_("Cost of the small prize (all others), share of the average check"), 0.02, maximum=1.0),
        uptake(0.3, 0.6, 0.9, OTHER_SHOPS),
        frequency_lift(
            0.0,
            0.0,
            0.15,
            N_(
                "Assumption: people like a chance of a free item better than a sure discount of the same cost (Mazar and others, 2017),"
                " where the discount is small; that they come more often for it is not shown, so it starts at nothing."
            ),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
)
