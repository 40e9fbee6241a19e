"""The course of a programme: month by month over the rungs, beside the same months without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats
from retention.programmes.business import MONTHS_IN_YEAR, Business, Rung
from retention.programmes.people import follow
from retention.programmes.programme import Effect, Figure, set_value


@dataclass(frozen=True, eq=False)
class Course:
    """What comes of a programme. Sums over all months have an entry per scenario; the others are of the first scenario, the set values.

    extra_margin: on sales beyond those without the programme, before rewards; reward: of which anyway for what would have happened
    anyway; member_cost, fixed_cost: what runs by itself. monthly_…: a row per month, a column per rung (fixed_cost: no rung).
    members: participants on each rung at the start; members_sales: theirs in all months without it. more_at_end: customers more on each
    rung after the last month, worth_at_end: these counted as what they are worth, a row per rung, for every scenario; won: newcomers in
    all months. outstanding: rewards earned and not yet claimed at each month's end.

    Uptake is a share of whoever stands on a rung in a month, not of fixed people: participants lapse and move like everybody there. That
    is a simplification, exact where everybody takes part or nobody moves.
    """

    extra_margin: Floats
    reward: Floats
    anyway: Floats
    member_cost: Floats
    fixed_cost: Floats
    monthly_extra: Floats
    monthly_reward: Floats
    monthly_anyway: Floats
    monthly_member: Floats
    monthly_fixed: Floats
    sales_before: Floats
    members: Floats
    members_sales: Floats
    more_at_end: Floats
    worth_at_end: Floats
    won: float
    outstanding: Floats


@dataclass(frozen=True, eq=False)
class _Money:
    """What one rung brings and costs: in all months for every scenario, or month by month for one."""

    extra: Figure
    reward: Figure
    anyway: Figure
    member_cost: Figure


def course(
    business: Business,
    effects: Sequence[Effect],
    margin: Figure,
    fixed_yearly: Figure,
    months: int,
    scenarios: int,
    includes_first_purchases: bool = False,
) -> Course:
    """The months of a programme with these effects, one per rung. includes_first_purchases: what the first rung gets as a share of sales
    is given on newcomers' first purchases too, which would have come anyway.

    Money is linear in people and in people times what is left of the effect, so that these are summed over the months first and
    multiplied once.
    """
    stocks = business.stocks(months)
    as_set = [effect.as_set() for effect in effects]
    people = follow(business, effects, stocks, scenarios)
    totals = {part: np.zeros(scenarios) for part in ("extra", "reward", "anyway", "member_cost")}
    monthly = {part: np.zeros((months, len(effects))) for part in totals}
    outstanding = np.zeros(months)
    for place, (rung, effect, set_effect) in enumerate(zip(business.rungs, effects, as_set, strict=True)):
        without = stocks[:-1, place]
        sums = (people.more[place], people.worth_more[place], people.worn[place], people.there_anyway[place], people.buying_anyway[place])
        for part, figure in vars(_money(rung, effect, margin, float(without.sum()), *sums)).items():
            totals[part] += figure
        more, worth, left = people.monthly_more[:, place], people.monthly_worth[:, place], people.monthly_left[:, place]
        there = np.minimum(without + more, without)
        buying = there * np.minimum(1.0, 1 + (set_effect.sales_growth - 1) * left)
        by_month = (more, worth, (without + worth) * left, there, buying)
        for part, figure in vars(_money(rung, set_effect, set_value(margin), without, *by_month)).items():
            monthly[part][:, place] = figure
        if includes_first_purchases and place == 0:
            given = effect.uptake * effect.reward_share * business.new_customers_per_month * business.first_sales
            for part in ("reward", "anyway"):
                totals[part] += given * months
                monthly[part][:, 0] += set_value(given)
        outstanding += _outstanding(set_value(effect.claim_months), monthly["reward"][:, place])
    totals["extra"] += margin * people.newcomers * business.first_sales
    monthly["extra"][:, 0] += set_value(margin) * people.monthly_newcomers * business.first_sales
    shares = np.array([effect.uptake for effect in as_set])
    return Course(
        extra_margin=totals["extra"],
        reward=totals["reward"],
        anyway=totals["anyway"],
        member_cost=totals["member_cost"],
        fixed_cost=np.broadcast_to(np.asarray(fixed_yearly) * months / MONTHS_IN_YEAR, scenarios),
        monthly_extra=monthly["extra"],
        monthly_reward=monthly["reward"],
        monthly_anyway=monthly["anyway"],
        monthly_member=monthly["member_cost"],
        monthly_fixed=np.full(months, set_value(fixed_yearly) / MONTHS_IN_YEAR),
        sales_before=business.monthly_sales(stocks),
        members=np.array([rung.customers for rung in business.rungs]) * shares,
        members_sales=(stocks[:-1] * business.sales_per_month * shares).sum(axis=0),
        more_at_end=people.more_at_end,
        worth_at_end=people.worth_at_end,
        won=people.won,
        outstanding=outstanding,
    )


def _money(
    rung: Rung, effect: Effect, margin: Figure, without: Figure, more: Figure, worth: Figure, worn: Figure, there: Figure, buying: Figure
) -> _Money:
    """The money of one rung's people. without: customers without the programme; more: so many more with it; worth: these counted as what
    they are worth; worn: all with it, so counted, times what is left of the effect; there: those there without it too; buying: these
    times what they still buy of what they would have bought."""
    sales, taking_part, present = rung.sales_per_month, effect.uptake, without + more
    plain, grown = sales * (without + worth), sales * (effect.sales_growth - 1) * worn
    bought = plain + grown
    rewarded = bought if effect.reward_growth is None else plain + sales * (effect.reward_growth - 1) * worn
    growth_margin = margin if effect.growth_margin is None else effect.growth_margin
    return _Money(
        extra=margin * sales * worth + taking_part * (growth_margin * grown + effect.price_growth * bought),
        reward=taking_part * (effect.reward_share * rewarded + effect.reward_yearly / MONTHS_IN_YEAR * present),
        anyway=taking_part * (effect.reward_share * sales * buying + effect.reward_yearly_anyway / MONTHS_IN_YEAR * there),
        member_cost=taking_part * effect.member_cost_yearly / MONTHS_IN_YEAR * present,
    )


def _outstanding(claim_months: float, earned: Floats) -> Floats:
    """Rewards not yet claimed at each month's end: in each month 1 / claim months of what is owed is claimed."""
    owed, rows = 0.0, []
    for reward in earned.tolist():
        owed = 0.0 if claim_months <= 1 else (owed + reward) * (1 - 1 / claim_months)
        rows.append(owed)
    return np.array(rows)
