"""Whether a share differs from the usual one among comparable cases, and how far repeated cases of the same people may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import norm

from retention.models.history import Floats
from retention.models.proportions import Share, share_of


@dataclass(frozen=True)
class Compared:
    """A share with its interval, the usual share among others alike, and how often chance alone would set them this far apart."""

    share: Share
    usual: float
    chance: float


def compare_with_others(count: Floats, of: Floats, other_count: Floats, other_of: Floats) -> Compared:
    """The share of `count` in `of` against the others', each group of comparable cases for itself (one entry per group).

    usual: the others' shares, weighted by where the cases lie: what this share would be if nothing set the cases apart. chance: two-sided,
    Cochran-Mantel-Haenszel (Mantel & Haenszel 1959) without continuity correction: sum of a - n1 m1 / N over the root of the summed
    n1 n0 m1 m0 / (N^2 (N - 1)). Groups without others tell nothing and are left out. ValueError where no group is left.
    """
    told = (of > 0) & (other_of > 0)
    count, of, other_count, other_of = (column[told].astype(np.float64) for column in (count, of, other_count, other_of))
    if not len(of):
        raise ValueError("nothing to compare with")
    everything, hits = of + other_of, count + other_count
    expected = of * hits / everything
    spread = of * other_of * hits * (everything - hits) / (everything**2 * np.maximum(everything - 1, 1))
    deviation, root = abs(float((count - expected).sum())), sqrt(float(spread.sum()))
    return Compared(
        share=share_of(int(count.sum()), int(of.sum())),
        usual=float((of * other_count / other_of).sum() / of.sum()),
        chance=float(2 * norm.sf(deviation / root)) if root else 1.0,
    )


@dataclass(frozen=True)
class Repeated:
    """A share counted over cases of which one person has several: people's own counts, summed.

    count, of: all cases; count_squares, products, of_squares: the sums over people of count^2, count * of, of^2.
    """

    count: int
    of: int
    count_squares: int
    products: int
    of_squares: int

    @property
    def of_independent(self) -> int:
        """How many independent cases tell as much: ten purchases of one person, who always takes the same, tell little more than one.

        The cases, divided by how much wider the ratio estimate's spread between people is than chance alone would make it (Kish 1965);
        never more than the cases themselves.
        """
        share = self.count / self.of if self.of else 0.0
        by_chance = self.of * share * (1 - share)
        if not by_chance:
            return self.of
        between = self.count_squares - 2 * share * self.products + share**2 * self.of_squares
        return round(self.of / max(between / by_chance, 1.0))

    @property
    def independent(self) -> Share:
        """The share with an interval no narrower than its independent cases allow."""
        of = self.of_independent
        return share_of(round(of * self.count / self.of) if self.of else 0, of)
