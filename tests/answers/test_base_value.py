"""What the base is worth: by hand where there is nothing to fit, and by laws in a shop that has a model."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from retention.answers.ask import ask
from retention.answers.base_value import base_value
from retention.answers.customer_values import customer_values
from retention.answers.equity_over_time import month_ends_before
from retention.answers.fits import fits
from retention.answers.year_on_year import year_on_year
from retention.question import Question
from tests.living_shop import LAST_DAY, living_lines, make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

QUESTION = Question(horizon_months=12, annual_discount_rate=0.10)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def worth(workspace, question=QUESTION, model_name=None):
    """The answer, with the models of this name where one is given."""
    with ask(workspace, question) as marts:
        fitted = fits(marts)
        if model_name:
            fitted = replace(fitted, model_name=model_name, scoreboard=None)
        values = customer_values(marts, fitted)
        return fitted, values, base_value(marts, values)


@pytest.fixture(scope="module")
def found(shop):
    return worth(shop)


def test_five_customers_are_too_few_and_that_is_said(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        for fitted in (None, fits(marts)):
            answer = base_value(marts, customer_values(marts, fitted))
            assert (answer.total, answer.low, answer.regulars, answer.points, answer.equity.num_rows) == (None, None, None, (), 0)
            assert len(answer.missing) == 1 and answer.yearly.retention is None and answer.yearly.missing is not None
    workspace.close()


def test_month_ends_are_evenly_spaced_and_end_before_the_as_of_day():
    ends = month_ends_before(date(2026, 6, 30), date(2026, 2, 28))
    assert ends == [date(2026, 5, 31), date(2026, 4, 30), date(2026, 3, 31), date(2026, 2, 28)]
    assert month_ends_before(date(2026, 6, 12), date(2026, 4, 1)) == [date(2026, 5, 31), date(2026, 4, 30)]
    assert month_ends_before(date(2026, 6, 12), date(2026, 6, 1)) == []
    two_years = month_ends_before(date(2026, 6, 30), date(2024, 6, 30))
    assert (len(two_years), two_years[:2], two_years[-1]) == (12, [date(2026, 4, 30), date(2026, 2, 28)], date(2024, 6, 30))
    decades = month_ends_before(date(2026, 6, 30), date(2000, 1, 1))
    assert (len(decades), decades[0]) == (11, date(2024, 3, 31))  # 317 months in steps of 27


def test_the_base_is_the_sum_of_its_customers(found):
    fitted, values, answer = found
    assert answer.is_margin and answer.customers == 240
    assert answer.low < answer.total < answer.high
    assert answer.total * (1 - answer.miss) >= answer.low and answer.total * (1 + answer.miss) <= answer.high + 1e-6
    assert answer.total == pytest.approx(values.predicted.sum())
    assert answer.missing == ()


def test_the_last_point_of_the_curve_is_today(found):
    _, _, answer = found
    rows = answer.equity.to_pylist()
    assert rows[-1] == {"day": LAST_DAY, "value": answer.total, "customers": 240}
    days = [row["day"] for row in rows]
    assert days == sorted(days) and 5 <= len(days) <= 13
    assert all((day + timedelta(days=1)).day == 1 for day in days[:-1])
    people = [row["customers"] for row in rows]
    assert people[0] >= 30 and people == sorted(people)
    assert all(row["value"] > 0 for row in rows)


def test_what_came_later_does_not_change_what_was_known(tmp_path, shop, found):
    fitted, _, answer = found
    then = answer.equity.to_pylist()[4]
    cut = make_living_shop(tmp_path / "cut.duckdb", [line for line in living_lines() if line[1] <= then["day"]])
    question = replace(QUESTION, as_of=then["day"])
    with_later, without = (worth(workspace, question, fitted.model_name)[2] for workspace in (shop, cut))
    cut.close()
    assert with_later.total == without.total
    assert with_later.equity.equals(without.equity)
    # and the curve drawn today shows the same for that day
    # but for a day more or less in the window of the margin share
    assert without.total == pytest.approx(then["value"], rel=1e-4)
    assert without.customers == then["customers"]


def test_a_thousand_regulars_are_a_thousand_times_one(found):
    _, values, answer = found
    seen = answer.regulars
    regular = np.isin(values.rung, (4, 5))
    assert seen.customers == regular.sum() > 20
    assert seen.low < seen.thousand < seen.high
    assert seen.high - seen.thousand >= answer.miss * seen.thousand * 0.999
    assert seen.thousand == pytest.approx(1000 * values.predicted[regular].mean())


def test_points_are_worth_what_the_sums_say(shop, found):
    _, values, answer = found
    points = {point.kind: point for point in answer.points}
    assert list(points) == ["leaving", "margin", "check", "acquisition_cost", "discount"]
    assert all(point.missing is None and point.share == pytest.approx(point.money / answer.total) for point in answer.points)
    assert points["check"].money == pytest.approx(answer.total / 100)
    assert points["margin"].money == pytest.approx(answer.total * 0.01 / 0.4, rel=1e-4)  # goods cost 60 %, to the cent
    assert points["acquisition_cost"].money == pytest.approx(12 * 630 * 0.01, rel=0.01)
    cheaper = worth(shop, replace(QUESTION, annual_discount_rate=0.09))[2]
    assert points["discount"].money == pytest.approx(cheaper.total - answer.total)
    assert 0 < points["leaving"].money < answer.total * 0.1


def test_a_cheaper_new_customer_is_worth_more_over_a_longer_time(tmp_path):
    workspace = make_shop(tmp_path / "bare.duckdb", living_lines())
    spent = {"margin_share": 0.4, "acquisition_spend": Decimal(500)}
    money = []
    for months, window in ((6, 12), (24, 12), (6, 6)):
        answer = worth(workspace, replace(QUESTION, horizon_months=months, window_months=window, **spent))[2]
        money += [point.money for point in answer.points if point.kind == "acquisition_cost"]
    workspace.close()
    assert money == pytest.approx([2.5, 10.0, 5.0], rel=0.02)


def test_what_is_not_known_has_its_reason(tmp_path):
    workspace = make_shop(tmp_path / "bare.duckdb", living_lines())
    _, _, answer = worth(workspace, replace(QUESTION, annual_discount_rate=0.0))
    _, _, guessed = worth(workspace, replace(QUESTION, annual_discount_rate=0.0, margin_share=0.4, acquisition_spend=Decimal(500)))
    workspace.close()
    points = {point.kind: point for point in answer.points}
    assert {kind for kind, point in points.items() if point.money is None} == {"margin", "acquisition_cost", "discount"}
    assert all((point.missing is None) == (point.money is not None) for point in answer.points)
    assert not answer.is_margin and len(answer.missing) == 1
    assert guessed.total == pytest.approx(answer.total * 0.4)
    # 500.00 within the 365 days of the window, and as much again in twelve months of 30.4375 days
    assert {point.kind: point.money for point in guessed.points}["acquisition_cost"] == pytest.approx(5 * 365.25 / 365)
    assert guessed.missing == ()


@pytest.mark.parametrize(("customers", "has_regulars"), [(40, False), (140, True)])
def test_smaller_shops_get_what_their_size_allows(tmp_path, customers, has_regulars):
    workspace = make_shop(tmp_path / "small.duckdb", [line for line in living_lines(customers) if line[0] < f"c{customers:03}"])
    _, _, answer = worth(workspace)
    workspace.close()
    assert answer.customers == customers and answer.total > 0 and answer.equity.num_rows > 1
    assert (answer.regulars is not None) == has_regulars


TWO_YEARS = [
    ("a", "2024-01-01"),  # earlier than the two years that count
    *(("a", "2024-03-01"), ("a", "2025-05-01")),
    ("b", "2024-06-01"),
    *(("c", "2024-07-01"), ("c", "2025-07-01")),
    ("d", "2025-02-01"),
    *(("e", "2024-12-31"), ("e", "2025-12-31")),
]


def yearly(path, lines, **asked):
    workspace = make_shop(path, [(customer, date.fromisoformat(day), "10.00") for customer, day in lines])
    with workspace.marts(Question(**asked), flat_limits) as marts:
        answer = year_on_year(marts, is_margin=asked.get("margin_share") is not None)
    workspace.close()
    return answer


def test_the_shops_own_yearly_retention(tmp_path):
    # of a, b, c and e three came again in 2025, when a, c, d and e brought 10.00 each
    answer = yearly(tmp_path / "two.duckdb", TWO_YEARS, annual_discount_rate=0.10)
    assert (answer.retention, answer.buyers_before, answer.kept, answer.per_customer, answer.cac) == (0.75, 4, 3, 10.0, None)
    assert dict(answer.meaning.values) == {"before": 4, "kept": 3}
    assert answer.value == pytest.approx(10 * 0.75 / 0.35)
    effects = dict(answer.one_per_cent)
    assert effects.pop("acquisition_cost") is None
    assert effects == pytest.approx({"retention": 1.01 * 0.35 / (1.1 - 0.7575) - 1, "margin": 0.01, "discount": 0.35 / 0.349 - 1})


def test_the_cost_of_a_new_customer_counts_where_it_is_known(tmp_path):
    # d is the one new customer of the window, the year 2025; at 40 % margin 4.00 × 15/7 - 5.00 are left
    answer = yearly(tmp_path / "two.duckdb", TWO_YEARS, margin_share=0.4, acquisition_spend=Decimal(5), annual_discount_rate=0.10)
    assert (answer.per_customer, answer.cac) == (4.0, 5.0)
    assert answer.value == pytest.approx(4 * 0.75 / 0.35 - 5)
    assert answer.one_per_cent["acquisition_cost"] == pytest.approx(0.05 / answer.value)


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        ([line for line in TWO_YEARS if line[1] > "2024-03"], {}),  # less than two years of data
        ([line for line in TWO_YEARS if not line[1].startswith("2024") or line[1] == "2024-01-01"], {}),  # nobody to keep
        ([("a", "2023-01-01"), ("a", "2024-06-01"), ("a", "2025-06-01"), ("z", "2025-12-31")], {"annual_discount_rate": 0.0}),  # no end
        (TWO_YEARS, {"acquisition_spend": Decimal(1000)}),  # costs more than it brings
    ],
)
def test_years_that_say_nothing_have_a_reason(tmp_path, lines, asked):
    answer = yearly(tmp_path / "two.duckdb", lines, **asked)
    assert answer.missing is not None and answer.value is None
    assert set(answer.one_per_cent.values()) == {None}
