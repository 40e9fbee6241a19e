"""The typed-in subscription against Fader & Hardie 2007 ("regular" subscribers, seven years, 10 % discount)."""

from __future__ import annotations

import pytest

from retention.answers.subscription import subscription
from retention.sentence import Refusal

REGULAR = (0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241)
CURVE = (1, 0.6267, 0.4738, 0.3880, 0.3321, 0.2923, 0.2625, 0.2390, 0.2201, 0.2044, 0.1912, 0.1799, 0.1700)


def test_the_published_curve_and_lifetime():
    found = subscription(REGULAR, 0.10)
    # the weak prior moves a thousand people's curve by less than a tenth of a point
    assert found.survival == pytest.approx(CURVE, abs=1e-3)
    assert found.payments == pytest.approx(3.694908, abs=0.01)


def test_everybody_alike_is_the_usual_sum():
    # half leave each year: 1, .5, .25 …; r = 1 - (1 - .125) / (1 + .5 + .25) = .5
    found = subscription((0.5, 0.25, 0.125), 0.10)
    assert found.payments_if_all_alike == pytest.approx(1.1 / 0.6)
    assert found.payments > found.payments_if_all_alike


@pytest.mark.parametrize("shares", [(), (0.6,), (0.5, 0.6), (1.2, 0.5)])
def test_what_cannot_be_is_one_sentence(shares):
    with pytest.raises(Refusal):
        subscription(shares, 0.1)


def test_without_discount_what_never_ends_has_no_sum():
    found = subscription(REGULAR, 0.0)  # alpha below 1: some never leave
    assert found.payments is None and found.payments_if_all_alike is not None
    assert subscription((1.0, 1.0), 0.0).payments_if_all_alike is None
