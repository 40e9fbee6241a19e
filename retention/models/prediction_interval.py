"""How far off a total may be: what the model itself says, and what its own past mistake adds."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from retention.models.history import Floats, Summaries
from retention.models.purchase_model import PurchaseModel

STEP = 1e-4  # in log-parameters: small enough to be straight, large enough to keep eight digits
DRAWS = 50_000  # random futures over all histories together: the spread of the total is then known to about one per cent
FEWEST_DRAWS = 20
SEED = 20_260
NORMAL_90, NORMAL_95 = 1.6448536269514722, 1.959963984540054  # so many deviations on both sides hold 90 and 95 in 100


class Interval(NamedTuple):
    """A total with the range that should hold it 95 times in 100, by the model's own account."""

    low: float
    mean: float
    high: float


def total_interval(model: PurchaseModel, histories: Summaries, ahead: float, worth: Floats | float = 1.0) -> Interval | None:
    """Purchases (or money) to expect from all these customers together within `ahead`, with a range for it.

    Two things make it uncertain: the parameters are only known as well as the data allow, and customers decide by chance. The range is
    log-normal with both variances added. worth: money per purchase, one for all or one per row (its own uncertainty is not in the range);
    leave it out for purchases. None where the data do not pin the parameters down.

    TOO NARROW as a rule: it trusts the model. Show it only beside the back-test's error, or use `honest_interval`.
    """
    doubt = parameter_deviation(model, histories, ahead, worth)
    if doubt is None:
        return None
    mean = _total(model, histories, ahead, worth)
    return _log_normal(mean, float(np.hypot(doubt, sampling_deviation(model, histories, ahead, worth))))


def honest_interval(interval: Interval, miss: float) -> Interval:
    """The model's range, widened on either side until it would have covered the miss of its own back-test.

    Each side reaches at least mean × (1 ± miss), miss = |actual - expected| / expected in the back-test (`Score.miss`, `Score.money_miss`).
    A forecast that was 14 % off once may be so again: the range is never narrower than that. It may still be too narrow for a forecast
    that looks further ahead than the back-test did.
    """
    low, mean, high = interval
    return Interval(max(0.0, min(low, mean * (1 - miss))), mean, max(high, mean * (1 + miss))) if mean > 0 else interval


def parameter_deviation(model: PurchaseModel, histories: Summaries, ahead: float, worth: Floats | float = 1.0) -> float | None:
    """The part of the total's standard deviation that more data would remove: delta method on log-parameters, central differences."""
    if model.log_covariance is None:
        return None
    slopes = []
    for name, value in model.parameters.items():
        above, below = (_total(replace(model, **{name: value * np.exp(step)}), histories, ahead, worth) for step in (STEP, -STEP))
        slopes.append((above - below) / (2 * STEP))
    slope = np.array(slopes)
    return float(np.sqrt(max(slope @ np.array(model.log_covariance) @ slope, 0.0)))


def sampling_deviation(model: PurchaseModel, histories: Summaries, ahead: float, worth: Floats | float = 1.0) -> float:
    """The part of the total's standard deviation that no data remove: customers decide by chance, each for himself.

    Variance of each history from random futures (seeded: the same question has the same answer), times the square of its worth.
    """
    random, rows = np.random.default_rng(SEED), len(histories.customers)
    draws = max(FEWEST_DRAWS, DRAWS // max(rows, 1))
    at_once = draws if draws > FEWEST_DRAWS else 1  # few histories in one go, many one future after the other
    x, last, age = (np.tile(column, at_once) for column in (histories.repeat_purchases, histories.last_purchase_age, histories.age))
    first, second = np.zeros(rows), np.zeros(rows)
    for _ in range(draws // at_once):
        drawn = model.draw_purchases(x, last, age, ahead, random).reshape(at_once, rows).astype(np.float64)
        first += drawn.sum(axis=0)
        second += (drawn**2).sum(axis=0)
    variance = (second - first**2 / draws) / (draws - 1)
    return float(np.sqrt(histories.customers @ (variance * np.square(worth))))


def _total(model: PurchaseModel, histories: Summaries, ahead: float, worth: Floats | float) -> float:
    expected = model.expected_purchases(histories.repeat_purchases, histories.last_purchase_age, histories.age, ahead)
    return float(histories.customers @ (expected * worth))


def _log_normal(mean: float, deviation: float) -> Interval:
    if mean <= 0:
        return Interval(0.0, 0.0, 0.0)
    variance = np.log1p((deviation / mean) ** 2)
    middle, half = np.log(mean) - variance / 2, NORMAL_95 * np.sqrt(variance)
    return Interval(float(np.exp(middle - half)), mean, float(np.exp(middle + half)))
