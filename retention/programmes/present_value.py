"""Money of different months made comparable, and when it has come back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retention.models.discounting import monthly_rate
from retention.models.history import Floats

HALF_MINOR_UNIT = 0.005  # what is less than half a kopeck away from zero is zero


def present_value(before: float, flows: Sequence[float], annual_discount_rate: float) -> float:
    """What came before the start and at the end of each month, in money of the start.

    before + sum of flow_t / (1 + i)^t; i: the `monthly_rate`.
    """
    return before + float(np.sum(_in_money_of_the_start(flows, annual_discount_rate)))


def payback_month(before: float, flows: Sequence[float], annual_discount_rate: float = 0.0) -> int | None:
    """The first month from whose end on everything spent has come back and stays so, in money of the start; None when these months are
    too few, or what came in at first is lost again later."""
    so_far = before + np.cumsum(_in_money_of_the_start(flows, annual_discount_rate))
    short = np.flatnonzero(so_far <= -HALF_MINOR_UNIT)
    month = int(short[-1]) + 2 if len(short) else 1  # the month after the last one that is short of it
    return month if month <= len(so_far) else None


def _in_money_of_the_start(flows: Sequence[float], annual_discount_rate: float) -> Floats:
    worth: Floats = np.asarray(flows, float) / (1 + monthly_rate(annual_discount_rate)) ** np.arange(1.0, len(flows) + 1)
    return worth
