"""The customers known on a day: their histories until then for the models, and beside them what came later, for the models' judges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from retention.answers.ask import MOST_HISTORIES, WEEK_DAYS
from retention.models.history import Floats, Integers, Spending, Summaries
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

# Beyond this many different sums spent the mean is rounded to four digits, far finer than what a customer spends next time.
MEAN_DIGITS = 4


@dataclass(frozen=True, eq=False)
class KnownCustomers:
    """Everybody who had bought by the cut day, one entry each; times in days, money in major units.

    repeat_purchases, last_purchase_age, age: the history up to the cut day. value: what they had brought by then, less returns.
    paid_purchases, paid_value: purchase days worth something by then, and their sum. purchases_year_before: purchase days in the weeks
    that lie 364 days before those after the cut. purchases_after, value_after: from the day after the cut to the as-of day.
    """

    repeat_purchases: Floats
    last_purchase_age: Floats
    age: Floats
    value: Floats
    paid_purchases: Floats
    paid_value: Floats
    purchases_year_before: Floats
    purchases_after: Floats
    value_after: Floats

    def __len__(self) -> int:
        return len(self.age)

    @cached_property
    def grouped(self) -> tuple[Summaries, Integers]:
        """The different histories up to the cut, counted, and for each customer the row of his own.

        Times are in whole weeks where there are more than MOST_HISTORIES different ones: a large shop loses a difference of hours.
        """
        histories, row = _grouped(self.repeat_purchases, self.last_purchase_age, self.age)
        if len(histories.customers) > MOST_HISTORIES:
            weeks = (np.rint(times / WEEK_DAYS) * WEEK_DAYS for times in (self.last_purchase_age, self.age))
            histories, row = _grouped(self.repeat_purchases, *weeks)
        return histories, row

    @cached_property
    def mean_value(self) -> Floats:
        """The mean of each customer's paid purchase days; 0 without any."""
        return np.divide(self.paid_value, self.paid_purchases, out=np.zeros(len(self)), where=self.paid_purchases > 0)

    @cached_property
    def spending(self) -> Spending:
        """What paid purchase days were worth to those who have any, equal ones counted together."""
        paid = self.paid_purchases > 0
        mean = self.mean_value[paid]
        if len(mean) > MOST_HISTORIES:
            unit = 10.0 ** (np.floor(np.log10(mean)) + 1 - MEAN_DIGITS)
            mean = np.rint(mean / unit) * unit
        means, place = np.unique(mean, return_inverse=True)
        levels = max(len(means), 1)
        # one whole number per pair: sorted far faster than pairs
        pairs, customers = np.unique(self.paid_purchases[paid].astype(np.int64) * levels + place, return_counts=True)
        return Spending((pairs // levels).astype(np.float64), means[pairs % levels], customers.astype(np.float64))

    @property
    def kept_share(self) -> float:
        """What is left of a purchase day's usual value once returns and purchases worth nothing are counted in; 1 without sales."""
        purchases = len(self) + self.repeat_purchases.sum()
        usual = self.paid_value.sum() / self.paid_purchases.sum() * purchases if self.paid_purchases.sum() else 0.0
        return float(np.clip(self.value.sum() / usual, 0.0, 1.0)) if usual else 1.0


def known_customers(marts: Marts, cut_day: int) -> KnownCustomers:
    """Everybody who had bought by that day number. With the as-of day as the cut: everybody, and nothing after it."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "known_customers"), {"cut_day": cut_day})
    column = {name: rows[name].to_numpy().astype(np.float64) for name in rows.column_names}
    units = marts.facts.minor_units
    return KnownCustomers(
        repeat_purchases=column["repeat_purchases"],
        last_purchase_age=column["last_purchase_age_days"],
        age=column["age_days"],
        value=column["value"] / units,
        paid_purchases=column["paid_purchases"],
        paid_value=column["paid_value"] / units,
        purchases_year_before=column["purchases_year_before"],
        purchases_after=column["purchases_after"],
        value_after=column["value_after"] / units,
    )


def _grouped(x: Floats, last: Floats, age: Floats) -> tuple[Summaries, Integers]:
    lasts, ages = int(last.max(initial=0)) + 1, int(age.max(initial=0)) + 1
    packed = (x.astype(np.int64) * lasts + last.astype(np.int64)) * ages + age.astype(np.int64)
    distinct, row, customers = np.unique(packed, return_inverse=True, return_counts=True)
    columns = (distinct // (lasts * ages), distinct // ages % lasts, distinct % ages, customers)
    return Summaries(*(column.astype(np.float64) for column in columns)), row.astype(np.int64)
