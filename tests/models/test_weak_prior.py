from __future__ import annotations

import numpy as np
import pytest

from retention.models.newton import Surface, climb
from retention.models.weak_prior import with_prior

CENTRE, SPREAD = np.array([1.0, 0.0]), np.array([2.0, 0.5])


def parabola(place):
    """Highest at 3 in the first coordinate; says nothing about the second."""
    away = place[0] - 3.0
    return Surface(-(away**2) / 2, np.array([-away, 0.0]), np.array([[-1.0, 0.0], [0.0, 0.0]]))


def test_the_top_lies_between_data_and_prior_by_their_weights():
    top = climb(with_prior(parabola, CENTRE, SPREAD, "weak"), CENTRE, reach=12.0)
    # precisions 1 and 1/4: (1 × 3 + 1/4 × 1) / (5/4); where the data are silent the prior speaks alone
    assert top.place == pytest.approx([2.6, 0.0])
    assert top.covariance == pytest.approx(np.diag([1 / 1.25, 0.25]))
    assert top.height == pytest.approx(-(0.4**2) / 2 - (1.6 / 2) ** 2 / 2)


def test_without_a_prior_it_is_the_likelihood_itself():
    assert with_prior(parabola, CENTRE, SPREAD, "none") is parabola
