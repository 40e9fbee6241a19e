"""A programme for groups of customers within a rung: what each would get, how much of it for nothing, and what it would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retention.models.history import Floats
from retention.programmes.business import Business, Rung
from retention.programmes.course import course
from retention.programmes.evaluate import FIRST_YEAR, rungs_offered
from retention.programmes.programme import Effect, Figure, Programme, set_value
from retention.programmes.scenario_values import Scenarios, completed, make_scenarios
from retention.programmes.trial import effects_of, later_margin

DRAWS = 2_000  # per group; enough for a range of 90 in 100


@dataclass(frozen=True)
class Group:
    """Customers of one rung who are alike.

    pace, check: how often they buy and what they pay at once, against the average of their rung (1 = the same), wherever they move.
    response: how much of the programme's good they show, against the average (1 = the same); harm is never made smaller.
    """

    rung: str
    customers: float
    pace: float = 1.0
    check: float = 1.0
    response: float = 1.0


@dataclass(frozen=True)
class GroupOutcome:
    """What the programme does with one group in all months; money of all its participants together, compared with no programme.

    sales_before: theirs without it. reward, of which reward_anyway for what would have happened anyway and reward_flat whatever they buy.
    extra_margin: on sales beyond those, before the reward; later_value: what customers kept or won by it will bring after the last month;
    see Outcome. brings = both together, from_friends of it by customers won; it lies from brings_low to brings_high in at least 90 of 100
    drawn futures. chance_for_nothing: share of the futures in which the reward for what would have happened anyway is more than it brings.
    """

    participants: float
    sales_before: float
    reward: float
    reward_anyway: float
    reward_flat: float
    member_cost: float
    extra_margin: float
    later_value: float
    brings: float
    from_friends: float
    brings_low: float
    brings_high: float
    chance_for_nothing: float


def group_outcomes(
    programme: Programme,
    business: Business,
    values: Mapping[str, float],
    groups: Sequence[Group],
    *,
    offered: Sequence[str] | None = None,
    months: int = FIRST_YEAR,
    annual_discount_rate: float = 0.10,
    seed: int = 0,
    draws: int = DRAWS,
) -> tuple[GroupOutcome | None, ...]:
    """What each group gets and brings, in the order of the groups; None for those on a rung that is not offered the programme.

    The rungs' own customers and newcomers play no part: only the groups' do. Groups that make up all customers of the rungs offered, alike
    in everything, add up to what `evaluate` says of a business without newcomers.
    """
    rungs = rungs_offered(programme, business, offered)
    used = completed(programme, values, rungs)
    made = make_scenarios(programme, business, used, rungs, seed, draws)
    return tuple(
        _outcome(programme, business, made, group, months, annual_discount_rate) if group.rung in rungs and group.customers > 0 else None
        for group in groups
    )


@dataclass(frozen=True, eq=False)
class _Sums:
    """Money of all months and of later, an entry per scenario."""

    extra: Floats
    reward: Floats
    anyway: Floats
    member_cost: Floats
    later: Floats

    @classmethod
    def of(cls, business: Business, effects: Sequence[Effect], made: Scenarios, months: int, annual_discount_rate: float) -> _Sums:
        found = course(business, effects, made.margin, 0.0, months, made.count)
        later = later_margin(business, found, made.margin, annual_discount_rate)
        return cls(found.extra_margin, found.reward, found.anyway, found.member_cost, later)

    def plus(self, other: _Sums, times: float = 1.0) -> _Sums:
        return _Sums(*(mine + times * its for mine, its in zip(vars(self).values(), vars(other).values(), strict=True)))


def _outcome(
    programme: Programme, business: Business, made: Scenarios, group: Group, months: int, annual_discount_rate: float
) -> GroupOutcome:
    alone, effects = _tried(programme, business, made, group)
    asked = (made, months, annual_discount_rate)
    sums = _Sums.of(alone, _without_newcomers(effects), *asked)
    from_friends = 0.0
    if any(np.any(effect.new_customers_yearly) for effect in effects):  # they buy like everybody, however much those buy who bring them
        average, usual = _tried(programme, business, made, replace(group, pace=1.0, check=1.0))
        friends = _Sums.of(average, usual, *asked).plus(_Sums.of(average, _without_newcomers(usual), *asked), -1.0)
        sums, from_friends = sums.plus(friends), float(friends.extra[0] + friends.later[0])
    only_flat = [replace(effect.as_set(), reward_share=0.0) for effect in effects]
    brings = sums.extra + sums.later
    futures, anyway = brings[made.futures], np.broadcast_to(sums.anyway, brings.shape)[made.futures]
    # where the set value lies at an end of what is likely, the range is drawn out to it
    low, high = np.quantile(futures, [0.05, 0.95]).tolist() if len(futures) else (np.inf, -np.inf)
    participants = sum(rung.customers * set_value(effect.uptake) for rung, effect in zip(alone.rungs, effects, strict=True))
    return GroupOutcome(
        participants=participants,
        sales_before=float(alone.monthly_sales(alone.stocks(months)).sum()) * participants / group.customers,
        reward=float(sums.reward[0]),
        reward_anyway=float(sums.anyway[0]),
        reward_flat=float(course(alone, only_flat, set_value(made.margin), 0.0, months, 1).reward[0]),
        member_cost=float(sums.member_cost[0]),
        extra_margin=float(sums.extra[0]),
        later_value=float(sums.later[0]),
        brings=float(brings[0]),
        from_friends=from_friends,
        brings_low=min(low, float(brings[0])),
        brings_high=max(high, float(brings[0])),
        chance_for_nothing=float(np.mean(anyway > futures)) if len(futures) else float(sums.anyway[0] > brings[0]),
    )


def _tried(programme: Programme, business: Business, made: Scenarios, group: Group) -> tuple[Business, list[Effect]]:
    """The business with nobody but the group, and the effect on each rung."""
    alone = replace(business, rungs=tuple(_as_group(rung, group) for rung in business.rungs), new_customers_per_month=0.0)
    return alone, [_answering(effect, group.response) for effect in effects_of(programme, alone, made)]


def _without_newcomers(effects: Sequence[Effect]) -> list[Effect]:
    return [replace(effect, new_customers_yearly=0.0) for effect in effects]


def _as_group(rung: Rung, group: Group) -> Rung:
    """The rung as only this group stands on it."""
    customers = group.customers if rung.name == group.rung else 0.0
    return Rung(rung.name, customers, rung.purchases_per_month * group.pace, rung.average_check * group.check)


def _answering(effect: Effect, response: float) -> Effect:
    """The effect on people who show so much of it, as many of them as set; what harms stays as it is."""
    # how many take part is told apart: what one of them gets and brings must not hang on it
    effect = replace(effect, uptake=set_value(effect.uptake))
    if response == 1:
        return effect

    def less(figure: Figure) -> Figure:
        return np.where(np.asarray(figure) > 0, np.asarray(figure) * response, figure)

    return replace(
        effect,
        sales_growth=1 + less(np.asarray(effect.sales_growth) - 1),
        reward_growth=None if effect.reward_growth is None else 1 + less(np.asarray(effect.reward_growth) - 1),
        fewer_lapses=less(effect.fewer_lapses),
        more_returns=less(effect.more_returns),
        new_customers_yearly=less(effect.new_customers_yearly),
    )
