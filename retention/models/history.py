"""What the models are fitted on: customers' histories, equal ones counted together."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Yes = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Summaries:
    """Purchase histories: one row per distinct history, with the number of customers who share it.

    repeat_purchases (x): purchase days after the first one. last_purchase_age (t_x): time from the first to the last purchase.
    age (T): time from the first purchase to the end of the data. Any one unit of time, the same for both; 0 <= t_x <= T.
    ValueError where the rows contradict themselves.
    """

    repeat_purchases: Floats
    last_purchase_age: Floats
    age: Floats
    customers: Floats

    def __post_init__(self) -> None:
        _store_as_columns(self)
        if not np.all((self.last_purchase_age >= 0) & (self.last_purchase_age <= self.age)):
            raise ValueError("the last purchase must lie between the first purchase and the end of the data")
        if np.any((self.repeat_purchases == 0) & (self.last_purchase_age > 0)):
            raise ValueError("without a repeat purchase the last purchase is the first one")
        if np.any(self.repeat_purchases < 0) or np.any(self.customers <= 0):
            raise ValueError("repeat purchases cannot be negative and every history needs a customer")

    def rounded(self, step: float) -> Summaries:
        """The same customers with their times rounded to whole steps (such as 7 days), so that far fewer histories differ."""
        last, age = (np.rint(times / step).astype(np.int64) for times in (self.last_purchase_age, self.age))
        repeats = self.repeat_purchases.astype(np.int64)
        ages, lasts = int(age.max(initial=0)) + 1, int(last.max(initial=0)) + 1
        packed, place = np.unique((repeats * lasts + last) * ages + age, return_inverse=True)
        customers = np.bincount(place, weights=self.customers).astype(np.float64)
        return Summaries(packed // (ages * lasts), packed // ages % lasts * step, packed % ages * step, customers)

    @property
    def median_age(self) -> float:
        """Half of the customers are known for at least this long (in the unit of the rows)."""
        order = np.argsort(self.age)
        running = np.cumsum(self.customers[order])
        return float(self.age[order][np.searchsorted(running, running[-1] / 2)])


def counts_of(summaries: Summaries) -> tuple[Floats, Floats]:
    """The distinct numbers of repeat purchases and how many customers have each, without sorting."""
    customers = np.bincount(summaries.repeat_purchases.astype(np.int64), weights=summaries.customers)
    distinct = np.flatnonzero(customers)
    return distinct.astype(np.float64), customers[distinct].astype(np.float64)


@dataclass(frozen=True, eq=False)
class Spending:
    """What purchases are worth: one row per distinct pair of number and mean, with the number of customers who share it.

    purchases: purchase days of one customer. mean_value: what they were worth on average, in any one unit of money, above zero
    (the models of spending have no place for customers who bring nothing or cost money: leave them out).
    ValueError where the rows contradict themselves.
    """

    purchases: Floats
    mean_value: Floats
    customers: Floats

    def __post_init__(self) -> None:
        _store_as_columns(self)
        if not np.all((self.purchases > 0) & np.isfinite(self.purchases)):
            raise ValueError("a mean value needs at least one purchase")
        if not np.all((self.mean_value > 0) & np.isfinite(self.mean_value)):
            raise ValueError("mean values must be above zero")
        if not np.all((self.customers > 0) & np.isfinite(self.customers)):
            raise ValueError("every row needs a customer")

    @property
    def median_value(self) -> float:
        """Half of the customers spend at most this much per purchase on average."""
        order = np.argsort(self.mean_value)
        running = np.cumsum(self.customers[order])
        return float(self.mean_value[order][np.searchsorted(running, running[-1] / 2)])


@dataclass(frozen=True, eq=False)
class Gaps:
    """Waits between purchases: one row per purchase number, length and whether the wait has ended, with its number of customers.

    purchase_number (k): 1 = the wait after the first purchase. gap_days: its length, up to the end of the data where it still runs.
    is_closed: 1 = ended by a purchase, 0 = still open (kept, because leaving open waits out makes customers look faster than they are).
    """

    purchase_number: Floats
    gap_days: Floats
    is_closed: Floats
    customers: Floats

    def __post_init__(self) -> None:
        _store_as_columns(self)
        if np.any(self.gap_days < 0) or np.any(self.customers <= 0):
            raise ValueError("a wait cannot be negative and needs a customer")


def _store_as_columns(rows: Summaries | Spending | Gaps) -> None:
    columns = {field.name: np.asarray(getattr(rows, field.name), dtype=np.float64) for field in fields(rows)}
    if len({column.shape for column in columns.values()}) != 1 or next(iter(columns.values())).ndim != 1:
        raise ValueError("columns of one table have one length")
    for name, column in columns.items():
        object.__setattr__(rows, name, column)  # because the dataclass is frozen
