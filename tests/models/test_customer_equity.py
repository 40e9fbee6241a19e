"""The best spends on winning and keeping: laws over many shops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.models.customer_equity import CustomerEquity
from retention.models.spend_curves import SpendCurve

shops = st.builds(
    lambda won, fast_won, kept, fast_kept, margin, discount: CustomerEquity(
        SpendCurve(won, fast_won), SpendCurve(kept, fast_kept), margin, discount
    ),
    st.floats(0.01, 0.9), st.floats(0.05, 2), st.floats(0.05, 0.95), st.floats(0.05, 2), st.floats(1, 500), st.floats(0.02, 0.4),
)  # fmt: skip


@given(shops, st.floats(0.5, 1.5), st.floats(0.5, 1.5))
def test_nothing_beats_the_best(shop, more_won, more_kept):
    best = shop.best()
    other = shop.at(best.win_spend * more_won + (more_won - 0.5), best.keep_spend * more_kept + (more_kept - 0.5))
    assert best.per_prospect >= other.per_prospect - 1e-9 * abs(best.per_prospect)


@given(shops)
def test_where_money_is_spent_the_next_customer_costs_what_one_is_worth(shop):
    best = shop.best()
    if best.win_spend > 1e-3:
        assert best.win_next == pytest.approx(best.lifetime_value, rel=1e-6)
    if best.keep_spend > 1e-3:
        assert best.keep_next == pytest.approx(best.lifetime_value, rel=1e-3)


def test_a_margin_too_small_for_any_spending():
    poor = CustomerEquity(SpendCurve(0.05, 0.4), SpendCurve(0.85, 0.6), margin=0.5, discount=0.15).best()
    assert (poor.win_spend, poor.keep_spend, poor.per_prospect) == (0.0, 0.0, 0.0)


def test_a_value_without_an_end_is_refused():
    with pytest.raises(ValueError):
        CustomerEquity(SpendCurve(0.05, 0.4), SpendCurve(1.0, 0.6), margin=60, discount=0.0).best()
