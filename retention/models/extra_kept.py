"""What keeping one more customer cost: those who stayed because of the money, against a group that got nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass

from retention.models.proportions import can_be_compared

ROUNDED_95 = 1.96  # standard errors, rounded as everybody does who works this out by hand


@dataclass(frozen=True)
class ExtraKept:
    """difference: share kept of those courted, less that of the others; low, high: where it lies 95 times in 100.

    distance: the difference in its own standard errors (z). average: spend ÷ all kept of those courted; per_extra: spend ÷ those kept
    more, cheapest, dearest: the same at the range's ends. None where nobody, or possibly nobody, was kept by the money; dearest None means
    that there is no upper end.
    is_enough: whether there are people enough to read a range at all.
    """

    difference: float
    low: float
    high: float
    distance: float
    average: float | None
    per_extra: float | None
    cheapest: float | None
    dearest: float | None
    is_enough: bool


def extra_kept(courted: int, kept: int, others: int, others_kept: int, spend: float) -> ExtraKept:
    """Cost per customer kept who would else have left: spend ÷ (courted × difference of the shares).

    The range is the difference ± 1.96 sqrt(p1 (1 - p1) ÷ n1 + p2 (1 - p2) ÷ n2). Who was courted must have been drawn by lot.
    ValueError unless both groups have people, and no more kept than there were.
    """
    if not (courted > 0 and others > 0 and 0 <= kept <= courted and 0 <= others_kept <= others and spend >= 0):
        raise ValueError("both groups need people, no more kept than there were, and a spend that is not below zero")
    share, other = kept / courted, others_kept / others
    difference = share - other
    error = math.sqrt(share * (1 - share) / courted + other * (1 - other) / others)
    low, high = difference - ROUNDED_95 * error, difference + ROUNDED_95 * error

    def cost(gained: float) -> float | None:
        return spend / (courted * gained) if gained > 0 else None

    return ExtraKept(
        difference=difference,
        low=low,
        high=high,
        distance=difference / error if error else math.copysign(math.inf, difference) if difference else 0.0,
        average=spend / kept if kept else None,
        per_extra=cost(difference),
        cheapest=cost(high),
        dearest=cost(low),
        is_enough=can_be_compared(kept, courted, others_kept, others),
    )
