"""The growth of a customer's value on the five-customer shop (tests/tiny_shop.py), and its continuation by the model."""

from __future__ import annotations

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.customer_months import complete_months, customer_months
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.months_ahead import last_observed_month
from retention.answers.value_by_age import value_by_age
from retention.question import Question
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
    yield workspace
    workspace.close()


def test_months_are_of_30_4375_days_and_only_whole_ones_count():
    days = np.arange(0, 4000)
    assert complete_months(days).tolist() == [int(day // 30.4375) for day in days]
    assert complete_months(np.array([30, 31, 60, 61, 365, 366])).tolist() == [0, 1, 1, 2, 11, 12]


def test_each_purchase_lies_in_its_month(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        months = customer_months(marts, is_margin=False)
    # Anna is known for 95 days, Boris for 90, Clara for 40, Dan for 68; Clara's return on day 32 falls into her second month
    assert months.complete_months.tolist() == [3, 2, 1, 2]
    assert list(zip(months.place.tolist(), months.month.tolist(), months.money.tolist(), strict=True)) == [
        *((0, 0, 10.0), (1, 0, 50.0), (2, 0, 12.0), (3, 0, 15.0)),
        *((0, 1, 20.0), (2, 1, 8.0), (3, 1, 30.0)),
        *((0, 2, 30.0), (2, 2, -3.0)),
        (0, 3, 40.0),
    ]


def test_values_by_age_are_those_of_customers_known_for_that_long(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        found = value_by_age(marts, customer_values(marts))
    rows = found.observed.to_pylist()
    # by the end of month 1: Anna 30, Boris 50, Clara 20, Dan 45; by the end of month 2 without Clara: Anna 60, Boris 50, Dan 45
    assert [(row["age_months"], row["customers"], row["mean"]) for row in rows] == [
        (0, 4, pytest.approx(21.75)),
        (1, 4, pytest.approx(36.25)),
        (2, 3, pytest.approx(155 / 3)),
    ]
    assert rows[1]["p50"] == pytest.approx(37.5) and rows[1]["p25"] == pytest.approx(27.5)
    deviation = ((6.25**2 + 13.75**2 + 16.25**2 + 8.75**2) / 3) ** 0.5
    assert rows[1]["high"] - rows[1]["mean"] == pytest.approx(1.6448536269514722 * deviation / 2)
    assert (found.is_margin, found.expected.num_rows, len(found.missing)) == (False, 0, 1)


def test_margin_counts_where_it_is_known(tiny):
    with tiny.marts(Question(margin_share=0.4), flat_limits) as marts:
        first = value_by_age(marts, customer_values(marts)).observed.to_pylist()[0]
    assert first["mean"] == pytest.approx((0.4 * (10 + 50 + 12) + 5) / 4)  # Dan's cost is known: 10.00 of 15.00


@pytest.mark.parametrize(
    ("known_for", "last"), [([1], 0), ([4, 4, 3, 1], 2), ([100, 60, 30, 29], 2), ([1000, 500, 100, 99], 2), ([40, 20, 19], 1)]
)
def test_months_of_a_few_are_not_taken_for_those_of_all(known_for, last):
    assert last_observed_month(np.array(known_for)) == last


def test_the_model_goes_on_where_the_data_end(living):
    question = Question(horizon_months=6)
    with ask(living, question) as marts:
        fitted = fits(marts)
        values = customer_values(marts, fitted)
        found, again = value_by_age(marts, values), value_by_age(marts, values)
        everything = customer_months(marts, is_margin=True)
    observed, expected = found.observed.to_pylist(), found.expected.to_pylist()
    assert found.is_margin and found.missing == ()
    assert [row["age_months"] for row in observed + expected] == list(range(len(observed) + 6))
    assert observed[0]["mean"] == pytest.approx(everything.money[everything.month == 0].sum() / 240)
    assert all(row["customers"] == 240 for row in expected)
    means = [row["mean"] for row in expected]
    assert means == sorted(means) and means[0] > everything.money.sum() / 240 * 0.9
    for row in observed + expected:
        assert row["p10"] <= row["p25"] <= row["p50"] <= row["p75"] <= row["p90"]
    assert all(row["low"] <= row["mean"] <= row["high"] for row in observed)
    assert found.expected.equals(again.expected)


def test_sales_without_customers_have_no_ages(tmp_path):
    workspace = make_tiny_shop(tmp_path / "nobody.duckdb", [("1", None, "2026-01-05", "5.00", None, "sale")])
    with ask(workspace, Question()) as marts:
        found = value_by_age(marts, customer_values(marts))
    workspace.close()
    assert (found.customers, found.observed.num_rows, found.expected.num_rows) == (0, 0, 0)
