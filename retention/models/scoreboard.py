"""How good a forecast was, once it is known what happened: its total, each customer, the order of customers, the size of the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats

NEARLY_EQUAL = 0.01  # errors per customer this close to the smallest (as a share of it) are a draw; the total decides
PARTS = 10


@dataclass(frozen=True)
class Decile:
    """Customers of whom about equally much was expected: how much on average, and how much came."""

    customers: float
    mean_expected: float
    mean_actual: float


@dataclass(frozen=True)
class Score:
    """One forecaster against what happened to the same customers.

    expected, actual: purchases of all of them together. error: how far the expected total lay above (+) or below (-) the actual one,
    as a share of the actual one; None where nobody bought.
    mean_absolute_error, root_mean_squared_error: purchases per customer; the second one punishes few large misses more than many small.
    ranking: 1 = the customers stand in the order in which they then bought, 0 = in no order at all, below 0 = worse than none; None where
    all bought equally often. deciles: customers by expectation, the least first; equal expectations stay together, so there may be
    fewer than ten. weekly: purchases of all expected by the end of week 1, 2, …
    expected_sales, actual_sales: what they were expected to bring and brought, in money; None where money was not forecast.
    """

    name: str
    expected: float
    actual: float
    error: float | None
    mean_absolute_error: float
    root_mean_squared_error: float
    ranking: float | None
    deciles: tuple[Decile, ...]
    weekly: tuple[float, ...] = ()
    expected_sales: float | None = None
    actual_sales: float | None = None

    @property
    def miss(self) -> float:
        """How far the actual purchases lay from the expected ones, as a share of the expected: what to add on both sides of a forecast."""
        return _miss(self.expected, self.actual)

    @property
    def money_miss(self) -> float:
        """The same for money, or that of the purchases where money was not forecast."""
        return self.miss if self.expected_sales is None or self.actual_sales is None else _miss(self.expected_sales, self.actual_sales)

    @property
    def money_error(self) -> float | None:
        """How far the expected money lay above (+) or below (-) what came, as a share of it; of purchases where money was not forecast."""
        if self.expected_sales is None or self.actual_sales is None:
            return self.error
        return self.expected_sales / self.actual_sales - 1 if self.actual_sales > 0 else None

    @classmethod
    def of(
        cls,
        name: str,
        expected: Floats,
        actual: Floats,
        customers: Floats | None = None,
        weekly: Sequence[float] = (),
        expected_sales: float | None = None,
        actual_sales: float | None = None,
    ) -> Score:
        """The score of these expectations: one row per customer, or per group of equal customers with their number.

        ValueError without customers, or where a forecast is not a number.
        """
        expected, actual = np.asarray(expected, float), np.asarray(actual, float)
        customers = np.ones(len(expected)) if customers is None else np.asarray(customers, float)
        if not len(expected) or not np.all(np.isfinite(expected)):
            raise ValueError("a score needs customers and a finite expectation of each")
        people = float(customers.sum())
        total, happened, away = float(customers @ expected), float(customers @ actual), expected - actual
        return cls(
            name=name,
            expected=total,
            actual=happened,
            error=total / happened - 1 if happened > 0 else None,
            mean_absolute_error=float(customers @ np.abs(away)) / people,
            root_mean_squared_error=float(np.sqrt(customers @ away**2 / people)),
            ranking=ranking(expected, actual, customers),
            deciles=deciles(expected, actual, customers),
            weekly=tuple(float(week) for week in weekly),
            expected_sales=expected_sales,
            actual_sales=actual_sales,
        )


def winner(scores: Sequence[Score]) -> Score:
    """The best forecaster: the smallest root mean squared error per customer, which rewards being right on average.

    Of those within 1 % of it the one whose total was closest. ValueError without scores.
    """
    best = min(score.root_mean_squared_error for score in scores)
    close = [score for score in scores if score.root_mean_squared_error <= best * (1 + NEARLY_EQUAL)]
    return min(close, key=lambda score: abs(score.expected - score.actual))


def ranking(expected: Floats, actual: Floats, customers: Floats) -> float | None:
    """How well the expectation puts customers in order: normalised Gini, 1 perfect, 0 random.

    (area under the curve "share of all purchases made by the first so many customers" - ½, customers sorted by expectation) / (the same,
    sorted by what came). Customers of equal expectation count as spread evenly over their places. None where all came out equal.
    """
    best = _area(actual, actual, customers) - 0.5 if customers @ actual > 0 else 0.0
    return (_area(expected, actual, customers) - 0.5) / best if best > 1e-12 else None


def _miss(expected: float, actual: float) -> float:
    if expected <= 0:
        return 0.0 if actual <= 0 else float("inf")
    return abs(actual - expected) / expected


def _area(key: Floats, actual: Floats, customers: Floats) -> float:
    """Mean cumulative share of `actual` when sorted by the key, the largest first."""
    _, place = np.unique(-key, return_inverse=True)
    people = np.bincount(place, weights=customers)
    gained = np.bincount(place, weights=customers * actual)
    after = np.cumsum(gained)
    return float(people @ (after - gained / 2) / (people.sum() * after[-1]))


def deciles(expected: Floats, actual: Floats, customers: Floats) -> tuple[Decile, ...]:
    """Tenths of the customers by expectation, the least first: mean expectation beside mean outcome.

    Customers of equal expectation stay together in the tenth of their middle place, so the order of the rows never matters.
    """
    levels, place = np.unique(expected, return_inverse=True)
    people = np.bincount(place, weights=customers)
    came = np.bincount(place, weights=customers * actual)
    middle = (np.cumsum(people) - people / 2) / people.sum()
    part = np.minimum((middle * PARTS).astype(np.int64), PARTS - 1)
    sums = [np.bincount(part, weights=column, minlength=PARTS) for column in (people, people * levels, came)]
    return tuple(Decile(float(n), float(mean / n), float(actual / n)) for n, mean, actual in zip(*sums, strict=True) if n)
