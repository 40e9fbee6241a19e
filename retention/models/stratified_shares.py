"""Whether a share differs from the usual one among comparable cases, and how far repeated cases of the same people may be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.stats import norm

from retention.models.history import Floats
from retention.models.proportions import Share, can_be_compared, chance_of_no_difference, share_of


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
    def share(self) -> float:
        """Of all cases; 0 where there is none."""
        return self.count / self.of if self.of else 0.0

    @property
    def of_independent(self) -> int:
        """How many independent cases tell as much: ten purchases of one person, who always takes the same, tell little more than one.

        The cases, divided by how much wider the ratio estimate's spread between people is than chance alone would make it (Kish 1965);
        never more than the cases themselves. Where all or none are counted, nothing shows how alike people's cases are: they are taken
        to be all alike.
        """
        share, by_chance = self.share, self.of * self.share * (1 - self.share)
        if not self.of:
            return 0
        if not by_chance:
            return max(round(self.of**2 / self.of_squares), 1)
        between = self.count_squares - 2 * share * self.products + share**2 * self.of_squares
        return max(round(self.of / max(between / by_chance, 1.0)), 1)

    @property
    def told(self) -> Share:
        """The share of all cases, with an interval no narrower than the independent ones allow (Wilson 1927, 95 %)."""
        return share_of(self.count, self.of, self.of_independent)


def chance_of_no_change(first: Repeated, latest: Repeated) -> float:
    """How often two shares that are really the same would look at least this different, on their independent cases (two-sided z test).

    1 where fewer than five cases of either kind are expected in one of the two: the test's normal curve says nothing about so few, and
    one case more would already look like a change.
    """
    of, other_of = first.of_independent, latest.of_independent
    cases = (of * first.share, of, other_of * latest.share, other_of)
    return chance_of_no_difference(*cases) if can_be_compared(*cases) else 1.0
