from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.models.kaplan_meier import KaplanMeier

# days, ended, cut off: 10 waits, 6 of which ended
DAYS, ENDED, CUT_OFF = [5, 10, 20, 30], [2, 3, 1, 0], [0, 1, 0, 3]
waits = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=30)
careful = settings(max_examples=100)


def test_steps_worked_by_hand():
    curve = KaplanMeier.fit(DAYS, ENDED, CUT_OFF)
    assert curve.durations.tolist() == [5, 10, 20]
    assert curve.at_risk.tolist() == [10, 8, 4]  # at 10 days: 10 - 2; at 20 days: 8 - 3 - 1
    assert curve.survival == pytest.approx([0.8, 0.8 * 5 / 8, 0.8 * 5 / 8 * 3 / 4])
    assert [curve.survival_at(day) for day in (4, 5, 19, 500)] == pytest.approx([1, 0.8, 0.5, 0.375])


def test_quantiles_of_all_and_of_those_who_return():
    curve = KaplanMeier.fit(DAYS, ENDED, CUT_OFF)  # 62.5 % return within the time observed
    assert curve.quantile(0.5) == 10
    assert curve.quantile(0.9) is None
    assert curve.quantile_given_event(0.3) == 5  # 0.2 / 0.625 = 32 % of those who return
    assert curve.quantile_given_event(0.8) == 10
    assert curve.quantile_given_event(0.81) == 20
    assert curve.quantile_given_event(1.0) == 20


def test_without_an_event_there_is_no_curve():
    for curve in (KaplanMeier.fit([], [], []), KaplanMeier.fit([30], [0], [4])):
        assert curve.survival_at(100) == 1.0
        assert curve.quantile(0.5) is None
        assert curve.quantile_given_event(0.9) is None


def test_complete_data_give_plain_shares():
    curve = KaplanMeier.fit([1, 2, 3, 4], [1, 1, 1, 1], [0, 0, 0, 0])
    assert curve.survival == pytest.approx([0.75, 0.5, 0.25, 0])
    assert curve.variance == pytest.approx([share * (1 - share) / 4 for share in (0.75, 0.5, 0.25, 0)])


def test_a_share_met_exactly_is_not_missed_by_rounding():
    curve = KaplanMeier.fit(range(1, 11), [1] * 10, [0] * 10)
    assert [curve.quantile(share / 10) for share in range(1, 11)] == list(range(1, 11))


@careful
@given(waits)
def test_survival_never_rises_and_stays_a_share(rows):
    curve = KaplanMeier.fit(*np.array(rows).T)
    assert np.all(np.diff(curve.survival, prepend=1.0) <= 1e-12)
    assert np.all((curve.survival >= -1e-12) & (curve.survival <= 1))
    assert np.all(curve.variance >= 0)


@careful
@given(waits, st.sampled_from([0.5, 0.9, 0.95]))
def test_grouping_and_order_change_nothing(rows, share):
    curve = KaplanMeier.fit(*np.array(rows).T)
    single = [(days, one, 1 - one) for days, ended, cut in reversed(rows) for one in [1] * ended + [0] * cut]
    apart = KaplanMeier.fit(*np.array(single).reshape(-1, 3).T)
    assert apart.survival == pytest.approx(curve.survival)
    assert apart.quantile_given_event(share) == curve.quantile_given_event(share)
