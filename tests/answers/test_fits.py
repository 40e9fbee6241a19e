"""Fits and back-test: on too little data, on a shop whose truth is known, and never with an eye on the future."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from retention.answers import known_customers as known_customers_module
from retention.answers.ask import ask
from retention.answers.fits import fits, size_of
from retention.answers.known_customers import known_customers
from retention.models import ALL
from retention.models.prediction_interval import honest_interval
from retention.question import Question
from retention.warehouse.facts import day_number
from tests.many_lines import make_shop
from tests.tiny_shop import make_tiny_shop

FIRST_DAY = date(2024, 1, 1)
LAST_DAY = FIRST_DAY + timedelta(days=749)
MODELS = [model.name for model in ALL]


def simulated(customers, seed=7, days=750):
    """Lines of a shop that is as MBG/NBD and Gamma-Gamma say: r 0.9, alpha 60 days, a 1, b 4; 25.00 a purchase on average."""
    random = np.random.default_rng(seed)
    lines = []
    for customer in range(customers):
        day, pace, leaving = int(random.integers(days * 4 // 5)), random.gamma(0.9) / 60, random.beta(1, 4)
        level = 30 / random.gamma(5)
        time = float(day)
        while time < days:
            lines.append((f"c{customer:04}", FIRST_DAY + timedelta(days=int(time)), f"{random.gamma(5) * level * 20 / 30 + 0.01:.2f}"))
            if random.random() < leaving:
                break
            time += random.exponential(1 / pace)
    return lines


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_shop(tmp_path_factory.mktemp("shop") / "many.duckdb", simulated(600))
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def found(shop):
    with ask(shop, Question()) as marts:
        return fits(marts)


def test_five_customers_are_too_few_and_that_is_said(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with ask(workspace, Question()) as marts:
        found = fits(marts)
    workspace.close()
    assert (found.customers, found.size, found.models, found.model, found.spending) == (4, "none", {}, None, None)
    assert found.scoreboard is None and found.no_scoreboard.count == 4
    assert found.kept_share == pytest.approx(212 / 215)  # 3.00 of 215.00 came back


@pytest.mark.parametrize(
    ("customers", "size"), [(0, "none"), (29, "none"), (30, "base"), (99, "base"), (100, "rough"), (499, "rough"), (500, "full")]
)
def test_what_so_many_customers_allow(customers, size):
    assert size_of(customers) == size


def test_a_young_shop_gets_models_and_no_scoreboard(tmp_path):
    lines = [(f"c{number}", FIRST_DAY + timedelta(days=number % 80), "10.00") for number in range(120)]
    workspace = make_shop(tmp_path / "young.duckdb", lines)
    with ask(workspace, Question()) as marts:
        found = fits(marts)
    workspace.close()
    assert (found.size, list(found.models), found.model_name, found.scoreboard) == ("rough", MODELS, "mbg_nbd", None)
    assert dict(found.no_scoreboard.values) == {"count": 80, "needed": 84}
    assert found.spending is not None and found.spending.population_mean == pytest.approx(10, rel=0.05)
    assert found.frequency_spend_correlation is None


def test_a_shop_that_has_just_grown_gets_no_scoreboard_either(tmp_path):
    lines = [(f"c{number}", FIRST_DAY + timedelta(days=0 if number < 29 else 95), "0.00" if number else "10.00") for number in range(60)]
    workspace = make_shop(tmp_path / "grown.duckdb", lines)
    with ask(workspace, Question()) as marts:
        found = fits(marts)
    workspace.close()
    assert (found.size, found.scoreboard, found.spending) == ("base", None, None)  # only one of them has ever paid anything
    assert dict(found.no_scoreboard.values) == {"count": 29, "day": FIRST_DAY + timedelta(days=95 - 28), "needed": 30}


def test_where_the_data_come_from_the_model_it_beats_the_paper_forecasts(found):
    tried = found.scoreboard
    assert (found.size, found.customers, tried.weeks, tried.last_day) == ("full", 600, 250 // 7, tried.cut_day + timedelta(weeks=35))
    assert [score.name for score in tried.scores] == [*MODELS, "own_pace", "silence_rule", "as_last_year"]
    assert tried.winner in MODELS and tried.winner == tried.best_model == found.model_name
    errors = {score.name: score.root_mean_squared_error for score in tried.scores}
    assert max(errors[name] for name in MODELS) < min(errors["own_pace"], errors["silence_rule"], errors["as_last_year"])
    best = tried.score("mbg_nbd")
    assert abs(best.error) < 0.15 and abs(best.expected_sales / tried.actual_sales - 1) < 0.2
    assert tried.interval.low < tried.actual_purchases < tried.interval.high
    honest = honest_interval(tried.interval, tried.score(tried.best_model).miss)
    assert honest.low <= tried.interval.low and honest.high >= tried.interval.high
    assert found.spending.population_mean == pytest.approx(25, rel=0.1)
    assert found.kept_share == 1.0


def test_the_parameters_behind_the_shop_are_found_again(found):
    model = found.models["mbg_nbd"]
    away = np.abs(np.array(list(model.parameters.values())) - [0.9, 60.0, 1.0, 4.0])
    assert np.all(away < 3 * np.array(model.standard_errors))


def test_weeks_add_up_to_the_total(found):
    tried = found.scoreboard
    assert len(tried.weekly_actual) == tried.weeks and tried.weekly_actual[-1] == tried.actual_purchases
    for score in tried.scores:
        assert len(score.weekly) == tried.weeks
        assert score.weekly[-1] == pytest.approx(score.expected)
        assert np.all(np.diff([0.0, *score.weekly]) >= 0)
        assert score.actual == tried.actual_purchases
        assert sum(part.customers for part in score.deciles) == tried.customers


def test_the_curve_through_few_days_is_the_curve_of_every_week(shop, found):
    tried = found.scoreboard
    with ask(shop, Question()) as marts:
        histories, _ = known_customers(marts, day_number(tried.cut_day)).grouped
    for name, model in tried.models.items():
        for week in (1, 5, 20, 34):
            expected = model.expected_purchases(histories.repeat_purchases, histories.last_purchase_age, histories.age, week * 7.0)
            assert tried.score(name).weekly[week - 1] == pytest.approx(float(histories.customers @ expected), rel=1e-3)


def test_nothing_after_the_as_of_day_and_nothing_after_the_cut_enters_a_fit(tmp_path, shop, found):
    cut = found.scoreboard.cut_day
    past = make_shop(tmp_path / "past.duckdb", [line for line in simulated(600) if line[1] <= cut])
    with ask(past, Question(as_of=LAST_DAY)) as marts, ask(shop, Question(as_of=LAST_DAY)) as all_marts:
        blind, seeing = fits(marts).scoreboard, fits(all_marts).scoreboard
    with ask(past, Question()) as marts, ask(shop, Question(as_of=cut)) as earlier:
        today, then = fits(marts), fits(earlier)
    past.close()
    assert blind.models == seeing.models and blind.customers == seeing.customers
    assert [(score.name, score.expected, score.weekly, score.expected_sales) for score in blind.scores] == [
        (score.name, score.expected, score.weekly, score.expected_sales) for score in seeing.scores
    ]
    assert (blind.actual_purchases, blind.actual_sales) == (0, 0.0)
    assert today.models == then.models and today.spending == then.spending and today.scoreboard.scores == then.scoreboard.scores


def test_counting_in_weeks_changes_next_to_nothing(shop, found, monkeypatch):
    monkeypatch.setattr(known_customers_module, "MOST_HISTORIES", 50)
    with ask(shop, Question()) as marts:
        coarse = fits(marts)
    assert len(coarse.histories.customers) < len(found.histories.customers)
    for fine, rough in zip(found.scoreboard.scores, coarse.scoreboard.scores, strict=True):
        assert rough.expected == pytest.approx(fine.expected, rel=0.02)
        assert rough.root_mean_squared_error == pytest.approx(fine.root_mean_squared_error, rel=0.02)


def test_plain_maximum_likelihood_on_request(shop, found):
    with ask(shop, Question()) as marts:
        plain = fits(marts, prior="none")
    assert plain.models["mbg_nbd"].log_likelihood > found.models["mbg_nbd"].log_likelihood


def test_nobody_is_a_customer_for_ever_for_having_bought_once(found):
    by_the_best_of_bg = replace(found, model_name="bg_nbd")
    assert float(found.models["bg_nbd"].alive(0, 0, 5000)) == 1  # what BG/NBD says of a first purchase fourteen years ago
    assert by_the_best_of_bg.alive(0, 0, 5000) == found.models["mbg_nbd"].alive(0, 0, 5000) < 0.5
    assert replace(found, model_name="pareto_nbd").alive(0, 0, 5000) == found.models["pareto_nbd"].alive(0, 0, 5000)
