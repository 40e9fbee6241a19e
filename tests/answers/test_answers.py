"""The answers on the five-customer shop (tests/tiny_shop.py)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from retention.answers.costs import costs
from retention.answers.data import checks, choices, has_sales, stored_totals
from retention.answers.ladder import ladder
from retention.answers.movement import Move, moves
from retention.answers.programmes import base
from retention.question import Question
from retention.sentence import Refusal
from tests.tiny_shop import flat_limits, make_tiny_shop

FIRST_DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def marts(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        yield marts
    workspace.close()


def test_the_ladder_has_everybody_once(marts):
    found = ladder(marts)
    assert found.customers == 4
    assert {rung.name: (rung.customers, rung.revenue, rung.at_risk) for rung in found.rungs} == {
        "prospect": (None, None, None),
        "visitor": (None, None, None),
        "first_purchase": (1, 17.0, 0),
        "regular": (0, 0.0, 0),
        "advocate": (1, 100.0, 0),
        "lapsed": (2, 95.0, None),
    }
    conversions = {rung.name: rung.conversion for rung in found.rungs if rung.conversion is not None}
    assert conversions == {"regular": 2 / 4, "advocate": 1 / 2}  # Anna and Dan were regulars at some time, Anna brought somebody
    assert (found.is_advocacy_known, found.candidates) == (True, 0)


def test_moves_between_two_evenings(marts):
    found = moves(marts, date(2026, 2, 24), date(2026, 4, 10))
    assert found == (
        Move("none", "first_purchase", 1),
        Move("first_purchase", "advocate", 1),
        Move("first_purchase", "lapsed", 1),
        Move("regular", "lapsed", 1),
    )


def test_costs_say_what_they_rest_on(marts):
    found = costs(marts)
    assert (found.acquired, found.kept, found.acquisition_spend, found.retention_spend) == (1, 1, 15.5, 25.5)
    assert (found.cac, found.crc, found.ratio_low, found.ratio_high) == (15.5, 25.5, 0.0, 3.1)
    assert found.ratio == pytest.approx(15.5 / 25.5)
    assert found.missing == ()


def test_the_base_of_a_programme_is_who_bought_in_the_window(marts):
    found = base(marts)
    assert (found.customers, found.average_check, found.margin_share) == (2, pytest.approx(16.6), None)
    assert found.purchases_per_customer_year == pytest.approx(5 / 2 / (48 / 365.25))
    with pytest.raises(Refusal, match="no cost of goods"):
        found.business()


def test_checks_hold_and_name_what_is_odd_in_the_data(marts):
    assert {checked.check.name: checked.rows for checked in checks(marts) if checked.rows} == {"returns_without_purchase": 1}


def test_what_lies_in_the_workspace(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    totals = stored_totals(workspace)
    assert (totals.order_lines, totals.orders, totals.customers, str(totals.revenue)) == (15, 15, 5, "217.99")
    assert (totals.first_date, totals.last_date, str(totals.spend)) == (FIRST_DAY + timedelta(4), date(2026, 4, 10), "123.00")
    assert has_sales(workspace)
    assert choices(workspace).channels == ()
    workspace.close()
