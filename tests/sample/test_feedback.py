"""What customers answer when they are asked."""

from __future__ import annotations

import numpy as np
import pytest

from retention.sample import BY_NAME, SHOPS
from retention.sample.customers import customers
from retention.sample.feedback import feedback
from retention.sample.purchases import orders
from retention.sample.seasons import seasons


@pytest.mark.parametrize("name", SHOPS)
def test_loyal_customers_score_higher_and_reasons_fit_the_score(name: str) -> None:
    shop = BY_NAME[name]
    days = seasons(shop.behaviour)
    people = customers(shop, 5_000, days, np.random.default_rng(1))
    bought = orders(shop.behaviour, people, days, np.random.default_rng(2))
    answers = feedback(shop, people, bought, len(days.days), np.random.default_rng(4))
    loyal = people.dropout[answers.customer] < np.median(people.dropout)
    assert answers.score[loyal].mean() > answers.score[~loyal].mean() + 0.5
    assert set(answers.score.tolist()) <= set(range(11))
    for opinion, score in zip(answers.opinion, answers.score, strict=True):
        assert shop.words.opinions[opinion].lowest <= score <= shop.words.opinions[opinion].highest
    assert np.mean(answers.has_comment) == pytest.approx(shop.behaviour.comment_share, abs=0.05)
