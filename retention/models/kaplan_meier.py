"""How long until it happens, when some are still waiting: the Kaplan–Meier curve."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np

from retention.models.history import Floats
from retention.models.prediction_interval import NORMAL_95

# Products of fractions miss exact shares by a few last digits; a quantile must not jump to the next step because of that.
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class KaplanMeier:
    """The share still waiting after each length of time, counting fairly those who have not finished waiting.

    ASSUMPTIONS: those still waiting are no different from the others (whether a wait is cut off says nothing about its
    length); waits are independent (several waits of one customer are not: give each customer one wait).

    One entry per length at which something happened, shortest first: at_risk people waited at least that long, for events of
    them it happened then; survival is the share still waiting after it, variance its squared standard error (Greenwood).
    Source: Kaplan & Meier 1958. S = prod(1 - d/n), var = S² sum(d / (n (n - d))).
    """

    durations: Floats
    at_risk: Floats
    events: Floats
    survival: Floats
    variance: Floats

    @classmethod
    def fit(cls, durations: Floats, events: Floats, censored: Floats) -> KaplanMeier:
        """The curve for these waits: per duration (any order, repeats allowed), how many ended then and how many were cut off then.

        Those cut off at a length still count as waiting at that length.
        """
        lengths, position = np.unique(np.asarray(durations, float), return_inverse=True)
        ended = np.bincount(position, weights=events, minlength=len(lengths)).astype(np.float64)
        gone = ended + np.bincount(position, weights=censored, minlength=len(lengths))
        waiting = np.cumsum(gone[::-1])[::-1].astype(np.float64)
        happened = ended > 0
        d, n = ended[happened], waiting[happened]
        survival = np.cumprod(1 - d / n).astype(np.float64)
        # where nobody is left the share is 0 for certain, as S(1-S)/n says for complete data
        spread = np.cumsum(np.divide(d, n * (n - d), out=np.zeros_like(d), where=n > d))
        return cls(lengths[happened], n, d, survival, survival**2 * spread)

    def survival_at(self, duration: float) -> float:
        """The share still waiting just after this length of time, 0 to 1."""
        steps = int(np.searchsorted(self.durations, duration, side="right"))
        return float(self.survival[steps - 1]) if steps else 1.0

    def variance_at(self, duration: float) -> float:
        """The squared standard error of `survival_at`."""
        steps = int(np.searchsorted(self.durations, duration, side="right"))
        return float(self.variance[steps - 1]) if steps else 0.0

    def interval_at(self, duration: float) -> tuple[float, float] | None:
        """Between which shares `survival_at` lies 95 times in 100; None where nobody or everybody has finished and no spread is known.

        Greenwood's on the scale of log(-log S), which stays between 0 and 1. Source: Kalbfleisch & Prentice 1980,
        S ** exp(± z se / (S log S)).
        """
        waiting, spread = self.survival_at(duration), self.variance_at(duration)
        if spread <= 0 or not 0 < waiting < 1:
            return None
        stretch = exp(NORMAL_95 * sqrt(spread) / abs(waiting * log(waiting)))
        return waiting**stretch, waiting ** (1 / stretch)

    def quantile(self, share: float) -> float | None:
        """The length by which this share of all has finished waiting; None where the data do not reach that far. 0.5 = the median."""
        return self._first_reaching(share)

    def quantile_given_event(self, share: float) -> float | None:
        """The length by which this share of those who finish at all (within the time observed) has finished; None without any.

        Smallest t with F(t) >= share × F(last event), F = 1 - S. For the wait for a second purchase: among those who ever return.
        """
        return self._first_reaching(share * (1 - float(self.survival[-1]))) if len(self.survival) else None

    def _first_reaching(self, share: float) -> float | None:
        reached = np.flatnonzero(1 - self.survival >= share - ROUNDING)
        return float(self.durations[reached[0]]) if len(reached) else None
