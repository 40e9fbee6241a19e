"""The metrics of the five-customer shop (tests/tiny_shop.py), each worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from retention.metrics import ALL, measure
from retention.question import Question
from tests.tiny_shop import flat_limits, make_tiny_shop

MONTHS = 48 / 30.4375  # the window has 48 days
EXPECTED = {
    "customers": 4,
    "revenue": 21200,
    "revenue_per_customer": 5300,
    "at_risk_customers": 0,
    "repeat_rate": 3 / 4,
    "average_check": (3000 + 4000 + 1200 + 800 - 300 - 400) / 5,
    "orders_per_month": 5 / 2 / MONTHS,
    "simple_lifetime_value": 1660 * 5 / 2 / MONTHS * 12,
    "historic_lifetime_value": 5300,
    "acquired_customers": 1,
    "kept_customers": 1,
    "acquisition_spend": 1550,
    "retention_spend": 1000 + 1550,
    "acquisition_cost": 1550,
    "retention_cost": 2550,
    "cost_ratio": 1550 / 2550,
    "cost_ratio_low": 0,
    "cost_ratio_high": 3100 / 1000,
    "margin": None,  # three customers' goods have no known cost, and no margin share was given
    "margin_per_customer": None,
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


def measured(shop, name, question=None, by=None):
    metric = next(metric for metric in ALL if metric.name == name)
    with shop.marts(question or Question(), flat_limits) as marts, marts.engine() as engine:
        return [row[name] for row in measure(engine, [metric], marts.parameters, by).to_pylist()]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_metric_is_what_the_hand_says(shop, name):
    assert measured(shop, name) == [pytest.approx(EXPECTED[name], rel=1e-12) if EXPECTED[name] is not None else None]


def test_every_queried_metric_is_worked_out_here():
    assert set(EXPECTED) == {metric.name for metric in ALL if metric.expression}


def test_margin_uses_known_costs_and_the_share_for_the_rest(shop):
    # Dan's margin is known: 15.00 of 45.00; the others' sales are 167.00
    assert measured(shop, "margin", Question(margin_share=0.4)) == [pytest.approx(1500 + 0.4 * 16700)]


def test_a_ratio_stays_right_in_every_group(shop):
    # Clara on the first rung 17.00, Anna an advocate 100.00, Boris and Dan lapsed 95.00
    assert measured(shop, "revenue_per_customer", by="rung") == [1700, 10000, 4750]


def test_typed_in_spend_counts_only_where_there_is_no_table(shop, tmp_path):
    typed = Question(acquisition_spend=Decimal("500"), retention_spend=Decimal("100"))
    assert measured(shop, "acquisition_spend", typed) == [1550]
    bare = make_tiny_shop(tmp_path / "bare.duckdb")
    with bare.cursor() as cursor:
        cursor.execute("delete from spend")
    assert measured(bare, "acquisition_spend", typed) == [50000]
    assert measured(bare, "cost_ratio", typed) == [5.0]
    assert measured(bare, "cost_ratio") == [None]
    bare.close()


def test_metrics_of_two_sources_cannot_be_measured_in_one_go(shop):
    two = [metric for metric in ALL if metric.name in {"customers", "average_check"}]
    with shop.marts(Question(), flat_limits) as marts, marts.engine() as engine, pytest.raises(ValueError, match="share one source"):
        measure(engine, two, marts.parameters)
