from __future__ import annotations

import numpy as np
import pytest

from retention.models.markov_ladder import base_sensitivity, shrunk, value, value_within

# New, Customer, Client, Advocate, At risk, Lost; a period is a quarter
MOVES = np.array(
    [
        [0.10, 0.35, 0.05, 0.00, 0.50, 0.00],
        [0.00, 0.50, 0.15, 0.01, 0.34, 0.00],
        [0.00, 0.10, 0.68, 0.05, 0.17, 0.00],
        [0.00, 0.02, 0.12, 0.80, 0.06, 0.00],
        [0.00, 0.12, 0.02, 0.00, 0.46, 0.40],
        [0.00, 0.00, 0.00, 0.00, 0.02, 0.98],
    ]
)
MONEY = np.array([12.0, 20.0, 45.0, 80.0, 2.0, 0.0])
DISCOUNT = 0.03
BASE = np.array([100.0, 300.0, 200.0, 50.0, 200.0, 0.0])
CUSTOMER, CLIENT, AT_RISK = 1, 2, 4

ENDLESS = (135.5032, 179.4315, 296.9002, 547.5569, 72.0239, 28.8095)
EIGHT_QUARTERS = (74.7175, 108.2230, 200.5424, 384.6762, 29.7590, 1.8348)
BETTER_ROW = (0.00, 0.47, 0.20, 0.01, 0.32, 0.00)
BETTER_BY = (13.0049, 22.6643, 11.3631, 9.7744, 7.1878, 2.8751)
BASE_VALUE = 168_542.4238
POINT_LINEAR, POINT_EXACT = 3_561.24, 3_580.49


def with_row(state: int, row: tuple[float, ...] | np.ndarray) -> np.ndarray:
    changed = MOVES.copy()
    changed[state] = row
    return changed


def test_value_without_an_end():
    assert value(MOVES, MONEY, DISCOUNT) == pytest.approx(ENDLESS, abs=5e-5)


def test_value_within_eight_quarters():
    assert value_within(MOVES, MONEY, DISCOUNT, 8) == pytest.approx(EIGHT_QUARTERS, abs=5e-5)


def test_another_row():
    better = value(with_row(CUSTOMER, BETTER_ROW), MONEY, DISCOUNT)
    assert better - value(MOVES, MONEY, DISCOUNT) == pytest.approx(BETTER_BY, abs=5e-5)


def test_the_base_and_a_point_more_of_customers_who_become_clients():
    base = BASE @ value(MOVES, MONEY, DISCOUNT)
    assert base == pytest.approx(BASE_VALUE, abs=5e-5)
    change = base_sensitivity(MOVES, MONEY, DISCOUNT, BASE)
    assert 0.01 * (change[CUSTOMER, CLIENT] - change[CUSTOMER, AT_RISK]) == pytest.approx(POINT_LINEAR, abs=5e-3)
    row = MOVES[CUSTOMER] + [0, 0, 0.01, 0, -0.01, 0]
    assert BASE @ value(with_row(CUSTOMER, row), MONEY, DISCOUNT) - base == pytest.approx(POINT_EXACT, abs=5e-3)


def test_the_first_period_counts_in_full_and_a_part_of_a_period_in_part():
    assert value_within(MOVES, MONEY, DISCOUNT, 1).tolist() == MONEY.tolist()
    assert value_within(MOVES, MONEY, DISCOUNT, 0.25) == pytest.approx(MONEY / 4)
    second = MOVES @ MONEY / 1.03
    assert value_within(MOVES, MONEY, DISCOUNT, 1.5) == pytest.approx(MONEY + second / 2)
    assert value_within(MOVES, MONEY, DISCOUNT, 0).tolist() == [0.0] * 6
    assert value_within(MOVES, MONEY, DISCOUNT, 4_000) == pytest.approx(value(MOVES, MONEY, DISCOUNT))


def test_many_draws_at_once_are_each_as_if_alone():
    moves, money = np.stack([MOVES, with_row(CUSTOMER, BETTER_ROW)]), np.stack([MONEY, 2 * MONEY])
    for one in (value, lambda *given: value_within(*given, 5.5)):
        together = one(moves, money, DISCOUNT)
        assert together[0] == pytest.approx(one(MOVES, MONEY, DISCOUNT))
        assert together[1] == pytest.approx(one(moves[1], 2 * MONEY, DISCOUNT))


def test_without_a_discount_there_is_no_end():
    with pytest.raises(ValueError, match="discount"):
        value(MOVES, MONEY, 0.0)
    assert value_within(MOVES, MONEY, 0.0, 2) == pytest.approx(MONEY + MOVES @ MONEY)


def test_few_customers_lean_towards_all_of_them():
    # all together: 12 of 20 in the first state, 8 in the second
    counts = np.array([[12.0, 3.0], [0.0, 5.0], [0.0, 0.0]])
    assert shrunk(counts) == pytest.approx(np.array([[15 / 20, 5 / 20], [3 / 10, 7 / 10], [0.6, 0.4]]))
    assert shrunk(counts, 10)[1] == pytest.approx([6 / 15, 9 / 15])
    assert shrunk(np.stack([counts, 2 * counts]))[0] == pytest.approx(shrunk(counts))
    with pytest.raises(ValueError, match="nobody"):
        shrunk(np.zeros((2, 2)))
