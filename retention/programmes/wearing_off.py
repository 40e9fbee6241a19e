"""How an effect wears off as the months go by."""

from __future__ import annotations

import numpy as np

from retention.models.history import Floats
from retention.programmes.business import MONTHS_IN_YEAR
from retention.programmes.programme import Effect, Figure


class WearingOff:
    """What is left of an effect, against its first year's average: above 1 early, below 1 late, 1 if nothing wears off.

    2^(-(t + 1/2) / h) in month t (0 = the first), divided by its mean over the first twelve, so that a lift of 5 % is one of 5 % over the
    first year. left: of growth, returns and new customers; lapses_left: of fewer lapses.
    """

    def __init__(self, effect: Effect) -> None:
        own = effect.lapses_half_life_months
        self._monthly, self.left = _first_month(effect.half_life_months)
        self._lapses_monthly, self.lapses_left = (self._monthly, self.left) if own is None else _first_month(own)

    def next_month(self) -> None:
        """Goes on by a month."""
        is_same = self.lapses_left is self.left
        self.left = self.left * self._monthly
        self.lapses_left = self.left if is_same else self.lapses_left * self._lapses_monthly


def _first_month(half_life: Figure) -> tuple[Figure, Figure]:
    """What a month leaves of an effect, and the first month's effect against the first year's average."""
    if np.all(np.isinf(half_life)):
        return 1.0, 1.0
    monthly: Floats = np.exp2(-1 / np.asarray(half_life, float))
    # endless half-lives among finite ones: nothing wears off, and the sum over the year is twelve
    year = np.where(monthly < 1, (1 - monthly**MONTHS_IN_YEAR) / (MONTHS_IN_YEAR * np.maximum(1 - monthly, 1e-300)), 1.0)
    return monthly, 1 / year
