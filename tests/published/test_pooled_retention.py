"""A worked example of retention pooled over three cohorts of which the younger ones are seen in part; six digits are printed."""

from __future__ import annotations

import pytest

from retention.models.pooled_retention import PooledRetention

COHORTS = [[100, 60, 48, 40], [120, 66, 54], [80, 52]]
SHARES = (0.593333, 0.463636, 0.400000)
RATES = (0.593333, 0.809524, 0.833333)
PRODUCTS = (0.593333, 0.480317, 0.400265)
HALF_A_DIGIT = 5e-7


def test_shares_rates_and_products_to_the_printed_digits():
    curve = PooledRetention.fit(COHORTS)
    assert curve.share[1:] == pytest.approx(SHARES, abs=HALF_A_DIGIT)
    assert curve.rate[1:] == pytest.approx(RATES, abs=HALF_A_DIGIT)
    assert curve.product[1:] == pytest.approx(PRODUCTS, abs=HALF_A_DIGIT)
    assert curve.customers.tolist() == [300, 300, 220, 100]
