"""What a point more or less is worth, worked out on the shop's own customers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retention.answers.acquisition_groups import spend_in_window
from retention.answers.customer_values import CustomerValues
from retention.answers.known_customers import KnownCustomers
from retention.answers.predictions import MONTH_DAYS
from retention.models.discounting import discounted_sum
from retention.models.fewer_leaving import chance_of_leaving, purchases_if_fewer_leave
from retention.models.history import Floats
from retention.models.purchase_model import PurchaseModel
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts

POINT = 0.01


@dataclass(frozen=True)
class Point:
    """One change and what it would add over the months ahead: money in major units, share of the base value.

    kind: leaving, margin, check, acquisition_cost, discount. None = not known, for the reason in `missing`.
    """

    kind: str
    label: Sentence
    money: float | None
    share: float | None
    missing: Sentence | None = None


@dataclass(frozen=True, eq=False)
class Ahead:
    """The months ahead of all customers: the model, its different histories, and the money per purchase of all who share a history."""

    model: PurchaseModel
    known: KnownCustomers
    money_per_purchase: Floats
    horizon_months: int

    def total(self, annual_discount_rate: float, part: float = 1.0) -> float:
        """What all of them bring, each month's money counted from its middle; part: the chances of leaving as a part of what they are."""
        histories = self.known.grouped[0]
        x, last, age = histories.repeat_purchases, histories.last_purchase_age, histories.age
        months = np.arange(1, self.horizon_months + 1) * MONTH_DAYS
        by_end = [purchases_if_fewer_leave(self.model, x, last, age, month, part) @ self.money_per_purchase for month in months.tolist()]
        return float(discounted_sum(by_end, annual_discount_rate))


def points(marts: Marts, values: CustomerValues) -> tuple[Point, ...]:
    """Five changes of one point or one per cent, each alone, the others as they are; what it takes to bring them about is not in it.

    None where nothing is forecast.
    """
    model = values.fits.model if values.fits else None
    if model is None or values.expected_check is None:
        return ()
    _, row = values.known.grouped
    money_per_purchase = np.bincount(row, weights=values.expected_check * values.per_sale).astype(np.float64)
    ahead = Ahead(model, values.known, money_per_purchase, values.horizon_months)
    rate = values.annual_discount_rate
    base = ahead.total(rate)
    return (
        _leaving(ahead, rate, base),
        _margin(values, base),
        _point("check", sentence("The average check is 1 % higher"), POINT * base, base),
        _acquisition_cost(marts, values, base),
        _discount(ahead, rate, base),
    )


def _leaving(ahead: Ahead, rate: float, base: float) -> Point:
    chance = chance_of_leaving(ahead.model)
    label = sentence("One customer in a hundred fewer leaves after a purchase")
    if chance <= POINT:
        return Point("leaving", label, None, None, sentence("Fewer than one customer in a hundred leaves after a purchase as it is."))
    return _point("leaving", label, ahead.total(rate, 1 - POINT / chance) - base, base)


def _margin(values: CustomerValues, base: float) -> Point:
    label = sentence("The margin is one point higher")
    if values.margin_share is None:
        return Point("margin", label, None, None, sentence("The margin is not known: set the margin share in the sidebar."))
    if values.margin_share <= 0:
        return Point(
            "margin", label, None, None, sentence("The goods cost more than they are sold for, so there is no margin to build on.")
        )
    return _point("margin", label, base / values.margin_share * POINT, base)


def _acquisition_cost(marts: Marts, values: CustomerValues, base: float) -> Point:
    """As much spend in each of the months ahead as in a month of the window, 1 % cheaper."""
    label = sentence("Winning new customers costs 1 % less")
    spent = spend_in_window(marts)
    if spent.money is None or not spent.money[0]:
        reason = spent.missing or sentence("There is no spend on winning customers in this window.")
        return Point("acquisition_cost", label, None, None, reason)
    return _point("acquisition_cost", label, spent.money[0] / values.window_months * values.horizon_months * POINT, base)


def _discount(ahead: Ahead, rate: float, base: float) -> Point:
    label = sentence("Money a year away counts for one point more")
    if rate < POINT:
        return Point("discount", label, None, None, sentence("The yearly discount is less than one point as it is."))
    return _point("discount", label, ahead.total(rate - POINT) - base, base)


def _point(kind: str, label: Sentence, money: float, base: float) -> Point:
    return Point(kind, label, money, money / base if base > 0 else None)
