"""The CDNOW sample (2,357 customers who first bought in the first quarter of 1997), read from the `lifetimes` package's own data file.

One purchase per customer and day; histories end on 1997-09-30, what came in the 39 weeks after is for checking forecasts; weeks = days / 7.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from retention.models.history import Summaries

END = date(1997, 9, 30)
HOLDOUT_WEEKS = 39.0


@lru_cache
def purchase_days() -> list[list[date]]:
    """Every customer's purchase days in order, the first of them before END."""
    package = find_spec("lifetimes")  # for its data file only: none of its code is run
    assert package is not None and package.origin is not None
    days_of: dict[str, set[date]] = {}
    for line in (Path(package.origin).parent / "datasets" / "CDNOW_sample.txt").read_text().splitlines():
        if line.strip():
            _, customer, day, *_ = line.split()
            days_of.setdefault(customer, set()).add(datetime.strptime(day, "%Y%m%d").date())
    return [sorted(days) for days in days_of.values()]


@lru_cache
def cdnow_histories() -> np.ndarray:
    """x, t_x, T in weeks, one row per customer."""
    known = [[day for day in days if day <= END] for days in purchase_days()]
    return np.array([(len(days) - 1, (days[-1] - days[0]).days / 7, (END - days[0]).days / 7) for days in known])


@lru_cache
def holdout_purchases() -> np.ndarray:
    """Purchase days after END, one number per customer, in the order of `cdnow_histories`."""
    return np.array([sum(day > END for day in days) for days in purchase_days()])


def grouped(histories: np.ndarray) -> Summaries:
    """Equal histories counted together."""
    distinct, counts = np.unique(histories, axis=0, return_counts=True)
    return Summaries(*distinct.T, counts)
