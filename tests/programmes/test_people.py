"""How many customers stand on each rung with a programme, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.people import follow
from retention.programmes.programme import Effect

# 100 buy, a tenth of them lapse each month; of 50 lapsed a fifth come back
RUNGS = (Rung("regular", 100, 1, 10), Rung("lapsed", 50, 0.2, 10))
SHOP = Business(RUNGS, 0.4, ((0.9, 0.1), (0.2, 0.8)))
NOBODY = Effect(uptake=0.0)


def followed(*effects, months=2, scenarios=1):
    return follow(SHOP, effects, SHOP.stocks(months), scenarios)


def test_without_an_effect_nobody_stands_elsewhere():
    people = followed(NOBODY, NOBODY)
    assert people.more_at_end.tolist() == [0, 0]
    assert people.worn[0].tolist() == [200]  # 100 in both months: 10 lapse, 10 come back


def test_who_is_kept_stays_and_lapses_later_like_everybody():
    # half take part and half as many of them lapse: 2.5 of 100 are kept at first; then 90 % of these stay, and of 102.5 again 2.5625
    people = followed(Effect(uptake=0.5, fewer_lapses=0.5), NOBODY)
    assert people.monthly_more.tolist() == [[0, 0], [2.5, -2.5]]
    assert people.more_at_end.tolist() == pytest.approx([2.5 * 0.9 - 2.5 * 0.2 + 2.5625, -(2.5 * 0.9 - 2.5 * 0.2 + 2.5625)])


def test_more_lapsed_come_back_but_never_more_than_there_are():
    people = followed(NOBODY, Effect(uptake=np.array([1.0, 1.0]), more_returns=np.array([0.5, 50.0])), months=1, scenarios=2)
    assert people.more_at_end.tolist() == pytest.approx([5, -5])  # half more than a fifth of 50
    all_back = followed(NOBODY, Effect(uptake=1.0, more_returns=50.0), months=1)
    assert all_back.more_at_end.tolist() == pytest.approx([40, -40])


def test_newcomers_arrive_on_the_first_rung_and_count_for_what_they_are_worth():
    people = followed(Effect(uptake=0.1, new_customers_yearly=1.2, newcomer_worth=2.0), NOBODY, months=1)
    assert (people.won, people.newcomers.tolist(), people.more_at_end.tolist()) == (1, [2], [1, 0])
    assert people.worth_at_end.tolist() == [[2], [0]]


def test_heads_recommend_and_move_whatever_they_are_worth():
    effects = [Effect(uptake=0.1, new_customers_yearly=1.2, newcomer_worth=worth, fewer_lapses=0.5) for worth in (1.0, 3.0)]
    plain, dear = (followed(effect, NOBODY, months=12) for effect in effects)
    assert dear.won == pytest.approx(plain.won)
    assert dear.more_at_end == pytest.approx(plain.more_at_end)
    assert dear.newcomers == pytest.approx(plain.newcomers * 3)
    assert plain.worth_at_end[:, 0] == pytest.approx(plain.more_at_end)
    # two more for each newcomer, wherever he stands now
    assert (dear.worth_at_end[:, 0] - dear.more_at_end).sum() == pytest.approx(2 * dear.won)


def test_an_effect_wears_off_around_the_first_years_average():
    people = followed(Effect(uptake=1.0, half_life_months=6.0), NOBODY, months=12)
    assert float(people.worn[0][0]) == pytest.approx(1200)  # 100 people in each of 12 months
    assert people.monthly_left[0, 0] > 1 > people.monthly_left[11, 0]
