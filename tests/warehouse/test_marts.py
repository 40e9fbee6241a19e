"""The marts of the five-customer shop, against figures worked out by hand in tests/tiny_shop.py."""

from __future__ import annotations

from datetime import date

import pytest

from retention.question import Question
from retention.sentence import Refusal
from retention.warehouse.facts import day_number
from tests.tiny_shop import flat_limits, make_tiny_shop


def day(text):
    return day_number(date.fromisoformat(text))


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


def rows(shop, sql, question=None):
    with shop.marts(question or Question(), flat_limits) as marts, marts.engine() as engine:
        return [tuple(row.values()) for row in engine.arrow(sql).to_pylist()]


def named(sql):
    return f"select customer_id, * exclude (customer_id, customer) from ({sql}) inner join customer_keys using (customer) order by all"


def test_facts_come_from_the_counted_sales(shop):
    with shop.marts(Question(), flat_limits) as marts:
        facts = marts.facts
    assert (facts.first_day, facts.as_of, facts.currency, facts.minor_units) == (date(2026, 1, 5), date(2026, 4, 10), "EUR", 100)
    assert (facts.window_first_day, facts.window_days) == (date(2026, 2, 22), 48)  # 95 days of history, cut to half: 47 back


def test_purchase_days_add_a_day_up_and_keep_returns_apart(shop):
    assert rows(shop, named("select customer, day, orders, value, margin, uncosted_value from purchase_days where day >= 20513")) == [
        ("anna", day("2026-03-06"), 1, 3000, 0, 3000),
        ("anna", day("2026-04-05"), 1, 4000, 0, 4000),
        ("clara", day("2026-03-01"), 2, 1200, 0, 1200),
        ("clara", day("2026-03-31"), 1, 800, 0, 800),
        ("clara", day("2026-04-02"), 0, -300, 0, -300),
        ("elena", day("2026-03-15"), 0, -400, 0, -400),
    ]
    assert rows(shop, named("select customer, sum(margin) as margin from purchase_days where margin > 0 group by customer")) == [
        ("dan", 1500)
    ]


LARGE_AND_HALF_CENTS = [
    ("1", "a", "2026-01-05", "60000000000000.0050", "1.0000", "sale"),
    ("2", "a", "2026-01-05", "60000000000000.0000", None, "sale"),
    ("3", "b", "2026-01-06", "0.0050", None, "sale"),
    ("4", "b", "2026-01-07", "-0.0050", None, "return"),
    ("5", "b", "2026-01-08", "1.0050", "0.3349", "sale"),
    ("5", "b", "2026-01-08", "999999999.9950", "0.0001", "sale"),
    (None, "b", "2026-01-09", "5.00", None, "sale"),
    (None, "b", "2026-01-09", "5.00", None, "sale"),
    ("6", "b", "2026-01-09", "5.00", None, "sale"),
    ("6", "b", "2026-01-09", "-5.00", None, "return"),
]


def test_large_amounts_and_half_cents_are_exact_and_orders_without_a_number_count_by_line(tmp_path):
    workspace = make_tiny_shop(tmp_path / "large.duckdb", LARGE_AND_HALF_CENTS)
    sql = "select customer_id, day, orders, value, margin, uncosted_value from purchase_days inner join customer_keys using (customer)"
    assert rows(workspace, f"{sql} order by day") == [
        ("a", day("2026-01-05"), 2, 12_000_000_000_000_001, 5_999_999_999_999_901, 6_000_000_000_000_000),
        ("b", day("2026-01-06"), 1, 1, 0, 1),
        ("b", day("2026-01-07"), 0, -1, 0, -1),
        ("b", day("2026-01-08"), 1, 100_000_000_100, 100_000_000_067, 0),  # 100.5 and 99999999999.5 cents, rounded once together
        ("b", day("2026-01-09"), 3, 1000, 0, 1000),
    ]
    workspace.close()


def test_spells_tell_who_stood_where_and_when(shop):
    assert rows(shop, named("select customer, from_day, to_day, rung, turn from rung_spells")) == [
        ("anna", day("2026-01-05"), day("2026-03-06"), 3, 1),
        ("anna", day("2026-03-06"), day("2026-04-11"), 5, 1),  # Dan came in February, so the third purchase makes her an advocate
        ("boris", day("2026-01-10"), day("2026-02-25"), 3, 1),
        ("boris", day("2026-02-25"), day("2026-04-11"), 6, 1),
        ("clara", day("2026-03-01"), day("2026-04-11"), 3, 1),
        ("dan", day("2026-02-01"), day("2026-02-21"), 3, 1),
        ("dan", day("2026-02-21"), day("2026-04-08"), 4, 1),
        ("dan", day("2026-04-08"), day("2026-04-11"), 6, 1),
    ]


def test_customers_now_stand_on_one_rung_each(shop):
    sql = "select customer, purchase_days, orders, value, silent_days, rung, is_at_risk from customers_now"
    assert rows(shop, named(sql)) == [
        ("anna", 4, 4, 10000, 5, 5, 0),
        ("boris", 1, 1, 5000, 90, 6, 0),
        ("clara", 2, 3, 1700, 10, 3, 0),
        ("dan", 3, 3, 4500, 48, 6, 0),
    ]


def test_as_of_an_earlier_day_nothing_later_is_known(shop):
    sql = "select customer, purchase_days, value, silent_days, rung, is_at_risk from customers_now"
    assert rows(shop, named(sql), Question(as_of=date(2026, 3, 29))) == [
        ("anna", 3, 6000, 23, 5, 0),
        ("boris", 1, 5000, 78, 6, 0),
        ("clara", 1, 1200, 28, 3, 0),
        ("dan", 3, 4500, 36, 4, 1),  # beyond 30 days, not beyond 45
    ]


def test_moves_are_counted_in_the_month_they_happen(shop):
    january = 2026 * 12
    assert rows(shop, "select month, rung_before, rung, customers from rung_moves order by all") == [
        (january, 0, 3, 2),
        (january + 1, 0, 3, 1),
        (january + 1, 3, 4, 1),
        (january + 1, 3, 6, 1),
        (january + 2, 0, 3, 1),
        (january + 2, 3, 5, 1),
        (january + 3, 4, 6, 1),
    ]


def test_gaps_keep_the_wait_that_is_still_open(shop):
    assert rows(shop, "select * from purchase_gaps order by all") == [
        (1, 10, 1, 1),
        (1, 30, 1, 2),
        (1, 90, 0, 1),
        (2, 10, 0, 1),
        (2, 10, 1, 1),
        (2, 30, 1, 1),
        (3, 30, 1, 1),
        (3, 48, 0, 1),
        (4, 5, 0, 1),
    ]


def test_summaries_group_equal_histories(shop):
    assert rows(shop, "select * from purchase_summaries order by all") == [(0, 0, 90, 1), (1, 30, 40, 1), (2, 20, 68, 1), (3, 90, 95, 1)]


def test_cohorts_follow_the_month_of_the_first_purchase(shop):
    january = 2026 * 12
    assert rows(shop, "select first_month, age_months, customers, orders, value from cohorts order by all") == [
        (january, 0, 2, 2, 6000),
        (january, 1, 1, 1, 2000),
        (january, 2, 1, 1, 3000),
        (january, 3, 1, 1, 4000),
        (january + 1, 0, 1, 3, 4500),
        (january + 2, 0, 1, 3, 2000),
        (january + 2, 1, 0, 0, -300),
    ]


def test_cost_window_counts_who_was_won_and_who_was_kept(shop):
    columns = "acquired, kept, customers_before, acquisition_spend, retention_spend, shared_spend, shared_to_acquisition"
    assert rows(shop, f"select {columns} from cost_window") == [(1, 1, 3, 0, 1000, 3100, 1550)]


def test_a_filter_keeps_only_what_it_asks_for(shop):
    with pytest.raises(Refusal, match="No sales are left"), shop.marts(Question(channels=("no such channel",)), flat_limits):
        pass


def test_an_as_of_day_before_the_first_sale_is_refused(shop):
    with pytest.raises(Refusal, match="The first sale is of"), shop.marts(Question(as_of=date(2025, 12, 31)), flat_limits):
        pass


def test_a_return_after_a_lapse_begins_a_new_turn(tmp_path):
    lines = [("1", "anna", "2026-01-01", "10.00", None, "sale"), ("2", "anna", "2026-03-01", "10.00", None, "sale")]
    shop = make_tiny_shop(tmp_path / "turns.duckdb", lines)
    assert rows(shop, "select from_day, to_day, rung, turn from rung_spells order by from_day") == [
        (day("2026-01-01"), day("2026-02-16"), 3, 1),
        (day("2026-02-16"), day("2026-03-01"), 6, 1),
        (day("2026-03-01"), day("2026-03-02"), 3, 2),
    ]
    shop.close()
