"""Pfeifer & Carraway 2000, the catalogue firm: four recencies and former customers, every policy of when to stop mailing."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.markov_ladder import value

DISCOUNT = 0.2
SALE, MAILING = 40.0, 4.0
CHANCES = (0.30, 0.20, 0.15, 0.05)  # of buying in a period, by the number of periods since the last purchase
PRINTED = {  # mailing up to this recency: worth of a customer of recency 1, 2, 3, 4 and of a former one
    4: (52.319609, 5.553784, 1.250773, -1.820016, 0.0),
    3: (53.149425, 6.620690, 2.643678, 0.0, 0.0),
    2: (51.574468, 4.595745, 0.0, 0.0, 0.0),
    1: (48.0, 0.0, 0.0, 0.0, 0.0),
}


def firm(mailed: int) -> tuple[np.ndarray, np.ndarray]:
    """The shares and the money of the firm that mails customers up to this recency and gives the others up."""
    shares, money = np.zeros((5, 5)), np.zeros(5)
    for recency, chance in enumerate(CHANCES[:mailed]):
        shares[recency, 0], shares[recency, recency + 1] = chance, 1 - chance
        money[recency] = -MAILING
    shares[mailed:, 4] = 1.0
    money[0] += SALE
    return shares, money


@pytest.mark.parametrize(("mailed", "printed"), PRINTED.items())
def test_every_policy(mailed, printed):
    assert value(*firm(mailed), DISCOUNT) == pytest.approx(printed, abs=5e-7)


def test_a_customer_who_costs_more_than_they_bring_is_given_up_and_all_gain():
    worth = {mailed: value(*firm(mailed), DISCOUNT) for mailed in PRINTED}
    assert worth[4][3] < 0  # the reason to stop after recency 3 ...
    assert np.all(worth[3] >= worth[4] - 1e-12) and worth[3][0] > worth[4][0]
    # ... and no other policy is better for anybody
    assert all(np.all(worth[3] >= worth[mailed] - 1e-12) for mailed in PRINTED)
