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


def test_nothing_spent_at_all_is_not_one_side_only(tmp_path):
    lines = [("ann", "2024-01-05", "10.00"), ("dan", "2024-01-05", "10.00"), ("ann", "2026-01-05", "10.00"), ("bob", "2026-02-05", "10.00")]
    workspace = make_shop(tmp_path / "idle.duckdb", lines)
    found = start_of(workspace, Question(acquisition_spend=Decimal(0), retention_spend=Decimal(0)))
    workspace.close()
    assert [reason.text for reason in found.missing] == [
        "Nothing was spent on winning or on keeping, so it cannot be told how customers answer to money."
    ]


def test_where_all_were_kept_nothing_can_be_told_of_keeping(tmp_path):
    lines = [("ann", "2024-01-05", "10.00"), ("ann", "2026-01-05", "10.00"), ("bob", "2026-02-05", "10.00")]
    workspace = make_shop(tmp_path / "all.duckdb", lines)
    found = start_of(workspace, Question(acquisition_spend=Decimal(50), retention_spend=Decimal(20)))
    workspace.close()
    assert (found.keeping.customers, found.keeping.of) == (1, 1)
    assert found.missing[0].text.startswith("All earlier customers bought again")


def test_who_came_by_no_paid_channel_would_have_come_anyway(tiny, tmp_path):
    assert start_of(tiny).winning.anyway is None  # no channels of customers: nothing is known
    lines = [("old", "2025-01-01", "10.00"), *((f"n{day}", f"2026-02-0{day}", "10.00") for day in range(1, 7))]
    workspace = make_shop(tmp_path / "channels.duckdb", lines)
    with workspace.cursor() as cursor:
        cursor.execute("insert into spend (import_id, file, \"row\", first_day, last_day, channel, amount, purpose, acquisition_share)"
                       " values (1, 's.csv', 1, '2026-02-01', '2026-02-05', 'fair', 30, 'acquisition', 1)")  # fmt: skip
        cursor.execute(
            "update order_lines set channel = case customer_id when 'n1' then 'Fair' when 'n2' then 'fair' when 'n6' then null"
            " else 'Word of mouth' end"
        )
    found = start_of(workspace)
    workspace.close()
    assert (found.winning.customers, found.winning.anyway) == (6, pytest.approx(3 / 5))  # of five whose channel is known


def test_shared_spend_counted_otherwise(tiny):
    # the fair's 31.00 is shared by halves: all of it on either side
    start = start_of(tiny, Question(margin_share=0.4))
    assert start.otherwise == ((31.0, 10.0), (pytest.approx(0.31), 41.0))
    typed = typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=1_500, shared_spend=1_000), 12)
    assert typed.otherwise == ((10_000, 1_500), (9_000, 2_500))
    assert typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=1_500), 12).otherwise == ()


def test_figures_typed_in_share_what_was_spent_on_both():
    start = typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=1_500, shared_spend=1_000), 12)
    assert (start.winning.customers, start.winning.spend) == (120, 9_500)
    assert (start.keeping.customers, start.keeping.spend, start.keeping.of) == (500, 2_000, None)
    assert start.winning.value is None and start.missing == () and start.as_of is None


def test_figures_typed_in_without_spend_on_a_side():
    (reason,) = typed_start(Figures(acquired=120, kept=500, acquisition_spend=9_000, retention_spend=0), 12).missing
    assert reason.text.startswith("Money was spent on one side only.")
