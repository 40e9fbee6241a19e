"""Saving-up discounts: the more somebody spends in a year, the higher the discount."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from retention.models.history import Floats
from retention.programmes.tidy import tidy
from retention.sentence import Refusal, sentence

Tier = tuple[float, float]  # from how much money on, and the discount as a share


def tier_costs(spends: ArrayLike, tiers: Sequence[Tier], is_retroactive: bool) -> Floats:
    """What the discount costs on each customer, in the money of `spends`: what each spends in a year at full price.

    is_retroactive: the rate of the tier that is reached holds for all he spends; else each rate for the part of it above its threshold.
    Refusal where tiers do not rise, or a discount cannot be.
    """
    spent, steps = np.asarray(spends, float), _in_order(tiers)
    if is_retroactive:
        rates = np.array([0.0, *(rate for _, rate in steps)])
        reached = np.searchsorted([start for start, _ in steps], spent, side="right")
        whole: Floats = spent * rates[reached]
        return whole
    cost = np.zeros_like(spent)
    before = 0.0
    for start, rate in steps:
        cost = cost + np.maximum(spent - start, 0.0) * (rate - before)
        before = rate
    return cost


def tier_cost(spends: ArrayLike, tiers: Sequence[Tier], is_retroactive: bool) -> float:
    """What the discount costs on all these customers together; see `tier_costs`."""
    return float(tier_costs(spends, tiers, is_retroactive).sum())


def next_tier_at(spends: ArrayLike, tiers: Sequence[Tier]) -> Floats:
    """How much more each customer would have to spend to reach the next tier, in money; nan for those on the highest."""
    spent = np.asarray(spends, float)
    starts = np.array([*(start for start, _ in _in_order(tiers)), np.nan])
    lacking: Floats = starts[np.searchsorted(starts[:-1], spent, side="right")] - spent
    return lacking


def _in_order(tiers: Sequence[Tier]) -> Sequence[Tier]:
    """The tiers, if they can be."""
    for start, rate in tiers:
        if not (start >= 0 and 0 <= rate <= 1 and np.isfinite(start)):
            told = {"start": tidy(start), "rate": tidy(rate * 100)}
            raise Refusal(sentence("A discount of {rate} per cent from {start} on cannot be: use 0 to 100 per cent, from 0 up.", **told))
    for (start, rate), (next_start, next_rate) in pairwise(tiers):
        if next_start <= start or next_rate < rate:
            told = {"start": tidy(start), "next_start": tidy(next_start)}
            raise Refusal(
                sentence("The step from {next_start} on must be higher, and its discount no lower, than from {start} on.", **told)
            )
    return tiers
