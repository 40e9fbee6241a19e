"""Points in the books: the examples of IFRS 15 (no. 52) and of KPMG's handbook (10A, 10B), to the unit they print."""

from __future__ import annotations

import pytest

from retention.programmes.liability import PointsSold

SOLD = PointsSold.of(sales=100_000, points=10_000, expected_share=0.95)
ROUNDED = PointsSold(goods=91_000, points=9_000)  # the handbook shares 91 : 9


def test_sales_are_shared_between_goods_and_points():
    assert (SOLD.goods, SOLD.points) == pytest.approx((91_324, 8_676), abs=0.5)


def test_first_year():
    assert SOLD.earned(claimed=4_500, expected=9_500) == pytest.approx(4_110, abs=0.5)
    assert SOLD.owed(claimed=4_500, expected=9_500) == pytest.approx(4_566, abs=0.5)


def test_second_year_with_a_newer_estimate():
    assert SOLD.earned(8_500, expected=9_700) - SOLD.earned(4_500, expected=9_500) == pytest.approx(3_493, abs=0.5)
    assert SOLD.owed(8_500, expected=9_700) == pytest.approx(1_073, abs=0.5)


@pytest.mark.parametrize(("expected", "second_year"), [(9_900, 3_552), (9_200, 4_140)])
def test_handbook(expected, second_year):
    first_year = ROUNDED.earned(4_500, expected=9_700)
    assert first_year == pytest.approx(4_175, abs=0.5)
    assert ROUNDED.earned(8_500, expected) - first_year == pytest.approx(second_year, abs=0.6)  # each year printed rounded


def test_never_more_than_was_sold():
    assert SOLD.owed(claimed=9_800, expected=9_700) == 0
