"""The panic reaction to a bad month: prices cut for everybody, a loan, staff sent home."""

from __future__ import annotations

from retention.programmes.assumption import BILLS, Assumption, decision, frequency_lift
from retention.programmes.business import Business
from retention.programmes.programme import Customers, Effect, Figure, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """A short rush at the lower price, which stays; served worse by fewer people, more customers stop buying, and that stays too."""
    return more_sales(
        {**values, "basket_lift": 0.0},
        customers,
        reward_share=values["rate"],
        fewer_lapses=-values["more_lapses"],
        lapses_half_life_months=float("inf"),
    )


def fixed_cost_yearly(values: Values, business: Business) -> Figure:
    """The interest on the loan less the wages saved, in shares of what the shop sells in its first year, and whatever else runs by
    itself."""
    return values["fixed_cost_yearly"] + business.sales_in_first_year() * (values["loan"] * values["interest"] - values["wages_saved"])


PANIC_REACTION = Programme(
    name="panic_reaction",
    label=N_("Panic: cut prices, borrow, cut staff"),
    idea=N_("What is done in a fright: sales jump and money comes in at once, then the rush ends while the costs and the leaving stay."),
    suits=("first_purchase", "regular", "advocate", "lapsed"),
    assumptions=(
        decision("rate", N_("Price cut for everybody"), 0.10, maximum=0.9),
        decision("uptake", N_("Share of customers who get the lower price"), 1.0),
        frequency_lift(
            0.0,
            0.10,
            0.25,
            N_("Assumption: an average of the first year; with a short rush nearly all of it falls into the first months."),
            N_("How much more often they buy"),
        ),
        Assumption(
            name="half_life_months",
            label=N_("Months until half of the rush is over"),
            low=1.0,
            likely=2.0,
            high=4.0,
            unit="months",
            source=N_("Assumption: such jumps were seen to be short; people get used to the lower price and others follow."),
            minimum=1.0,
            maximum=120.0,
        ),
        decision(
            "wages_saved",
            N_("Wages saved, share of yearly sales"),
            0.05,
            N_("Your decision: what you would no longer pay, counted from the first month; what leaving staff are owed is a one-off cost."),
            maximum=0.5,
            differs_by_rung=False,
        ),
        Assumption(
            name="more_lapses",
            label=N_("How many more stop buying, served by fewer people"),
            low=0.0,
            likely=0.15,
            high=0.40,
            unit="share",
            source=N_("Assumption: no measured figure was found; worse service and waiting cost customers, and it does not wear off."),
            minimum=0.0,
            maximum=5.0,
        ),
        decision(
            "loan",
            N_("Loan, share of yearly sales"),
            0.10,
            N_("Your decision. The loan itself is no profit, as it has to be paid back: only its interest counts."),
            maximum=5.0,
            differs_by_rung=False,
        ),
        decision(
            "interest", N_("Interest on the loan per year"), 0.15, N_("Assumption: put in what your bank asks."), differs_by_rung=False
        ),
        *BILLS,
    ),
    effect=effect,
    fixed_cost_yearly=fixed_cost_yearly,
    includes_first_purchases=True,
)
