"""The histories follow the model whose parameters are written beside them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import hyp2f1

from retention.sample import BY_NAME, SHOPS
from retention.sample.customers import customers
from retention.sample.purchases import orders
from retention.sample.seasons import seasons
from retention.sample.shop import Behaviour, Shop

PEOPLE = 40_000


def plain(shop: Shop) -> Shop:
    """The shop without what the model does not know of: seasons, comebacks and people without a name."""
    behaviour = replace(shop.behaviour, month_factors=(1.0,) * 12, weekday_factors=(1.0,) * 7, comeback_share=0.0, anonymous_share=0.0)
    return replace(shop, behaviour=behaviour)


def expected_repeats(truth: Behaviour, weeks: np.ndarray) -> np.ndarray:
    """MBG/NBD: E[X(t)] = b/(a − 1) · [1 − (alpha/(alpha + t))^r · 2F1(r, b + 1; a + b; t/(alpha + t))] (Batislam et al. 2007)."""
    r, alpha, a, b = truth.purchase_shape, truth.purchase_scale_weeks, truth.dropout_a, truth.dropout_b
    return b / (a - 1) * (1 - (alpha / (alpha + weeks)) ** r * hyp2f1(r, b + 1, a + b, weeks / (alpha + weeks)))


@pytest.mark.parametrize("name", SHOPS)
def test_people_buy_as_often_again_as_the_parameters_say(name: str) -> None:
    shop = plain(BY_NAME[name])
    days = seasons(shop.behaviour)
    people = customers(shop, PEOPLE, days, np.random.default_rng(2))
    bought = orders(shop.behaviour, people, days, np.random.default_rng(3))
    repeats = np.bincount(bought.customer, minlength=PEOPLE) - 1
    weeks = (len(days.days) - people.arrival) / 7
    for youngest, oldest in ((0, 30), (30, 80), (80, 131)):
        chosen = (weeks >= youngest) & (weeks < oldest)
        assert repeats[chosen].mean() == pytest.approx(expected_repeats(shop.behaviour, weeks[chosen]).mean(), rel=0.05)


@pytest.mark.parametrize("name", SHOPS)
def test_orders_come_in_time_from_the_day_of_arrival_to_the_last_day(name: str) -> None:
    shop = BY_NAME[name]
    days = seasons(shop.behaviour)
    people = customers(shop, 3_000, days, np.random.default_rng(2))
    bought = orders(shop.behaviour, people, days, np.random.default_rng(3))
    assert np.all(np.diff(bought.minute) >= 0)
    assert bought.day[-1] < len(days.days)
    known = np.flatnonzero(bought.customer >= 0)
    first_order = known[np.unique(bought.customer[known], return_index=True)[1]]
    assert np.array_equal(bought.day[first_order], people.arrival.astype(int))
    assert np.mean(bought.customer < 0) == pytest.approx(shop.behaviour.anonymous_share, abs=0.001)


def test_those_who_come_back_do_so_after_the_silence_of_the_shop() -> None:
    shop = plain(BY_NAME["toys"])
    # everybody leaves after every purchase and everybody returns, so every gap is a silence
    truth = replace(shop.behaviour, dropout_a=1e6, dropout_b=1e-3, comeback_share=1.0)
    days = seasons(truth)
    people = customers(replace(shop, behaviour=truth), 2_000, days, np.random.default_rng(2))
    bought = orders(truth, people, days, np.random.default_rng(3))
    by_customer = np.lexsort((bought.day, bought.customer))
    same = np.diff(bought.customer[by_customer]) == 0
    gaps = np.diff(bought.day[by_customer])[same]
    assert bought.comebacks == len(gaps) > 0
    assert gaps.min() >= truth.comeback_days[0] - 1 and gaps.max() <= truth.comeback_days[1] + 1
