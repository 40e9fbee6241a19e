"""Bundle: two things together, for existing customers cheaper than one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.programmes.assumption import BILLS, OTHER_SHOPS, Assumption, decision, uptake
from retention.programmes.programme import Customers, Effect, Figure, Programme, Values
from retention.sentence import N_


@dataclass(frozen=True, eq=False)
class BundlePart:
    """What one bundle brings beside what its buyer would have bought without it, in money: extra sales and the margin on them at full
    prices, the discount given, and the part of the discount that fell on what would have been bought anyway."""

    extra_sales: Figure
    extra_margin: Figure
    discount: Figure
    discount_anyway: Figure


def bundle(
    first_price: Figure,
    first_margin: Figure,
    second_price: Figure,
    second_margin: Figure,
    discount: Figure,
    both_anyway: Figure,
    first_anyway: Figure,
) -> BundlePart:
    """What one bundle brings. prices and discount in money, margins in money per piece at full price; both_anyway, first_anyway: shares of
    its buyers who would have bought both things, or the first alone; the rest would have bought nothing.

    Extra margin a1 m2 + a0 (m1 + m2), less the discount on every bundle sold.
    """
    nothing_anyway = 1 - both_anyway - first_anyway
    return BundlePart(
        extra_sales=first_anyway * second_price + nothing_anyway * (first_price + second_price),
        extra_margin=first_anyway * second_margin + nothing_anyway * (first_margin + second_margin),
        discount=discount,
        discount_anyway=discount * (both_anyway + first_anyway * first_price / (first_price + second_price)),
    )


def effect(values: Values, customers: Customers) -> Effect:
    """More sold to those who would not have bought both, against the discount on every bundle; the first thing costs an average check."""
    margin, rung = customers.margin_share, customers.rung
    second, both = values["second_price"], values["both_anyway"]
    part = bundle(
        1.0, margin, second, second * values["second_margin"], values["rate"] * (1 + second), both, (1 - both) * values["first_anyway"]
    )
    growth = np.asarray(part.extra_sales, float)
    bundles_yearly = values["bundle_share"] * rung.sales_per_year  # at one average check each
    return Effect(
        uptake=values["uptake"],
        sales_growth=1 + values["bundle_share"] * growth,
        growth_margin=np.where(growth > 0, part.extra_margin / np.where(growth > 0, growth, 1.0), margin),
        reward_yearly=bundles_yearly * part.discount,
        reward_yearly_anyway=bundles_yearly * part.discount_anyway,
        member_cost_yearly=values["member_cost_yearly"],
    )


BUNDLE = Programme(
    name="bundle",
    label=N_("Bundle for existing customers"),
    idea=N_("Sell two things together for less than one by one, so that people try what they have not bought yet."),
    suits=("regular", "advocate"),
    assumptions=(
        decision("rate", N_("Discount on the bundle, share of both prices together"), 0.10, maximum=0.9),
        decision("second_price", N_("Price of the second thing, share of the average check"), 0.5, maximum=5.0),
        decision("second_margin", N_("Margin on the second thing, share of its price"), 0.5),
        decision("bundle_share", N_("Share of their purchases that become the bundle"), 0.2),
        Assumption(
            name="both_anyway",
            label=N_("Share who would have bought both anyway"),
            low=0.3,
            likely=0.5,
            high=0.8,
            unit="share",
            source=N_("Assumption: count in your orders how often the two are bought together without a bundle."),
            minimum=0.0,
            maximum=1.0,
        ),
        Assumption(
            name="first_anyway",
            label=N_("Of the others, share who would have bought one of them"),
            low=0.6,
            likely=0.8,
            high=1.0,
            unit="share",
            source=N_("Assumption: most came for one of the two; only the rest bought because of the bundle."),
            minimum=0.0,
            maximum=1.0,
        ),
        uptake(0.05, 0.15, 0.3, OTHER_SHOPS),
        *BILLS,
    ),
    effect=effect,
    lever="both_anyway",
    lever_is_harm=True,
)
