from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from retention.models.beta_geometric_likelihood import ROWS_AT_ONCE, likelihood_of
from tests.models.made_shops import summaries

# x, t_x, T in weeks, customers
SHOP = np.array([(0, 0, 20, 30), (0, 0, 35, 40), (1, 4, 30, 12), (1, 20, 38, 6), (2, 30, 38, 5), (4, 33, 36, 3), (9, 37, 38, 2)], float)
LOGS = np.log([0.5, 6.0, 0.9, 1.6])

both = pytest.mark.parametrize("can_leave_at_first", [True, False])


@both
def test_slope_and_curvature_agree_with_finite_differences(can_leave_at_first):
    surface, step = likelihood_of(summaries(SHOP), can_leave_at_first), 1e-5
    here = surface(LOGS)
    for index, nudge in enumerate(np.eye(4) * step):
        ahead, behind = surface(LOGS + nudge), surface(LOGS - nudge)
        assert here.slope[index] == pytest.approx((ahead.height - behind.height) / (2 * step), abs=1e-6)
        assert here.curvature[index] == pytest.approx((ahead.slope - behind.slope) / (2 * step), abs=1e-6)


@both
def test_height_is_the_sum_over_the_two_ways_a_history_can_come_about(can_leave_at_first):
    """Still a customer after k chances to leave, or gone at the last of them: weights B(a, b+k) and B(a+1, b+k-1)."""
    r, alpha, a, b = np.exp(LOGS)
    height = 0.0
    for x, t_x, T, customers in SHOP:
        k = x + can_leave_at_first
        pace = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        ways = [betaln(a, b + k) - betaln(a, b) - (r + x) * np.log(alpha + T)]
        if k > 0:
            ways.append(betaln(a + 1, b + k - 1) - betaln(a, b) - (r + x) * np.log(alpha + t_x))
        height += customers * (pace + np.logaddexp.reduce(ways))
    assert likelihood_of(summaries(SHOP), can_leave_at_first)(LOGS).height == pytest.approx(height, abs=1e-9)


@both
def test_more_histories_than_are_summed_at_once(can_leave_at_first):
    times = ROWS_AT_ONCE // len(SHOP) + 1
    once, many = (likelihood_of(summaries(np.tile(SHOP, (n, 1))), can_leave_at_first)(LOGS) for n in (1, times))
    assert many.height == pytest.approx(once.height * times)
    assert many.curvature == pytest.approx(once.curvature * times)
