"""What every customer is worth in three ways: by the simple sum, by what they have brought, and by what is to be expected of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from retention.answers.customer_groups import Grouping, with_tiers
from retention.answers.customer_months import margin_share_of
from retention.answers.customer_records import CustomerRecords, customer_records
from retention.answers.fits import Fits
from retention.answers.known_customers import KnownCustomers
from retention.answers.predictions import MONTH_DAYS, predict, total_by_rule, total_range
from retention.models.history import Floats, Integers, Yes
from retention.warehouse import Marts


@dataclass(frozen=True, eq=False)
class CustomerValues:
    """One entry per customer who has bought by the as-of day, in the order of the customer's key; money in major units.

    known: their histories and what their purchases were worth, as the models take them.
    sales, margin: everything brought so far, less returns; margin is NaN where a cost is missing and no margin share was given.
    simple, historic, predicted: the three values, all in margin where is_margin, else all in sales.
      simple: what the textbook sum says of this customer: own sales (or margin) of the window ÷ its months × months ahead; 0 for those
        who bought nothing in it.
      historic: sales (or margin) so far.
      predicted: expected purchases of each month ahead × expected_check × margin_share; each month's part counts less by the annual
        discount rate, as money that comes in the middle of that month (a month is 30.4375 days).
    alive: how likely each is still a customer; chance_to_buy, expected_purchases: within the months ahead; expected_check: what a
    purchase of theirs is expected to be worth, in sales, returns counted in; discount: what a purchase of the months ahead counts for
    today. These five and `predicted` are None where too few have bought to forecast; single entries are rough in small shops (fits.size).
    predicted_range: where the sum of `predicted` should lie 95 times in 100, the back-test's miss included; None without a back-test.
    predicted_by_rule: that sum by the simple rule that did better than every model in the back-test; None where a model did best.
    margin_share: margin ÷ sales in the window, where is_margin. window_months: the window's length.
    groupings: the ways these customers can be sorted into groups, by name.
    """

    as_of: date
    currency: str | None
    window_months: float
    horizon_months: int
    annual_discount_rate: float
    is_margin: bool
    margin_share: float | None
    fits: Fits | None
    customer: Integers
    customer_id: NDArray[np.object_]
    first_day: Integers
    last_day: Integers
    purchase_days: Integers
    orders: Integers
    rung: Integers
    turn: Integers
    is_at_risk: Yes
    known: KnownCustomers
    sales: Floats
    margin: Floats
    window_sales: Floats
    window_margin: Floats
    window_purchase_days: Integers
    simple: Floats
    historic: Floats
    alive: Floats | None
    chance_to_buy: Floats | None
    expected_purchases: Floats | None
    expected_check: Floats | None
    discount: Floats | None
    predicted: Floats | None
    predicted_range: tuple[float, float] | None
    predicted_by_rule: float | None
    groupings: Mapping[str, Grouping]

    @property
    def bought_in_window(self) -> Yes:
        """Who made a purchase in the window; a return is none."""
        return self.window_purchase_days > 0

    @property
    def x(self) -> Floats:
        """Purchase days after the first."""
        return self.known.repeat_purchases

    @property
    def t_x(self) -> Floats:
        """Days from the first purchase to the last."""
        return self.known.last_purchase_age

    @property
    def T(self) -> Floats:
        """Days from the first purchase to the as-of day."""
        return self.known.age

    @property
    def paid_purchases(self) -> Floats:
        """Purchase days worth something."""
        return self.known.paid_purchases

    @property
    def mean_check(self) -> Floats:
        """Their mean in sales; 0 without any."""
        return self.known.mean_value

    @property
    def per_sale(self) -> float:
        """What a unit of expected sales counts for: the margin share, or 1 where everything is counted in sales."""
        return 1.0 if self.margin_share is None else self.margin_share

    @property
    def choices(self) -> tuple[str, ...]:
        """The ways of sorting that exist in these data: rung, tier, channel, cohort, city, store, category, product."""
        return tuple(self.groupings)


def customer_values(marts: Marts, fits: Fits | None = None, records: CustomerRecords | None = None) -> CustomerValues:
    """The three values of every customer; without fits (or with too few customers for one) nothing is forecast.

    Money is in margin where the margin of every sale is known (costs in the data, or the question's margin share), else in sales;
    the two are never mixed. records: those of the same data and shape of question, where somebody keeps them; read anew otherwise.
    """
    records = customer_records(marts) if records is None else records
    facts, asked, known, column = marts.facts, marts.question, records.known, records.column
    share = margin_share_of(marts)
    sales, window_sales = (column[name] / facts.minor_units for name in ("value", "window_value"))
    margin, window_margin = (_margin(marts, column, start) for start in ("", "window_"))
    historic, in_window = (sales, window_sales) if share is None else (margin, window_margin)
    months = facts.window_days / MONTH_DAYS
    seen = fits and predict(fits, known, asked.horizon_months, asked.annual_discount_rate)
    per_sale = 1.0 if share is None else share
    predicted = seen.value * per_sale if seen else None
    by_rule = total_by_rule(marts, fits, known, column["lapsed_after_days"].astype(np.float64)) if fits and seen else None
    return CustomerValues(
        as_of=facts.as_of,
        currency=facts.currency,
        window_months=months,
        horizon_months=asked.horizon_months,
        annual_discount_rate=asked.annual_discount_rate,
        is_margin=share is not None,
        margin_share=share,
        fits=fits,
        customer=column["customer"],
        customer_id=records.customer_id,
        first_day=column["first_day"],
        last_day=column["last_day"],
        purchase_days=column["purchase_days"],
        orders=column["orders"],
        rung=column["rung"],
        turn=column["turn"],
        is_at_risk=column["is_at_risk"] > 0,
        known=known,
        sales=sales,
        margin=margin,
        window_sales=window_sales,
        window_margin=window_margin,
        window_purchase_days=column["window_purchase_days"],
        simple=np.where(column["window_purchase_days"] > 0, in_window / months * asked.horizon_months, 0.0),
        historic=historic,
        alive=seen.alive if seen else None,
        chance_to_buy=seen.chance_to_buy if seen else None,
        expected_purchases=seen.expected_purchases if seen else None,
        expected_check=seen.expected_check if seen else None,
        discount=seen.discount if seen else None,
        predicted=predicted,
        predicted_range=None if fits is None or predicted is None else total_range(fits, known, predicted, asked.horizon_months),
        predicted_by_rule=None if by_rule is None else by_rule * per_sale,
        groupings=with_tiers(records.groupings, historic),
    )


def _margin(marts: Marts, column: Mapping[str, Integers], start: str) -> Floats:
    """Known margin plus the margin share of what has no known cost, in major units; NaN where that share is needed and not given."""
    share = marts.question.margin_share
    margin = column[f"{start}margin"] + (share or 0.0) * column[f"{start}uncosted_value"]
    # a sale without a cost and its return cancel out: whether a margin is known is a matter of all that was bought, in the window or not
    is_known = (column["uncosted_value"] == 0) | (share is not None)
    return np.where(is_known, margin, np.nan) / marts.facts.minor_units
