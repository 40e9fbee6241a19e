"""From a programme's effect to money: the same identity for all programmes, once for the set values and for thousands of futures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from retention.programmes.outcome import Month, Outcome
from retention.programmes.programme import Assumption, Business, Effect, Floats, Programme, tidy
from retention.sentence import Refusal, sentence

MONTHS = 12
HALF_MINOR_UNIT = 0.005  # what is less than half a kopeck away from zero is zero
LIFT_CURVE_POINTS = 41
SHORTEST_LIFT_CURVE, LONGEST_LIFT_CURVE = 0.20, 2.0


@dataclass(frozen=True, eq=False)
class Year:
    """The parts of the first year's result (money), one entry per scenario."""

    sales_before: Floats
    extra_margin: Floats
    reward_cost: Floats
    fixed_cost: Floats
    setup_cost: Floats

    @property
    def cost(self) -> Floats:
        return self.reward_cost + self.fixed_cost + self.setup_cost

    @property
    def net(self) -> Floats:
        return self.extra_margin - self.cost


def evaluate(programme: Programme, business: Business, values: Mapping[str, float], seed: int = 0, draws: int = 10_000) -> Outcome:
    """What the programme would earn or lose in its first year with these customers, and how sure one can be.

    values: assumption name -> value; what is not named keeps its likely value. The spread comes from `draws` futures in which every
    assumption is drawn on its own from a triangle (low, set value, high); the same seed gives the same futures, and one assumption's
    draws do not depend on another's value. Refusal for an unknown name or an impossible value.

    Per participant: m S0 (G - 1) - e S0 G - member cost, S0 = purchases × average check; times uptake × customers; less fixed costs.
    First form: the effect is the same in every month (no start-up, no wearing off), and nobody stays longer because of it.
    """
    used = _completed(programme, values)
    effect = programme.effect(_scenarios(programme, used, seed, draws))
    year = _year(business, effect)
    net = float(year.net[0])
    cost = float(year.cost[0])
    lift = float(effect.sales_growth[0]) - 1
    break_even = _break_even_lift(business.margin_share, float(effect.reward_share[0]), year)
    months = _months(year)
    paid_back = (month.month for month in months if month.cumulative > -HALF_MINOR_UNIT)
    p5, p50, p95 = np.quantile(year.net[1:], [0.05, 0.5, 0.95]).tolist()
    return Outcome(
        programme=programme.name,
        assumptions=used,
        extra_margin=float(year.extra_margin[0]),
        reward_cost=float(year.reward_cost[0]),
        fixed_cost=float(year.fixed_cost[0]),
        setup_cost=float(year.setup_cost[0]),
        cost=cost,
        net=net,
        roi=net / cost if cost > 0 else None,
        subsidy_share=1 / (1 + lift) if year.reward_cost[0] > 0 else None,
        lift=lift,
        break_even_lift=break_even,
        payback_month=next(paid_back, None) if cost > 0 else None,
        probability_of_loss=float(np.mean(year.net[1:] < -HALF_MINOR_UNIT)),
        mean=float(np.mean(year.net[1:])),
        p5=p5,
        p50=p50,
        p95=p95,
        months=months,
        lift_curve=_lift_curve(business, effect, lift, break_even),
    )


def _completed(programme: Programme, values: Mapping[str, float]) -> dict[str, float]:
    """Every assumption's value; Refusal for names the programme does not have and for values that cannot be."""
    known = ", ".join(assumption.name for assumption in programme.assumptions)
    for name in values:
        if name not in {assumption.name for assumption in programme.assumptions}:
            raise Refusal(
                sentence("{programme} has no assumption called {name}; it has {known}.", programme=programme.name, name=name, known=known)
            )
    return {assumption.name: _possible(assumption, values.get(assumption.name, assumption.likely)) for assumption in programme.assumptions}


def _possible(assumption: Assumption, value: float) -> float:
    if math.isfinite(value) and assumption.minimum <= value <= assumption.maximum:
        return float(value)
    scale = 100 if assumption.unit == "share" else 1
    lowest, highest, given = (tidy(figure * scale) for figure in (assumption.minimum, assumption.maximum, value))
    if assumption.unit == "share":
        raise Refusal(
            sentence(
                "{name} must be between {lowest} and {highest} per cent, not {given}.",
                name=assumption.name,
                lowest=lowest,
                highest=highest,
                given=given,
            )
        )
    raise Refusal(
        sentence(
            "{name} must be between {lowest} and {highest}, not {given}.", name=assumption.name, lowest=lowest, highest=highest, given=given
        )
    )


def _scenarios(programme: Programme, used: Mapping[str, float], seed: int, draws: int) -> dict[str, Floats]:
    """Per assumption: the set value first, then `draws` values from its triangle (by inverse distribution, so sliders move smoothly)."""
    chances = np.random.default_rng(seed).random((len(programme.assumptions), draws))
    return {
        assumption.name: np.concatenate([[used[assumption.name]], _triangular(*assumption.range_around(used[assumption.name]), chance)])
        for assumption, chance in zip(programme.assumptions, chances, strict=True)
    }


def _triangular(low: float, likely: float, high: float, chance: Floats) -> Floats:
    if low == high:
        return np.full_like(chance, likely)
    rising = low + np.sqrt(chance * (high - low) * (likely - low))
    falling = high - np.sqrt((1 - chance) * (high - low) * (high - likely))
    return np.where(chance * (high - low) < likely - low, rising, falling)


def _year(business: Business, effect: Effect) -> Year:
    participants = business.customers * effect.uptake
    sales_before = participants * business.sales_per_customer_year
    return Year(
        sales_before=sales_before,
        extra_margin=business.margin_share * sales_before * (effect.sales_growth - 1),
        reward_cost=effect.reward_share * sales_before * effect.sales_growth,
        fixed_cost=participants * effect.member_cost_yearly + effect.fixed_cost_yearly,
        setup_cost=effect.setup_cost,
    )


def _break_even_lift(margin_share: float, reward_share: float, year: Year) -> float | None:
    sales_before = float(year.sales_before[0])
    if sales_before <= 0 or margin_share <= reward_share:
        return None
    costs = float(year.fixed_cost[0] + year.setup_cost[0])
    return (reward_share * sales_before + costs) / (sales_before * (margin_share - reward_share))


def _months(year: Year) -> tuple[Month, ...]:
    margin, reward, fixed = (float(part[0]) / MONTHS for part in (year.extra_margin, year.reward_cost, year.fixed_cost))
    before = -float(year.setup_cost[0])
    return tuple(Month(number, margin, reward, fixed, before + number * (margin - reward - fixed)) for number in range(1, MONTHS + 1))


def _lift_curve(business: Business, effect: Effect, lift: float, break_even: float | None) -> tuple[tuple[float, float], ...]:
    """Net against lift with everything else as set, as far as both the assumed and the break-even lift can be seen, if they can."""
    furthest = min(max(SHORTEST_LIFT_CURVE, 1.5 * lift, 1.5 * (break_even or 0.0)), LONGEST_LIFT_CURVE)
    lifts = np.linspace(0.0, furthest, LIFT_CURVE_POINTS)
    as_set = Effect(*(np.full_like(lifts, part[0]) for part in vars(effect).values()))
    net = _year(business, replace(as_set, sales_growth=1 + lifts)).net
    return tuple(zip(lifts.tolist(), net.tolist(), strict=True))
