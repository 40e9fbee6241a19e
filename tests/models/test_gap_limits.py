from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retention.models.bg_nbd import BgNbd
from retention.models.gap_limits import NEVER_DAYS, GapLimits, Limit, gap_limit, silence_until
from retention.models.history import Gaps, Summaries
from retention.models.mbg_nbd import MbgNbd

R, ALPHA = 0.243, 4.414  # weeks
LIMITS = {(1, 10): (77.48, 146.08), (2, 30.43): (62.42, 97.64), (7, 35): (14.75, 20.19), (26, 30.857): (3.23, 4.27)}  # g_.90, g_.95

# the silence after which BG/NBD says .8, .5 and .2; None where it says less on the day of the purchase already
SILENCES = {
    (1, 10): (None, 21.02, 93.69),
    (2, 30.43): (1.22, 32.06, 89.29),
    (7, 35): (5.69, 15.21, 26.73),
    (26, 30.857): (3.02, 5.10, 7.29),
}

# purchase days (day 0 = the first) of five sorts of customers seen on day 360, and how many there are of each
SHOP = {(0,): 40, (0, 20): 12, (0, 30, 90): 8, (0, 10, 40, 200): 5, (0, 60, 120, 180, 240, 300): 3, (0, 7, 14, 21, 28, 35, 42, 49, 350): 2}
purchases = st.lists(
    st.tuples(st.sets(st.integers(1, 359), max_size=25).map(lambda later: (0, *sorted(later))), st.integers(1, 5)), min_size=1, max_size=12
)
careful = settings(max_examples=40)


def rows_of(shop: dict[tuple[int, ...], int], until: int = 360) -> tuple[Gaps, Summaries]:
    gaps, summaries = [], []
    for days, customers in shop.items():
        ends = (*days[1:], until)
        for number, (start, end) in enumerate(zip(days, ends, strict=True), start=1):
            gaps.append((number, end - start, 0 if number == len(days) else 1, customers))
        summaries.append((len(days) - 1, days[-1], until, customers))
    return Gaps(*np.array(gaps).T), Summaries(*np.array(summaries).T)


def fitted(shop: dict[tuple[int, ...], int]) -> GapLimits:
    return GapLimits.fit(*rows_of(shop), at_risk_quantile=0.90, lapsed_quantile=0.95)


@pytest.mark.parametrize(("history", "limits"), LIMITS.items())
def test_closed_form_to_the_printed_digits(history, limits):
    assert [float(gap_limit(R, ALPHA, *history, quantile)) for quantile in (0.90, 0.95)] == pytest.approx(limits, abs=0.005)


@pytest.mark.parametrize(("history", "silences"), SILENCES.items())
def test_silences_by_chance_of_being_a_customer_to_the_printed_digits(history, silences):
    model = BgNbd(R, ALPHA, a=0.793, b=2.426)
    found = [silence_until(chance, model, *history) for chance in (0.8, 0.5, 0.2)]
    assert found == pytest.approx([0.0 if one is None else one for one in silences], abs=0.005)
    x, t_x = history
    assert float(model.alive(x, t_x, t_x + found[1])) == pytest.approx(0.5, abs=5e-8)
    if silences[0] is None:
        assert float(model.alive(x, t_x, t_x)) < 0.8


def test_where_customers_leave_after_the_first_purchase_too_silence_counts_for_them():
    model = MbgNbd(R, ALPHA, a=0.793, b=2.426)
    for x, t_x in ((0, 0), (1, 10), (7, 35)):
        silence = silence_until(0.5, model, x, t_x)
        assert float(model.alive(x, t_x, t_x + silence)) == pytest.approx(0.5, abs=5e-8)
    assert silence_until(0.5, BgNbd(R, ALPHA, 0.793, 2.426), 0, 0) == np.inf


def test_one_and_two_purchase_days_take_the_quantile_of_those_who_returned():
    limits = fitted(SHOP)
    # waits after the first purchase: 7 ×2, 10 ×5, 20 ×12, 30 ×8, 60 ×3 ended, 40 still open: nine tenths of 30 reached with the 27th
    assert (limits.at_risk.flat_days[0], limits.lapsed.flat_days[0]) == (30, 60)
    # after the second: 7 ×2, 30 ×5, 60 ×11 ended, 12 open
    assert (limits.at_risk.flat_days[1], limits.lapsed.flat_days[1]) == (60, 60)
    assert limits.closed_gaps == (30, 18)


def test_more_purchase_days_take_the_closed_form_rounded_down():
    limits, model = fitted(SHOP), MbgNbd.fit(rows_of(SHOP)[1])
    for repeats, last in ((2, 90), (3, 200), (5, 300), (8, 350)):
        exact = float(gap_limit(model.r, model.alpha, repeats, last, 0.95))
        assert abs(int(limits.lapsed.days(repeats, last)) - exact) < 1


def test_columns_are_whole_numbers_and_give_the_same_limits_in_plain_integer_arithmetic():
    limits = fitted(SHOP)
    table = limits.columns()
    assert list(table) == ["repeat_purchases"] + [
        f"{name}_{part}" for name in ("at_risk", "lapsed") for part in ("flat_days", "base_millidays", "factor_millionths")
    ]
    assert all(column.dtype == np.int64 for column in table.values())
    assert table["repeat_purchases"].tolist() == list(range(9))
    for x in range(9):
        by_hand = (int(table["at_risk_base_millidays"][x]) + 350 * 1000) * int(table["at_risk_factor_millionths"][x]) // 10**9
        assert limits.at_risk.days(x, 350) == by_hand + table["at_risk_flat_days"][x]


def test_a_limit_read_back_from_its_table_is_the_same():
    limits = fitted(SHOP)
    read = Limit.of_columns(limits.columns(), "lapsed")
    assert [read.days(x, 350) for x in range(12)] == [limits.lapsed.days(x, 350) for x in range(12)]


def test_more_purchases_than_the_table_has_take_its_last_row():
    limits = fitted(SHOP)
    assert limits.lapsed.days(500, 350) == limits.lapsed.days(8, 350)


def test_where_nobody_ever_returned_nobody_can_be_called_lapsed():
    for shop in ({(0,): 50}, {}):
        gaps, summaries = rows_of(shop) if shop else (Gaps([], [], [], []), Summaries([], [], [], []))
        limits = GapLimits.fit(gaps, summaries, 0.90, 0.95)
        assert limits.columns()["lapsed_flat_days"].tolist() == [NEVER_DAYS]
        assert limits.at_risk.days(0, 0) == NEVER_DAYS


def test_few_completed_waits_are_pooled():
    shop = {(0,): 30, (0, 20): 12, (0, 25, 125): 1}  # one single wait between a second and a third purchase
    limits = fitted(shop)
    assert limits.closed_gaps == (13, 1)
    assert limits.lapsed.flat_days.tolist()[:2] == [25, 100]  # 20 ×12, 25 and 100: nineteen twentieths of 14 reached with the last
    assert limits.at_risk.flat_days.tolist()[:2] == [20, 25]


def test_the_table_ends_at_two_thousand():
    daily = Summaries([0, 2_500], [0, 2_600], [3_000, 2_601], [20, 1])
    gaps = Gaps([1, 1, 2], [1, 2_000, 1], [1, 0, 1], [1, 20, 1])
    limits = GapLimits.fit(gaps, daily, 0.90, 0.95)
    assert len(limits.columns()["repeat_purchases"]) == 2_001


def test_quantiles_must_be_in_order():
    with pytest.raises(ValueError, match="quantiles"):
        GapLimits.fit(*rows_of(SHOP), at_risk_quantile=0.95, lapsed_quantile=0.90)


@careful
@given(purchases, st.floats(0.5, 0.99), st.floats(0, 1))
def test_lapsed_never_comes_before_at_risk_and_both_allow_a_day(shop, at_risk, further):
    lapsed = at_risk + (0.995 - at_risk) * further
    gaps, summaries = rows_of(dict(shop))
    limits = GapLimits.fit(gaps, summaries, at_risk, lapsed)
    for x in range(int(summaries.repeat_purchases.max()) + 1):
        for last in (x, 30 + x, 20_000):  # x repeat purchase days take at least x days
            assert 1 <= limits.at_risk.days(x, last) <= limits.lapsed.days(x, last)


@careful
@given(purchases, st.sampled_from([0.90, 0.95]))
def test_weeks_instead_of_days_give_the_same_personal_limits(shop, quantile):
    rows = rows_of(dict(shop))[1]
    in_weeks = Summaries(rows.repeat_purchases, rows.last_purchase_age / 7, rows.age / 7, rows.customers)
    days, weeks = MbgNbd.fit(rows), MbgNbd.fit(in_weeks)
    limit = gap_limit(days.r, days.alpha, 3, 70, quantile)
    assert float(gap_limit(weeks.r, weeks.alpha, 3, 10, quantile)) * 7 == pytest.approx(float(limit), rel=1e-6)


@careful
@given(purchases)
def test_the_order_of_customers_and_one_row_per_customer_change_nothing(shop):
    gaps, summaries = rows_of(dict(shop))
    apart_gaps = Gaps(
        *(np.repeat(column, gaps.customers.astype(int))[::-1] for column in (gaps.purchase_number, gaps.gap_days, gaps.is_closed)),
        np.ones(int(gaps.customers.sum())),
    )
    limits, again = (GapLimits.fit(rows, summaries, 0.90, 0.95).columns() for rows in (gaps, apart_gaps))
    assert all(np.array_equal(limits[name], again[name]) for name in limits)
