"""The months of a programme, recomputed one rung and one month at a time in plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.programmes import ALL
from retention.programmes.business import Business
from retention.programmes.evaluate import evaluate, rungs_offered
from retention.programmes.programme import Customers
from tests.programmes.random_shops import drawn_values, shops


@dataclass
class Told:
    extra: float = 0.0
    reward: float = 0.0
    anyway: float = 0.0
    members: float = 0.0
    fixed: float = 0.0
    won: float = 0.0
    kept: float = 0.0
    later: float = 0.0
    owed: float = 0.0
    nets: list[float] = field(default_factory=list)


def left(half_life: float, month: int) -> float:
    """What is left of an effect in this month (0 = the first), against the first year's average."""
    if half_life == float("inf"):
        return 1.0
    return 2 ** (-month / half_life) / (sum(2 ** (-earlier / half_life) for earlier in range(12)) / 12)


def recomputed(programme, shop: Business, values, months: int) -> Told:
    offered = rungs_offered(programme, shop, None)
    effects = {rung.name: programme.effect(values, Customers(rung, shop.margin_share)) for rung in shop.rungs if rung.name in offered}
    names = [rung.name for rung in shop.rungs]
    without = {rung.name: float(rung.customers) for rung in shop.rungs}
    people, worth = dict(without), dict(without)  # heads, and what they are worth
    owed = dict.fromkeys(names, 0.0)
    told = Told()
    for month in range(months):
        extra = reward = anyway = members = arrived = arrived_worth = 0.0
        rows = {name: list(shop.moves[place]) for place, name in enumerate(names)}
        for rung in shop.rungs:
            sales, count = rung.purchases_per_month * rung.average_check, people[rung.name]
            effect = effects.get(rung.name)
            extra += (worth[rung.name] - without[rung.name]) * sales * shop.margin_share
            if effect is None:
                continue
            now, lapses_now = left(effect.half_life_months, month), left(effect.half_life_months, month)
            if effect.lapses_half_life_months is not None:
                lapses_now = left(effect.lapses_half_life_months, month)
            part, growth = count * float(effect.uptake), (float(effect.sales_growth) - 1) * now
            margin = shop.margin_share if effect.growth_margin is None else float(effect.growth_margin)
            plain = worth[rung.name] * float(effect.uptake) * sales
            bought = plain * (1 + growth)
            extra += plain * growth * margin + bought * float(effect.price_growth)
            rewarded = bought if effect.reward_growth is None else plain * (1 + (float(effect.reward_growth) - 1) * now)
            paid = rewarded * float(effect.reward_share) + part * float(effect.reward_yearly) / 12
            if programme.includes_first_purchases and rung.name == names[0]:
                given = shop.new_customers_per_month * shop.first_sales * float(effect.uptake) * float(effect.reward_share)
                anyway, paid = anyway + given, paid + given
            reward += paid
            there_anyway = min(count, without[rung.name]) * float(effect.uptake)
            anyway += there_anyway * sales * min(1.0, 1 + growth) * float(effect.reward_share)
            anyway += there_anyway * float(effect.reward_yearly_anyway) / 12
            members += part * float(effect.member_cost_yearly) / 12
            heads = part * float(effect.new_customers_yearly) / 12 * now
            told.won += heads
            arrived += heads
            arrived_worth += heads * float(effect.newcomer_worth)
            wait = float(effect.claim_months)
            owed[rung.name] = 0.0 if wait <= 1 else (owed[rung.name] + paid) * (1 - 1 / wait)
            change = float(effect.more_returns) * now if rung.name == "lapsed" else float(effect.fewer_lapses) * lapses_now
            rows[rung.name] = moved_row(rows[rung.name], names, rung.name, change * float(effect.uptake))
        extra += arrived_worth * shop.first_sales * shop.margin_share
        fixed = float(programme.fixed_cost_yearly(values, shop)) / 12
        for name, figure in (("extra", extra), ("reward", reward), ("anyway", anyway), ("members", members), ("fixed", fixed)):
            setattr(told, name, getattr(told, name) + figure)
        told.nets.append(extra - reward - members - fixed)
        plain_rows = {name: list(shop.moves[place]) for place, name in enumerate(names)}
        without, people, worth = moved(without, plain_rows, names), moved(people, rows, names), moved(worth, rows, names)
        without[names[0]] += shop.new_customers_per_month
        people[names[0]] += shop.new_customers_per_month + arrived
        worth[names[0]] += shop.new_customers_per_month + arrived_worth
    told.kept = sum(people[name] - without[name] for name in names if name != "lapsed")
    told.owed = sum(owed.values())
    more = {name: worth[name] - without[name] for name in names}
    for month in range(24):
        for rung in shop.rungs:
            bought = more[rung.name] * rung.purchases_per_month * rung.average_check
            told.later += bought * shop.margin_share / 1.1 ** ((month + 1) / 12)
        more = moved(more, {name: list(shop.moves[place]) for place, name in enumerate(names)}, names)
    return told


def moved_row(row: list[float], names: list[str], name: str, change: float) -> list[float]:
    """Where a rung's customers go when they lapse less (or, lapsed, return more) by this share."""
    lapsed = names.index("lapsed")
    if name == "lapsed":
        returns = 1 - row[lapsed]
        grown = min(returns * (1 + change), 1.0)
        return [1 - grown if to == lapsed else share * grown / returns if returns else share for to, share in enumerate(row)]
    stays, lapses = 1 - row[lapsed], min(max(row[lapsed] * (1 - change), 0.0), 1.0)
    if not stays:
        return [lapses if to == lapsed else 1 - lapses if names[to] == name else 0.0 for to in range(len(row))]
    return [lapses if to == lapsed else share * (1 - lapses) / stays for to, share in enumerate(row)]


def moved(people: dict[str, float], rows: dict[str, list[float]], names: list[str]) -> dict[str, float]:
    return {name: sum(people[start] * rows[start][place] for start in names) for place, name in enumerate(names)}


@pytest.mark.parametrize("programme", ALL, ids=lambda programme: programme.name)
@settings(max_examples=10)
@given(shops(), st.data(), st.integers(1, 26))
def test_the_course_is_the_plain_recomputation(programme, shop, data, months):
    values = drawn_values(data, programme)
    outcome, told = evaluate(programme, shop, values, months=months, draws=10), recomputed(programme, shop, values, months)
    size = max(1.0, abs(told.extra), told.reward, abs(told.fixed))
    close = {"rel": 1e-8, "abs": 1e-8 * size}
    assert outcome.extra_margin == pytest.approx(told.extra, **close)
    assert outcome.reward_cost == pytest.approx(told.reward, **close)
    assert outcome.reward_cost * (outcome.subsidy_share or 0.0) == pytest.approx(told.anyway, **close)
    assert outcome.fixed_cost == pytest.approx(told.members + told.fixed, **close)
    assert outcome.liability == pytest.approx(told.owed, **close)
    assert outcome.later_value == pytest.approx(told.later, rel=1e-8, abs=1e-8 * max(size, abs(told.later)))
    people = max(1.0, told.won, abs(told.kept), shop.customers)
    assert outcome.won == pytest.approx(told.won, rel=1e-8, abs=1e-8 * people)
    assert outcome.kept == pytest.approx(told.kept, rel=1e-8, abs=1e-8 * people)
    nets = [month.extra_margin - month.reward_cost - month.fixed_cost for month in outcome.months]
    assert nets == pytest.approx(told.nets, **close)
