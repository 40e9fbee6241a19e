"""What a programme comes to: the figures every programme is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Month:
    """One month with the programme (money). fixed_cost: participants' and fixed costs; cumulative: everything so far, set-up included."""

    month: int
    extra_margin: float
    reward_cost: float
    fixed_cost: float
    cumulative: float


@dataclass(frozen=True)
class Outcome:
    """A programme's first year, compared with the same year without it. Money in the shop's currency, shares 0 to 1.

    assumptions: the value used for each. extra_margin: margin on the extra sales, before any reward.
    cost = reward_cost + fixed_cost + setup_cost; net = extra_margin - cost; roi = net / cost (None when nothing is spent).
    subsidy_share: part of the reward paid on sales that would have happened anyway, 1/G (None without a reward).
    lift: the growth in participants' sales that was assumed; break_even_lift: the growth at which net is 0, all costs included,
    (e S + costs) / (S (m - e)), which is e / (m - e) where nothing but the reward is spent; None where the reward eats the whole
    margin (m <= e), so that no growth can ever pay, or where nobody takes part.
    payback_month: first month by whose end everything spent has come back; None when that takes more than 12, or nothing is spent.
    probability_of_loss: share of the drawn futures with net below 0; mean: their average net; p5, p50, p95: the net that 5, 50 and 95 per
    cent of them stay under.
    months: 1 to 12, equal shares of the year. lift_curve: (lift, net) pairs, from no lift to well beyond the break-even.
    """

    programme: str
    assumptions: Mapping[str, float]
    extra_margin: float
    reward_cost: float
    fixed_cost: float
    setup_cost: float
    cost: float
    net: float
    roi: float | None
    subsidy_share: float | None
    lift: float
    break_even_lift: float | None
    payback_month: int | None
    probability_of_loss: float
    mean: float
    p5: float
    p50: float
    p95: float
    months: tuple[Month, ...]
    lift_curve: tuple[tuple[float, float], ...]
