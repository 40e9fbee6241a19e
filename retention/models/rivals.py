"""Forecasts anybody can make on paper: what the purchase models have to beat on the shop's own past."""

from __future__ import annotations

import numpy as np

from retention.models.history import Floats

# 52 whole weeks, so that the same days of the week are compared: a café's Monday with a Monday.
YEAR_DAYS = 364


def own_pace(repeat_purchases: Floats, age: Floats, ahead: float) -> Floats:
    """Further purchases of each customer if everybody keeps buying as often as so far, for ever: x × ahead / T.

    Nobody is ever taken to have left, and who bought once is expected to buy never again. A customer who first bought on the very last
    day (T = 0) has shown no pace yet: 0. One unit of time for age and ahead.
    """
    purchases, known = np.broadcast_arrays(np.asarray(repeat_purchases, float), np.asarray(age, float))
    pace: Floats = np.divide(purchases * ahead, known, out=np.zeros(known.shape), where=known > 0)
    return pace


def silence_rule(repeat_purchases: Floats, last_purchase_age: Floats, age: Floats, ahead: float, limit: Floats | float) -> Floats:
    """As `own_pace`, but nothing from customers who have been silent for longer than the limit: they are taken to be gone.

    limit: one for all or one per customer, in the unit of the ages; silence = T - t_x.
    """
    silence = np.asarray(age, float) - np.asarray(last_purchase_age, float)
    expected: Floats = np.where(silence > limit, 0.0, own_pace(repeat_purchases, age, ahead))
    return expected


def as_last_year(purchases_last_year: Floats, days_before: float) -> Floats | None:
    """Each customer buys as often as in the same weeks a year (`YEAR_DAYS`) before, first purchases included.

    None where the data reach back less than YEAR_DAYS from the first day forecast (days_before): there is no such year to look at.
    Customers who came later than those weeks are expected to buy nothing.
    """
    return np.asarray(purchases_last_year, float) if days_before >= YEAR_DAYS else None
