"""Weeks in remission under 6-MP (Freireich et al. 1963), the textbook table of survival and Greenwood standard errors."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.kaplan_meier import KaplanMeier

EVENTS = (6, 6, 6, 7, 10, 13, 16, 22, 23)
CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
TABLE = {  # week: survival, standard error
    6: (0.8571, 0.0764),
    7: (0.8067, 0.0869),
    10: (0.7529, 0.0963),
    13: (0.6902, 0.1068),
    16: (0.6275, 0.1141),
    22: (0.5378, 0.1282),
    23: (0.4482, 0.1346),
}


def remission() -> KaplanMeier:
    ended = [1] * len(EVENTS) + [0] * len(CENSORED)
    return KaplanMeier.fit(EVENTS + CENSORED, ended, [1 - one for one in ended])


def test_survival_and_its_standard_errors():
    curve = remission()
    assert curve.durations.tolist() == list(TABLE)
    assert curve.survival == pytest.approx([survival for survival, _ in TABLE.values()], abs=5e-5)
    assert np.sqrt(curve.variance) == pytest.approx([error for _, error in TABLE.values()], abs=5e-5)


def test_median():
    assert remission().quantile(0.5) == 23
