"""How long subscribers stay, from the few yearly shares that a club, a gym or a magazine knows of itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from retention.models.shifted_beta_geometric import ShiftedBetaGeometric
from retention.sentence import Refusal, sentence

PEOPLE = 1000  # shares are taken as those of so many: the curve does not depend on it, only how firmly the weak prior is drowned out
YEARS_AHEAD = 12


@dataclass(frozen=True)
class Subscription:
    """What the shares still there after each period say of the periods to come.

    survival: the share expected to be there after 0, 1, 2, … periods. payments: how many a new subscriber makes, the first at once, later
    ones discounted; payments_if_all_alike: the same if everybody left at the average rate of the shares given, the usual sum.
    Both None where the sum has no end: without discount, if some never leave.
    """

    survival: tuple[float, ...]
    payments: float | None
    payments_if_all_alike: float | None


def subscription(still_there: tuple[float, ...], discount: float) -> Subscription:
    """The curve behind these shares and what a subscriber is worth in payments.

    still_there: after one period, two, …, 0 to 1, none above the one before.

    discount: per period. Raises Refusal where the shares cannot be those of one group of people.
    Source: Fader & Hardie 2007; the usual sum is (1 + d) / (1 + d - r) with r the mean retention.
    """
    if len(still_there) < 2:
        raise Refusal(sentence("Give the share still there after at least two periods, for example 63 47."))
    steps = (1.0, *still_there)
    if any(later > earlier or later < 0 for earlier, later in zip(steps, still_there, strict=False)):
        raise Refusal(sentence("Each share must lie between 0 and 100 % and may not exceed the one before: nobody comes back in this sum."))
    left = -np.diff(steps) * PEOPLE
    model = ShiftedBetaGeometric.fit(left, still_there[-1] * PEOPLE)
    survival = model.survival(np.arange(max(YEARS_AHEAD, len(still_there)) + 1.0))
    there, gone = float(np.sum(steps[:-1])), 1.0 - still_there[-1]
    retention = 1 - gone / there
    payments, lost = model.expected_lifetime(discount), 1 + discount - retention
    alike = (1 + discount) / lost if lost > 0 else None
    return Subscription(tuple(survival.tolist()), payments if math.isfinite(payments) else None, alike)
