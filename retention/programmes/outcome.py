"""What a programme comes to: the figures every programme is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

NoBreakEven = Literal["reward_eats_margin", "nobody", "out_of_reach"]


@dataclass(frozen=True)
class Month:
    """One month with the programme (money), compared with the same month without it.

    fixed_cost: participants' and fixed costs. reward_anyway: the part of reward_cost given for what would have happened anyway.
    cumulative: everything so far, set-up included. outstanding: rewards earned and not claimed by its end, part of reward_cost already.
    """

    month: int
    sales_before: float
    extra_margin: float
    reward_cost: float
    reward_anyway: float
    fixed_cost: float
    cumulative: float
    outstanding: float


@dataclass(frozen=True)
class RungPart:
    """What the programme does on one rung, over all months (money). members: participants at the start; sales_before: theirs without it.

    net: extra margin less reward and participants' costs; costs of the whole programme belong to no rung. more_at_end: customers more on
    the rung after the last month, those won or kept elsewhere and moved here too.
    """

    rung: str
    members: float
    sales_before: float
    extra_margin: float
    reward_cost: float
    reward_anyway: float
    member_cost: float
    more_at_end: float

    @property
    def net(self) -> float:
        """What the rung brings by itself."""
        return self.extra_margin - self.reward_cost - self.member_cost


@dataclass(frozen=True)
class Swing:
    """How far one assumption moves the result, all others as set: the assumption's name ("margin_share" for the margin), its low and its
    high value, and the net with each (with later value, where the programme is judged by that)."""

    name: str
    low: float
    high: float
    net_low: float
    net_high: float

    @property
    def width(self) -> float:
        """How many money units lie between the two; how far the result swings in between is not looked at, should it turn there."""
        return abs(self.net_high - self.net_low)


@dataclass(frozen=True)
class Outcome:
    """A programme's months (the first year, unless more were asked), compared with the same months without it. Money in the shop's
    currency, shares 0 to 1.

    assumptions: the value used for each; offered: the rungs it is offered to. extra_margin: margin on the extra sales, before any reward.
    cost = reward_cost + fixed_cost + setup_cost; net = extra_margin - cost; roi = net / cost (None when nothing is spent).
    present_value: net in money of the start, each month's money counted at its end. later_value: what the customers more at the end than
    without it (below 0: fewer) will bring within LATER_MONTHS after the last month, the programme over, in money of then; not part of
    net. net_with_later: net + later_value; ..._with_later: as below, of both together.
    subsidy_share: part of the reward paid on sales that would have happened anyway (None without a reward).
    lever: the assumption whose break-even is told. lift: its value as set, averaged over participants' sales; for "frequency_lift" the
    whole growth of participants' sales, bigger checks included. break_even_lift: the value of it at which net is 0, the same for all
    participants, everything else as set; for a plain reward e / (m - e); the least that can be where that pays already. None where no
    possible value pays (no_break_even says why), or all of a harm can be borne. break_even_counts_later: the break-even, the curve and
    the tornado are of net + later value, because the programme is meant for customers won or kept.
    no_break_even: "nobody" takes part who buys anything; "reward_eats_margin": the more of the lever, the greater the loss;
    "out_of_reach": more of it helps, or changes nothing, but no possible value is enough. None where there is a break-even.
    payback_month: first month from whose end on everything spent has come back and stays so; None when that takes longer than the months
    looked at, it is lost again later, or nothing is spent.
    probability_of_loss: share of the drawn futures with net below 0; mean: their average net; p5, p50, p95: the net that 5, 50 and 95 per
    cent of them stay under. futures: how many of them have a net within each of equal steps from lowest_future to highest_future.
    liability: rewards earned and not yet claimed after the last month. won: customers won by it; kept: customers more at the end than
    without it, those won included, the lapsed not.
    months: month by month. rungs: rung by rung. lift_curve: (lift, net) pairs, from nothing to well beyond the break-even.
    tornado: the assumptions that are not certain, the one that moves the result most first.
    """

    programme: str
    assumptions: Mapping[str, float]
    offered: tuple[str, ...]
    extra_margin: float
    reward_cost: float
    fixed_cost: float
    setup_cost: float
    cost: float
    net: float
    roi: float | None
    present_value: float
    later_value: float
    net_with_later: float
    subsidy_share: float | None
    lever: str
    lift: float
    break_even_lift: float | None
    break_even_counts_later: bool
    no_break_even: NoBreakEven | None
    payback_month: int | None
    probability_of_loss: float
    probability_of_loss_with_later: float
    mean: float
    p5: float
    p50: float
    p95: float
    p5_with_later: float
    p95_with_later: float
    lowest_future: float
    highest_future: float
    futures: tuple[int, ...]
    liability: float
    won: float
    kept: float
    months: tuple[Month, ...]
    rungs: tuple[RungPart, ...]
    lift_curve: tuple[tuple[float, float], ...]
    tornado: tuple[Swing, ...]
