"""Who comes and who brings whom."""

from __future__ import annotations

import numpy as np
import pytest

from retention.sample.customers import Customers, customers
from retention.sample.seasons import seasons
from retention.sample.toys import TOYS

PEOPLE = 20_000


@pytest.fixture(scope="module")
def everyone() -> Customers:
    return customers(TOYS, PEOPLE, seasons(TOYS.behaviour), np.random.default_rng(1))


def test_customers_are_numbered_by_arrival_and_more_come_from_year_to_year(everyone: Customers) -> None:
    assert np.all(np.diff(everyone.arrival) >= 0)
    first_year, second_year = (
        np.count_nonzero(everyone.arrival < 365),
        np.count_nonzero((everyone.arrival >= 366) & (everyone.arrival < 731)),
    )
    assert second_year / first_year == pytest.approx((1 + 0.15 * 1.5) / (1 + 0.15 * 0.5), rel=0.05)


def test_whoever_brings_somebody_bought_on_an_earlier_day_and_is_among_the_loyal(everyone: Customers) -> None:
    brought = np.flatnonzero(everyone.referrer >= 0)
    referrer = everyone.referrer[brought]
    assert np.all(np.floor(everyone.arrival[referrer]) < np.floor(everyone.arrival[brought]))
    assert everyone.dropout[referrer].max() <= np.quantile(everyone.dropout, TOYS.behaviour.promoter_share)
    assert len(brought) / PEOPLE == pytest.approx(TOYS.behaviour.referred_share, abs=0.01)


def test_the_referred_come_through_the_referral_channel_and_nobody_else_does(everyone: Customers) -> None:
    assert np.array_equal(everyone.channel == len(TOYS.marketing.winning), everyone.referrer >= 0)


def test_rates_values_and_dropouts_are_those_of_the_shop(everyone: Customers) -> None:
    truth = TOYS.behaviour
    assert (everyone.daily_rate * 7).mean() == pytest.approx(truth.purchase_shape / truth.purchase_scale_weeks, rel=0.03)
    assert everyone.dropout.mean() == pytest.approx(truth.dropout_a / (truth.dropout_a + truth.dropout_b), rel=0.03)
    own = everyone.order_value[everyone.referrer < 0].mean()
    assert own == pytest.approx(truth.basket_p * truth.basket_gamma / (truth.basket_q - 1), rel=0.03)
    assert everyone.order_value[everyone.referrer >= 0].mean() / own == pytest.approx(truth.referred_basket_factor, abs=0.06)
