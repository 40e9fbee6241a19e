from __future__ import annotations

import numpy as np
import pytest

from retention.models.newton import Surface, climb


def test_a_parabola_is_climbed_and_its_curvature_gives_the_covariance():
    centre, precision = np.array([1.0, -2.0]), np.array([[2.0, 0.5], [0.5, 1.0]])

    def parabola(place):
        away = place - centre
        return Surface(-away @ precision @ away / 2, -precision @ away, -precision)

    top = climb(parabola, np.zeros(2), reach=12.0)
    assert top.place == pytest.approx(centre)
    assert top.height == pytest.approx(0.0, abs=1e-12)
    assert top.covariance == pytest.approx(np.linalg.inv(precision))


def test_a_saddle_is_left_on_the_way_up():
    def two_peaks(place):  # peaks at x = -1 and x = 1, a saddle between them
        (x,) = place
        return Surface(x**2 / 2 - x**4 / 4, np.array([x - x**3]), np.array([[1 - 3 * x**2]]))

    assert climb(two_peaks, np.array([0.1]), reach=5.0).place == pytest.approx([1.0])


def test_a_slope_without_a_top_ends_at_the_wall_and_is_not_called_a_top():
    def slope(place):
        return Surface(float(place[0]), np.array([1.0]), np.array([[0.0]]))

    top = climb(slope, np.zeros(1), reach=3.0)
    assert top.place == pytest.approx([3.0])
    assert top.covariance is None


def test_the_wall_stands_around_the_centre_wherever_the_climb_starts():
    def slope(place):
        return Surface(float(place[0]), np.array([1.0]), np.array([[0.0]]))

    assert climb(slope, np.array([2.0]), reach=3.0, centre=np.zeros(1)).place == pytest.approx([3.0])
