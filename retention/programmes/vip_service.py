"""VIP service: the best customers are looked after better, so that they stay."""

from __future__ import annotations

from retention.programmes.assumption import BASKET_LIFT, BILLS, HALF_LIFE_MONTHS, Assumption, decision, frequency_lift
from retention.programmes.programme import Customers, Effect, Programme, Values, more_sales
from retention.sentence import N_


def effect(values: Values, customers: Customers) -> Effect:
    """Fewer who stop buying, for as long as the service lasts, against what the service costs on *all* their sales."""
    return more_sales(
        values, customers, reward_share=values["rate"], fewer_lapses=values["fewer_lapses"], lapses_half_life_months=float("inf")
    )


VIP_SERVICE = Programme(
    name="vip_service",
    label=N_("VIP service"),
    idea=N_("Look after your best customers better, so that they stay: their own line, first choice, a call on their birthday."),
    suits=("regular", "advocate"),
    assumptions=(
        decision("rate", N_("Cost of the service, share of their sales"), 0.02, maximum=0.5),
        decision("uptake", N_("Share of customers who get it"), 1.0, N_("Your decision: whom you look after.")),
        Assumption(
            name="fewer_lapses",
            label=N_("How many fewer stop buying"),
            low=0.0,
            likely=0.05,
            high=0.20,
            unit="share",
            source=N_("Assumption: no measured figure was found. Where 20 of 100 leave in a year, a twentieth fewer is one customer kept."),
            minimum=0.0,
            maximum=1.0,
        ),
        frequency_lift(
            0.0,
            0.0,
            0.0,
            N_("Assumption: the service is meant to keep people, not to make them buy more; set it if you have measured it."),
        ),
        BASKET_LIFT,
        HALF_LIFE_MONTHS,
        *BILLS,
    ),
    effect=effect,
    lever="fewer_lapses",
    pays_later=True,
)
