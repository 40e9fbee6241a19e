"""What a draw with fixed chances costs: on average, and how much to set aside so that it is enough nearly always."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scipy.stats import norm

from retention.programmes.programme import Figure


def prize_mean(chances: Sequence[Figure], prizes: Sequence[Figure]) -> Figure:
    """What one entry costs on average. chances: of each prize, together 1; prizes: cost of each, in money or any one unit."""
    mean: Figure = sum(chance * prize for chance, prize in zip(chances, prizes, strict=True))
    return mean


def prize_spread(chances: Sequence[float], prizes: Sequence[float]) -> float:
    """How far one entry's cost lies from the average, typically: the standard deviation, in the unit of the prizes."""
    mean = float(prize_mean(chances, prizes))
    return math.sqrt(sum(chance * (prize - mean) ** 2 for chance, prize in zip(chances, prizes, strict=True)))


def prize_budget(chances: Sequence[float], prizes: Sequence[float], entries: int, enough: float = 0.95) -> float:
    """How much money is enough for so many entries in `enough` of all such draws; with few big prizes a little more is needed.

    n mean + z sd √n, as if the sum were bell-shaped.
    """
    expected = entries * float(prize_mean(chances, prizes))
    return expected + float(norm.ppf(enough)) * prize_spread(chances, prizes) * math.sqrt(entries)
