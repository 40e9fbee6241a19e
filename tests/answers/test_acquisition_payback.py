"""Value against cost of new customers: the five-customer shop by hand (tests/tiny_shop.py), and laws in a shop that has a model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from retention.answers.acquisition_payback import acquisition_payback, mean_interval
from retention.answers.ask import ask
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.question import Question
from retention.warehouse.facts import day_number
from tests.living_shop import make_living_shop
from tests.tiny_shop import flat_limits, make_tiny_shop


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    with ask(workspace, Question()) as marts:
        fitted = fits(marts)
        values = customer_values(marts, fitted)
        yield marts, fitted, values, acquisition_payback(marts, fitted, values)
    workspace.close()


def answer(workspace, question=None):
    with workspace.marts(question or Question(), flat_limits) as marts:
        return acquisition_payback(marts, None, customer_values(marts))


def test_clara_is_the_one_new_customer_of_the_window(tiny):
    found = answer(tiny)
    whole = found.whole
    # half of the fair's 31.00; Clara brought 12.00 on the first day, 20.00 by day 30, 17.00 after her return
    assert (whole.customers, whole.spend, whole.spend_low, whole.spend_high) == (1, 15.5, 0.0, 31.0)
    assert (whole.cac, whole.so_far, whole.payback_month, whole.is_expected) == (15.5, 17.0, 1, False)
    assert (whole.value, whole.ahead, whole.ratio, whole.ratio_low) == (None, None, None, None)
    assert whole.missing is not None and len(found.missing) == 3  # no common channel, no margin, no forecast
    assert not found.is_margin


def test_channels_without_spend_and_spend_without_customers_are_both_listed(tiny):
    unknown, fair = answer(tiny).channels
    assert (unknown.name, unknown.customers, unknown.spend, unknown.cac, unknown.so_far) == (None, 1, None, None, 17.0)
    assert (fair.name, fair.customers, fair.spend, fair.cac, fair.so_far) == ("fair", 0, 15.5, None, None)
    assert unknown.missing is not None and fair.missing is not None and unknown.missing != fair.missing


def test_a_channel_is_the_same_in_other_letters(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute(
            'insert into customers (import_id, file, "row", customer_id, acquired_channel)'
            " values (1, 'p.csv', 3, 'clara', ' FAIR'), (1, 'p.csv', 4, 'anna', 'Ads')"
        )
    (fair,) = answer(workspace).channels
    workspace.close()
    assert (fair.name, fair.customers, fair.cac, fair.payback_month) == ("FAIR", 1, 15.5, 1)


def test_everybody_by_quarter(tiny):
    (quarter,) = answer(tiny).cohorts
    # 27 days of January's 62.00 (the data begin on the 5th) and half of March's 31.00; on the first day customers brought 10, 50, 12 and
    # 15, on average 21.75, more than the 17.375 it took
    assert (quarter.name, quarter.customers, quarter.spend, quarter.spend_low, quarter.spend_high) == ("2026-Q1", 4, 69.5, 54.0, 85.0)
    assert (quarter.cac, quarter.so_far, quarter.payback_month) == (17.375, 53.0, 0)


def test_margin_takes_longer_to_pay_back(tiny):
    with tiny.marts(Question(margin_share=0.4), flat_limits) as marts:
        (quarter,) = acquisition_payback(marts, None, customer_values(marts)).cohorts
    # margins of month 1: Anna 12.00, Boris 20.00, Clara 8.00, Dan 15.00; of month 2 without Clara: 24.00, 20.00, 15.00 = 19.67
    assert (quarter.payback_month, quarter.so_far) == (2, pytest.approx((40 + 20 + 6.8 + 15) / 4))


def test_what_was_typed_in_is_for_the_window_as_a_whole(tmp_path):
    workspace = make_tiny_shop(tmp_path / "bare.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    typed = answer(workspace, Question(acquisition_spend=Decimal(11)))
    assert (typed.whole.spend, typed.whole.spend_low, typed.whole.cac, typed.whole.payback_month) == (11.0, 11.0, 11.0, 0)
    assert [(channel.name, channel.cac) for channel in typed.channels] == [(None, None)]
    assert [cohort.spend for cohort in typed.cohorts] == [None]
    nothing = answer(workspace)
    assert (nothing.whole.spend, nothing.whole.cac) == (None, None) and nothing.whole.missing is not None
    workspace.close()


def test_nobody_new_is_said_and_not_divided_by(tmp_path):
    workspace = make_tiny_shop(tmp_path / "old.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from order_lines where customer_id = 'clara'")
    found = answer(workspace)
    workspace.close()
    assert (found.whole.customers, found.whole.cac, found.whole.so_far, found.whole.payback_month) == (0, None, None, None)
    assert found.whole.missing is not None


def test_parts_add_up_to_the_whole(living):
    _, _, values, found = living
    assert sum(channel.customers for channel in found.channels) == found.whole.customers > 50
    assert sum(channel.spend or 0 for channel in found.channels) == pytest.approx(found.whole.spend)
    assert sum(cohort.customers for cohort in found.cohorts) == 240
    weighted = sum(channel.value * channel.customers for channel in found.channels)
    assert weighted / found.whole.customers == pytest.approx(found.whole.value)
    assert sum(cohort.so_far * cohort.customers for cohort in found.cohorts) == pytest.approx(values.historic.sum())
    assert [channel.name for channel in found.channels if channel.cac is None] == ["Friends"]
    assert {channel.name for channel in found.channels} == {"Ads", "Friends", "Fair"}
    assert found.missing == ()


def test_the_window_has_whole_months_of_spend(living):
    marts, _, values, found = living
    days = (marts.facts.as_of - marts.facts.window_first_day).days + 1
    new = values.first_day >= day_number(marts.facts.window_first_day)
    assert days == 365 and found.whole.customers == new.sum()
    assert found.whole.spend == pytest.approx(12 * 630, rel=0.01)  # a little less: the as-of day is not the last one of its month
    assert found.whole.spend_high - found.whole.spend_low == pytest.approx(12 * 60, rel=0.01)


def test_ratios_and_intervals_contain_the_point(living):
    found = living[3]
    for group in (found.whole, *found.channels, *found.cohorts):
        assert group.value == pytest.approx(group.so_far + group.ahead)
        if group.value_low is not None:
            assert group.value_low <= group.value <= group.value_high
        if group.cac is not None:
            assert group.ratio == pytest.approx(group.value / group.cac)
            if group.ratio_low is not None and group.ratio_high is not None:
                assert group.ratio_low <= group.ratio <= group.ratio_high


def test_twice_the_spend_is_half_the_ratio_and_no_earlier_payback(tmp_path, living):
    workspace = make_living_shop(tmp_path / "dear.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update spend set amount = amount * 2")
    with ask(workspace, Question()) as marts:
        dear = acquisition_payback(marts, living[1], living[2])
    workspace.close()
    cheap = living[3]
    for before, after in zip((cheap.whole, *cheap.cohorts), (dear.whole, *dear.cohorts), strict=True):
        assert after.ratio == pytest.approx(before.ratio / 2)
        assert after.ratio_low == pytest.approx(before.ratio_low / 2)
        assert after.payback_month is None or after.payback_month >= before.payback_month


def test_what_only_the_model_expects_is_marked(tmp_path, living):
    marts, fitted, values, found = living
    seen = {group.is_expected for group in (found.whole, *found.channels, *found.cohorts) if group.payback_month is not None}
    assert False in seen
    workspace = make_living_shop(tmp_path / "dear.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update spend set amount = amount * ?", [found.whole.value * 0.97 / found.whole.cac])
    with ask(workspace, Question()) as dear:
        whole = acquisition_payback(dear, fitted, values).whole
        without = acquisition_payback(dear, None, values).whole
    workspace.close()
    # nearly all of the expected value is needed: more than has been seen of these customers
    assert whole.is_expected and whole.payback_month > 6
    assert (without.payback_month, without.is_expected, without.value) == (None, False, None)


def test_small_shops_get_no_value_of_parts(living):
    marts, fitted, values, _ = living
    rough = acquisition_payback(marts, replace(fitted, size="base"), values)
    assert rough.whole.value is None and rough.whole.so_far is not None and rough.whole.missing is not None
    assert len(rough.missing) == 1


def test_the_interval_of_a_mean_is_as_wide_as_chance_makes_it():
    random = np.random.default_rng(3)
    for people in (10, 300, 20_000):
        values = random.exponential(100, people)
        low, high = mean_interval(values)
        assert low <= values.mean() <= high
        assert high - low == pytest.approx(2 * 1.645 * values.std() / people**0.5, rel=0.15)
        assert mean_interval(values) == (low, high)
    assert mean_interval(np.arange(9.0)) == (None, None)
    assert mean_interval(np.full(40, 7.0)) == (7.0, 7.0)


def test_the_as_of_day_ends_the_spend(tiny):
    early = answer(tiny, Question(as_of=date(2026, 3, 10)))
    # the window's 33 days begin on 02-06 and hold 10 of the fair's 31 days; Clara is the only one who came in it
    assert (early.whole.customers, early.whole.spend) == (1, 5.0)
