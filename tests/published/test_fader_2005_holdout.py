"""What five forecasters, told of CDNOW's first 39 weeks, expect of the same 2,357 customers in the next 39, and what came: 1,882 purchases.

Fader, Hardie & Lee 2005 hold their model out against these weeks. Totals, errors and correlations to the digits of our reference
computation (lifetimes, scipy), which agrees with the BTYD vignette's table of means by number of purchases.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.fits import fits
from retention.models import ALL
from retention.models.bg_nbd import BgNbd
from retention.models.history import Floats, Summaries
from retention.models.pareto_nbd import ParetoNbd
from retention.models.prediction_interval import honest_interval, parameter_deviation, sampling_deviation, total_interval
from retention.models.rivals import own_pace, silence_rule
from retention.models.scoreboard import Score
from retention.question import Question
from tests.many_lines import make_shop

CUT, END = date(1997, 9, 30), date(1998, 6, 30)
WEEKS = 39.0
ACTUAL = 1882
# total, total / actual, mean absolute error, root mean squared error (None: not printed), correlation
TABLE = {
    "bg_nbd": (1653.4, 0.879, 0.7855, 1.6080, 0.6256),
    "mbg_nbd": (1576.7, 0.838, 0.7648, 1.6072, 0.6273),
    "pareto_nbd": (1665.5, 0.885, 0.7545, 1.6028, 0.6302),
    "own_pace": (2930.1, 1.557, 1.0237, None, 0.5839),
    "silence_rule": (2592.2, 1.377, 0.9394, None, 0.5861),
}
# customers by purchases in the first 39 weeks (0 to 6, 7 and more), and their mean purchases in the next 39
CUSTOMERS = (1411, 439, 214, 100, 62, 38, 29, 64)
MEANS = {
    "actual": (0.2367, 0.6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594),
    "bg_nbd": (0.2251, 0.5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572),
    "pareto_nbd": (0.1384, 0.5995, 1.1958, 1.7138, 2.3983, 2.9072, 3.8186, 6.4031),
}


@lru_cache
def cdnow_lines() -> list[tuple[str, date, str]]:
    """Customer, day and amount of every purchase of the sample."""
    package = find_spec("lifetimes")  # for its data file only: none of its code is run
    assert package is not None and package.origin is not None
    text = (Path(package.origin).parent / "datasets" / "CDNOW_sample.txt").read_text()
    rows = [line.split() for line in text.splitlines() if line.strip()]
    return [(customer, datetime.strptime(day, "%Y%m%d").date(), amount) for _, customer, day, _, amount in rows]


@lru_cache
def histories() -> tuple[Floats, Floats, Floats, Floats]:
    """x, t_x, T in weeks at the cut, and the purchase days afterwards, one entry per customer."""
    days: dict[str, set[date]] = {}
    for customer, day, _ in cdnow_lines():
        days.setdefault(customer, set()).add(day)
    rows = []
    for bought in days.values():
        known = sorted(day for day in bought if day <= CUT)
        rows.append((len(known) - 1, (known[-1] - known[0]).days / 7, (CUT - known[0]).days / 7, len(bought) - len(known)))
    x, t_x, T, after = np.array(rows, float).T
    return x, t_x, T, after


@lru_cache
def summaries() -> Summaries:
    x, t_x, T, _ = histories()
    distinct, customers = np.unique(np.column_stack([x, t_x, T]), axis=0, return_counts=True)
    return Summaries(*distinct.T, customers)


@lru_cache
def forecasts() -> dict[str, Floats]:
    x, t_x, T, _ = histories()
    found = {model.name: model.fit(summaries(), prior="none").expected_purchases(x, t_x, T, WEEKS) for model in ALL}
    found["own_pace"] = own_pace(x, T, WEEKS)
    found["silence_rule"] = silence_rule(x, t_x, T, WEEKS, 26 - 0.5 / 7)  # the reference calls 26 weeks of silence, to the day, too long
    return found


@pytest.mark.parametrize("name", TABLE)
def test_totals_and_errors_to_the_printed_digits(name):
    expected, actual = forecasts()[name], histories()[3]
    score = Score.of(name, expected, actual)
    total, ratio, mean_absolute_error, root_mean_squared_error, correlation = TABLE[name]
    assert score.actual == ACTUAL
    assert score.expected == pytest.approx(total, abs=0.05)
    assert score.error == pytest.approx(ratio - 1, abs=0.0005)
    assert score.mean_absolute_error == pytest.approx(mean_absolute_error, abs=0.00005)
    assert root_mean_squared_error is None or score.root_mean_squared_error == pytest.approx(root_mean_squared_error, abs=0.00005)
    assert np.corrcoef(expected, actual)[0, 1] == pytest.approx(correlation, abs=0.00005)


@pytest.mark.parametrize("name", MEANS)
def test_means_by_number_of_purchases_to_the_printed_digits(name):
    x, _, _, actual = histories()
    group = np.minimum(x, 7).astype(int)
    sums = np.bincount(group, weights=actual if name == "actual" else forecasts()[name])
    assert np.bincount(group).tolist() == list(CUSTOMERS)
    assert (sums / CUSTOMERS).tolist() == pytest.approx(MEANS[name], abs=0.00005)


def test_the_models_own_range_is_too_narrow_and_the_honest_one_is_not():
    """The reference, from random draws: chance 71.7, parameters 65.2, together 100.8; 95 % from 1455 to 1856: short of the 1,882.

    Its 65.2 is too small: 71.7 and 65.2 give 96.9, not 100.8. Here the parameters' part is 74.35 (draws of parameters agree, see
    tests/models/test_prediction_interval.py), chance's part 69.6 and both together 101.8.
    """
    model = BgNbd.fit(summaries(), prior="none")
    chance, doubt = sampling_deviation(model, summaries(), WEEKS), parameter_deviation(model, summaries(), WEEKS)
    interval = total_interval(model, summaries(), WEEKS)
    assert doubt is not None and interval is not None
    assert chance == pytest.approx(71.7, rel=0.05)
    assert doubt == pytest.approx(74.35, abs=0.005)
    assert np.hypot(chance, doubt) == pytest.approx(100.8, rel=0.02)
    assert interval == pytest.approx((1455, 1653.4, 1856), rel=0.01)
    assert interval.high < ACTUAL
    honest = honest_interval(interval, Score.of("bg_nbd", forecasts()["bg_nbd"], histories()[3]).miss)
    assert honest.high == pytest.approx(ACTUAL) and honest.low < interval.low


def test_the_same_through_the_whole_house(tmp_path):
    """From order lines to the scoreboard, with the weak prior: the last third of the 78 weeks forecast from the first two."""
    workspace = make_shop(tmp_path / "cdnow.duckdb", cdnow_lines())
    with ask(workspace, Question()) as marts:
        found = fits(marts)
    workspace.close()
    tried = found.scoreboard
    assert tried is not None and (found.customers, found.size, tried.customers, tried.weeks) == (2357, "full", 2357, 26)
    assert (tried.cut_day, tried.last_day) == (END - timedelta(weeks=26), END)
    after = {(customer, day) for customer, day, _ in cdnow_lines() if day > tried.cut_day}
    assert tried.actual_purchases == tried.weekly_actual[-1] == len(after)
    assert [score.name for score in tried.scores] == [*(model.name for model in ALL), "own_pace", "silence_rule", "as_last_year"]
    errors = {score.name: abs(score.error or 0.0) for score in tried.scores}
    assert max(errors[model.name] for model in ALL) < 0.05 < 0.25 < min(errors["own_pace"], errors["silence_rule"], errors["as_last_year"])
    assert tried.winner == tried.best_model == found.model_name
    assert found.frequency_spend_correlation is not None and abs(found.frequency_spend_correlation) < 0.15
    assert tried.score(tried.winner).money_miss < 0.05
    assert isinstance(found.models["pareto_nbd"], ParetoNbd)
