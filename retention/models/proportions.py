"""Shares counted on few people: how far to trust one, and whether two differ by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.stats import norm

from retention.models.prediction_interval import NORMAL_95

BEYOND_NOISE = 0.05  # a chance below this, fit for all the questions asked at once, needs more than noise to explain it
LEAST_EXPECTED = 5


@dataclass(frozen=True)
class Share:
    """So many of so many: count ÷ of, and where the share lies 95 times in 100 (Wilson 1927). All three are None where nobody was asked."""

    count: int
    of: int
    share: float | None
    low: float | None
    high: float | None


def share_of(count: int, of: int, independent: int | None = None) -> Share:
    """The share with its interval; 0 of 0 is no share at all. ValueError unless 0 <= count <= of.

    independent: how many cases that know nothing of each other tell as much, where that is fewer than all; the interval is theirs.
    (p + z²/2n ± z sqrt(p (1 - p)/n + z²/4n²)) / (1 + z²/n), n = independent, else of, p = count ÷ of.
    """
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no share")
    if not of:
        return Share(0, 0, None, None, None)
    share, square, cases = count / of, NORMAL_95**2, of if independent is None else independent
    middle, whole = share + square / (2 * cases), 1 + square / cases
    half = NORMAL_95 * sqrt(share * (1 - share) / cases + square / (4 * cases * cases))
    low = (middle - half) / whole if count else 0.0
    high = (middle + half) / whole if count < of else 1.0
    return Share(count, of, share, max(low, 0.0), min(high, 1.0))


def can_be_compared(count: float, of: float, other_count: float, other_of: float) -> bool:
    """Whether enough people stand behind two shares for `chance_of_no_difference` to say anything.

    On either side five or more are expected to be counted, and as many not to be: among fewer, one more would look like a difference.
    """
    people, hits = of + other_of, count + other_count
    return bool(of and other_of) and min(of, other_of) * min(hits, people - hits) / people >= LEAST_EXPECTED


def chance_of_no_difference(count: float, of: float, other_count: float, other_of: float) -> float:
    """How often two shares that are really the same would look at least this different (two-sided z test, pooled); 1 where one has nobody.

    z = (p1 - p2) / sqrt(p (1 - p) (1/n1 + 1/n2)), p = all together.
    """
    if not of or not other_of:
        return 1.0
    pooled = (count + other_count) / (of + other_of)
    spread = sqrt(pooled * (1 - pooled) * (1 / of + 1 / other_of))
    return float(2 * norm.sf(abs(count / of - other_count / other_of) / spread)) if spread else 1.0


def chances_of_many(chances: Sequence[float]) -> tuple[float, ...]:
    """The same chances made fit for asking several questions at once, in their order (Holm 1979): below 0.05 still means "beyond noise"."""
    ranked = sorted(range(len(chances)), key=chances.__getitem__)
    fitted, worst = [0.0] * len(chances), 0.0
    for rank, place in enumerate(ranked):
        worst = max(worst, min(1.0, (len(chances) - rank) * chances[place]))
        fitted[place] = worst
    return tuple(fitted)
