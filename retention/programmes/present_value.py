"""Money of different months made comparable, and when it has come back."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retention.programmes.business import MONTHS_IN_YEAR

HALF_MINOR_UNIT = 0.005  # what is less than half a kopeck away from zero is zero


def present_value(before: float, flows: Sequence[float], annual_discount_rate: float) -> float:
    """What came before the start and at the end of each month, in money of the start.

    before + sum of flow_t / (1 + i)^(t / 12); i: share per year, (1 + i)^(1/12) - 1 a month.
    """
    waits = (1 + annual_discount_rate) ** (np.arange(1, len(flows) + 1) / MONTHS_IN_YEAR)
    return before + float(np.sum(np.asarray(flows, float) / waits))


def payback_month(before: float, flows: Sequence[float], annual_discount_rate: float = 0.0) -> int | None:
    """The first month from whose end on everything spent has come back and stays so, in money of the start; None when these months are
    too few, or what came in at first is lost again later."""
    waits = (1 + annual_discount_rate) ** (np.arange(1, len(flows) + 1) / MONTHS_IN_YEAR)
    so_far = before + np.cumsum(np.asarray(flows, float) / waits)
    short = np.flatnonzero(so_far <= -HALF_MINOR_UNIT)
    month = int(short[-1]) + 2 if len(short) else 1  # the month after the last one that is short of it
    return month if month <= len(so_far) else None
