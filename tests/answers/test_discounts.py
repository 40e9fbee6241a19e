"""Discounts on first and later purchases, worked out by hand on the tiny shop."""

from __future__ import annotations

from datetime import date

import pytest

from retention.answers.ask import ask
from retention.answers.discounts import Discounts, discounts_by_month, discounts_in_window, discounts_to_win
from retention.answers.reach_counts import new_customers
from retention.question import Question
from tests.tiny_shop import make_tiny_shop

# by order number: Dan's first and second purchase, both of Clara's orders of her first day, Anna's last, a return of Elena and a
# cancelled order of Boris, which count for nothing
GIVEN = {"3": 1.5, "5": 2.0, "7": 0.5, "8": 0.25, "13": 4.0, "10": 3.0, "14": 7.0}


@pytest.fixture
def shop(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb")
    yield workspace
    workspace.close()


def give(workspace):
    with workspace.cursor() as cursor:
        cursor.executemany("update order_lines set discount = ? where order_id = ?", [[money, order] for order, money in GIVEN.items()])
        cursor.execute("update order_lines set channel = 'Shop' where customer_id in ('clara', 'anna')")
        cursor.execute("update workspace set data_version = data_version + 1")


def test_without_discounts_nothing_is_known(shop):
    with ask(shop, Question()) as marts:
        assert discounts_in_window(marts) is None and discounts_by_month(marts) is None
        assert discounts_to_win(marts, new_customers(marts)) == {}


def test_in_the_window_by_month_and_by_channel(shop):
    give(shop)
    with ask(shop, Question()) as marts:  # the window begins on 22 February
        window, months = discounts_in_window(marts), discounts_by_month(marts)
        to_win = discounts_to_win(marts, new_customers(marts))
    assert window == Discounts(0.75, 4.0, first_purchases=1, later_purchases=3, discounted_first=1, discounted_later=1)
    january = 2026 * 12
    assert [months.of([month]) for month in range(january, january + 4)] == [
        Discounts(first_purchases=2),
        Discounts(1.5, 2.0, 1, 3, 1, 1, later_of_new=2.0),
        Discounts(0.75, 0.0, 1, 2, 1, 0),
        Discounts(0.0, 4.0, 0, 1, 0, 1),
    ]
    assert to_win == {"shop": 0.75}


def test_who_was_won_in_the_same_time_was_not_kept_in_it(shop):
    give(shop)
    january = 2026 * 12
    with ask(shop, Question()) as marts:
        months = discounts_by_month(marts)
    february, quarter, half = months.of([january + 1]), months.of(range(january, january + 3)), months.of(range(january + 1, january + 4))
    assert (february.later, february.kept) == (2.0, 0.0)  # Dan's second purchase, in the month of his first
    assert (quarter.first, quarter.later, quarter.kept) == (2.25, 2.0, 0.0)
    assert (half.later, half.kept) == (6.0, 4.0)  # Anna had bought before February


def test_a_window_without_purchases_gave_nothing_away(shop):
    give(shop)
    with ask(shop, Question(as_of=date(2026, 4, 4), window_months=1)) as marts:
        assert discounts_in_window(marts) == Discounts(0.0, 0.0, 0, 2, 0, 0)
