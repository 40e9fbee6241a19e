from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from retention.programmes.business import Business, Rung
from retention.programmes.tidy import tidy
from retention.sentence import Refusal

TYPED = {"customers": 1000, "purchases_per_customer_year": 6, "average_check": 50, "margin_share": 0.4}
# a new customer in a month; 9 of 10 regulars stay, one of 20 lapsed comes back
SHOP = Business((Rung("regular", 100, 1, 20), Rung("lapsed", 40, 0, 0)), 0.5, ((0.9, 0.1), (0.05, 0.95)), 1.0, first_sales=20)


def test_a_few_typed_figures_make_a_business_where_all_are_alike():
    shop = Business.of(**TYPED)
    assert [rung.name for rung in shop.rungs] == ["customers"]
    assert shop.rungs[0].sales_per_year == pytest.approx(300)
    assert shop.stocks(24)[:, 0] == pytest.approx([1000] * 25)


def test_the_share_who_stay_a_year_is_left_after_twelve_months():
    shop = Business.of(**TYPED, staying_share_year=0.8)
    assert shop.stocks(12)[-1] == pytest.approx([800, 200])


def test_people_month_by_month_by_hand():
    assert SHOP.stocks(2) == pytest.approx(np.array([[100, 40], [90 + 2 + 1, 10 + 38], [83.7 + 2.4 + 1, 9.3 + 45.6]]))
    assert SHOP.customers == 140
    assert (SHOP.place("lapsed"), SHOP.place("advocate")) == (1, None)


def test_later_sales_are_the_sum_of_the_two_years_to_come():
    """Month by month: sales of 20 per regular, waiting at 12 per cent a year."""
    moves, wait = np.array(SHOP.moves), 1.12 ** (1 / 12)
    there, summed = np.eye(2), np.zeros(2)
    for month in range(1, 25):
        summed += there @ np.array([20.0, 0.0]) / wait**month
        there = there @ moves
    assert SHOP.later_sales(0.12) == pytest.approx(summed)
    assert SHOP.later_sales(0.0, months=2) == pytest.approx([20 + 0.9 * 20, 0.05 * 20])  # without waiting


def test_a_first_years_sales_are_those_of_people_who_move_and_of_newcomers():
    assert SHOP.sales_in_first_year() == pytest.approx((SHOP.stocks(12)[:-1, 0].sum() + 12) * 20)  # regulars', and a newcomer's 20 a month
    assert Business.of(**TYPED).sales_in_first_year() == pytest.approx(300_000)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"margin_share": 0.0}, "margin_share must be more than 0 and less than 100 per cent, not 0:"),
        ({"margin_share": 1.0}, "margin_share must be more than 0 and less than 100 per cent, not 100:"),
        ({"margin_share": 1.4}, "margin_share must be more than 0 and less than 100 per cent, not 140:"),
        ({"margin_share": math.nan}, "margin_share must be more than 0 and less than 100 per cent, not nan:"),
        ({"customers": -1}, "customers must be a number from 0 up, not -1."),
        ({"average_check": math.inf}, "average_check must be a number from 0 up, not inf."),
        ({"purchases_per_customer_year": math.nan}, "purchases_per_customer_year must be a number from 0 up, not nan."),
        ({"staying_share_year": 1.2}, "staying_share_year must be between 0 and 100 per cent, not 120."),
        ({"new_customers_per_month": -3}, "new_customers_per_month must be a number from 0 up, not -3."),
        ({"acquisition_cost": math.nan}, "acquisition_cost must be a number from 0 up, not nan."),
    ],
)
def test_a_business_that_cannot_be_is_refused(change, message):
    with pytest.raises(Refusal) as refused:
        Business.of(**{**TYPED, **change})
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("moves", [((1.0,),), ((0.9, 0.2), (0.0, 1.0))])
def test_moves_that_lose_or_make_people_are_an_error(moves):
    with pytest.raises(ValueError, match="moves need a row per rung that adds up to 1"):
        replace(SHOP, moves=moves)


def test_numbers_in_sentences_are_written_as_people_write_them():
    assert [tidy(value) for value in (1.4 * 100, 12.5, 0.1 + 0.2, math.nan)] == [140, 12.5, 0.3, "nan"]
