"""Do nothing: the months as they would come anyway, beside which every programme is measured."""

from __future__ import annotations

from retention.programmes.assumption import FIXED_COST, SETUP_COST
from retention.programmes.programme import Customers, Effect, Programme, Values
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """Nobody takes part in nothing."""
    return Effect(uptake=0.0)


DO_NOTHING = Programme(
    name="do_nothing",
    label=N_("Do nothing"),
    idea=N_("Leave everything as it is: what every programme is compared with."),
    suits=("first_purchase", "regular", "advocate", "lapsed"),
    assumptions=(FIXED_COST, SETUP_COST),
    effect=effect,
    lever="fixed_cost_yearly",
    lever_is_harm=True,
)
