"""Where a shop stands before money is moved: the five-customer shop by hand (tests/tiny_shop.py), and a shop that has a forecast."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.budget import budget_start, typed_start
from retention.answers.costs import costs
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.typed_costs import Figures
from retention.question import Question
from retention.warehouse.facts import day_number
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop


def start_of(workspace, question=None):
    with workspace.marts(question or Question(), flat_limits) as marts:
        return budget_start(marts, customer_values(marts), costs(marts))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


def test_clara_was_won_and_anna_was_kept(tiny):
    start = start_of(tiny, Question(margin_share=0.4))
    winning, keeping = start.winning, start.keeping
    # half of the fair's 31.00 on either side, a third of the newsletter's 30.00; Boris, Dan and Anna had bought before, Anna bought again
    assert (winning.customers, winning.of, winning.spend) == (1, None, 15.5)
    assert (keeping.customers, keeping.of, keeping.spend) == (1, 3, 25.5)
    # 40 % of Clara's 17.00, and of the 30.00 and 40.00 that Anna brought in the window; not what she had brought before
    assert (winning.value, keeping.value) == (pytest.approx(6.8), pytest.approx(28.0))
    assert winning.value_low is None and not start.is_foreseen and start.missing == ()


def test_without_a_margin_nothing_is_known_of_what_a_customer_brings(tiny):
    start = start_of(tiny)
    assert (start.winning.value, start.keeping.value, start.missing) == (None, None, ())


def test_people_reached_come_from_contacts_else_from_what_was_typed(tiny, tmp_path):
    assert start_of(tiny, Question(prospects=90)).winning.of == 90
    workspace = make_tiny_shop(tmp_path / "reached.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute(
            'insert into contacts (import_id, file, "row", "day", stage, people) values'
            " (1, 'c.csv', 1, '2026-03-01', 'reached', 400), (1, 'c.csv', 2, '2026-03-02', 'visited', 5)"
        )
    found = start_of(workspace, Question(prospects=90))
    workspace.close()
    assert found.winning.of == 400


def test_what_is_lacking_is_said(tmp_path):
    workspace = make_shop(tmp_path / "bare.duckdb", [("ann", "2026-01-05", "10.00")])
    bare = start_of(workspace)
    one_sided = start_of(workspace, Question(acquisition_spend=Decimal(50), retention_spend=Decimal(0)))
    workspace.close()
    assert [reason.text.split(",")[0].split(" is not")[0] for reason in bare.missing] == [
        "What was spent on winning and on keeping",
        "Nobody was kept in these months",
    ]
    assert one_sided.missing[0].text.startswith("Money was spent on one side only.")


def test_with_a_forecast_the_months_ahead_are_in_the_values(tmp_path):
    workspace = make_living_shop(tmp_path / "living.duckdb")
    with ask(workspace, Question()) as marts:
        values = customer_values(marts, fits(marts))
        start = budget_start(marts, values, costs(marts))
        begins = day_number(marts.facts.window_first_day)
    workspace.close()
    kept = np.flatnonzero((values.first_day < begins) & (values.last_day >= begins))
    assert start.keeping.customers == len(kept) and start.is_foreseen
    assert start.keeping.value == pytest.approx((values.window_margin + values.predicted)[kept].mean())
    assert start.keeping.value_low < start.keeping.value < start.keeping.value_high


def test_figures_typed_in_share_what_was_spent_on_both():
    start = typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=1_500, shared_spend=1_000), 12)
    assert (start.winning.customers, start.winning.spend) == (120, 9_500)
    assert (start.keeping.customers, start.keeping.spend, start.keeping.of) == (500, 2_000, None)
    assert start.winning.value is None and start.missing == () and start.as_of is None


def test_figures_typed_in_without_spend_on_a_side():
    (reason,) = typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=0), 12).missing
    assert reason.text.startswith("Money was spent on one side only.")
