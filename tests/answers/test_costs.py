"""The costs of the five-customer shop (tests/tiny_shop.py) by hand: lag, discounts, who came back, what cannot be known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from retention.answers.costs import Costs, costs, unfiltered
from retention.locale import Words
from retention.metrics import ALL, measure
from retention.question import Question
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

BORIS_IS_BACK = ("16", "boris", "2026-04-09", "5.00", None, "sale")  # he had lapsed on 02-25
MEASURED = {
    "acquired_customers": "acquired",
    "kept_customers": "kept",
    "acquisition_spend": "acquisition_spend",
    "retention_spend": "retention_spend",
    "acquisition_cost": "cac",
    "retention_cost": "crc",
    "cost_ratio": "ratio",
    "cost_ratio_low": "ratio_low",
    "cost_ratio_high": "ratio_high",
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    with workspace.cursor() as cursor:
        # Clara's first purchase, then two of Anna's, all in the window; one of Anna's before it
        cursor.execute("update order_lines set discount = case order_id when '7' then 2 when '9' then 3 when '13' then 1 else 0 end")
        cursor.execute("update order_lines set discount = 8 where order_id = '4'")
    yield workspace
    workspace.close()


def found(workspace, question: Question = Question()) -> Costs:  # noqa: B008
    with workspace.marts(question, flat_limits) as marts:
        return costs(marts)


def test_at_first_it_is_what_the_metrics_measure(shop):
    answer = found(shop)
    with shop.marts(Question(), flat_limits) as marts, marts.engine() as engine:
        metrics = [metric for metric in ALL if metric.name in MEASURED]
        row = measure(engine, metrics, marts.parameters).to_pylist()[0]
    for metric in metrics:
        units = 100 if metric.unit == "money" else 1
        assert getattr(answer, MEASURED[metric.name]) == row[metric.name] / units, metric.name
    assert (answer.reactivated, answer.missing, answer.days) == (0, (), 48)
    assert [Words("en").say(note) for note in answer.notes] == [
        "Spend on winning is missing, or much less than usual, for 1 month between Mar 1, 2026 and Mar 31, 2026: if it was spent, winning"
        " cost more than this.",
        "Spend on keeping is missing, or much less than usual, for 1 month between Mar 1, 2026 and Mar 31, 2026: if it was spent, keeping"
        " cost more than this.",
    ]


@pytest.mark.parametrize(
    ("lead_days", "winning", "most"),
    [
        (0, 15.50, 31.00),  # half of the fair in March
        (30, 18.00 + 5.50, 18.00 + 11.00),  # the ads of January until March 2nd, 9 of 31 days in the window; the fair from March 31st
        (60, 62.00, 62.00),  # all of the ads, nothing of the fair before April 30th
        (150, 0.00, 0.00),  # all spend on winning is still to bring its customers
    ],
)
def test_spend_on_winning_counts_later_and_keeping_does_not(shop, lead_days, winning, most):
    answer = found(shop, Question(lead_days=lead_days))
    assert (answer.acquisition_spend, answer.retention_spend) == (winning, 25.50)
    own = winning - answer.spend.shared_to_winning / 100
    assert answer.ratio_low == pytest.approx(own / 41.00)
    assert answer.ratio_high == pytest.approx(most / 10.00)


def test_what_a_lag_leaves_out_is_said(shop):
    said = [note.text for note in found(shop, Question(lead_days=60)).notes]
    assert "counted {count} day later" in said[0] and "is not in the data" in said[1]
    assert [text[:25] for text in said[2:]] == ["Spend on keeping is missi"]
    assert found(shop, Question(lead_days=30)).notes[0].count == 30
    assert "went into winning" in found(shop, Question(lead_days=150)).missing[0].text


def test_a_lag_moves_nothing_that_was_typed_in(tmp_path):
    workspace = make_tiny_shop(tmp_path / "typed.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    answer = found(workspace, Question(acquisition_spend=Decimal(500), retention_spend=Decimal(100), lead_days=60))
    assert (answer.ratio, answer.notes) == (5.0, ())
    workspace.close()


def test_discounts_are_spend_only_when_asked(shop):
    plain, counted = found(shop), found(shop, Question(counts_discounts=True))
    assert (plain.discounts_first, plain.discounts_later) == (counted.discounts_first, counted.discounts_later) == (2.0, 4.0)
    assert (plain.acquisition_spend, plain.retention_spend) == (15.50, 25.50)
    assert (counted.acquisition_spend, counted.retention_spend) == (17.50, 29.50)
    assert (counted.cac, counted.crc) == (17.50, 29.50)


def test_without_discounts_there_are_none_to_count(tmp_path):
    workspace = make_tiny_shop(tmp_path / "bare.duckdb")
    answer = found(workspace, Question(counts_discounts=True))
    assert (answer.discounts_first, answer.discounts_later, answer.acquisition_spend) == (None, None, 15.50)
    assert "No order in the data carries a discount" in answer.notes[-1].text
    workspace.close()


def test_who_comes_back_after_a_lapse_is_kept_and_never_new(tmp_path):
    workspace = make_tiny_shop(tmp_path / "back.duckdb", [*LINES, BORIS_IS_BACK])
    answer = found(workspace)
    assert (answer.acquired, answer.kept, answer.reactivated) == (1, 2, 1)
    workspace.close()


def test_sums_typed_in_stand_in_for_spend_and_no_spend_in_the_window_is_said(tmp_path):
    workspace = make_tiny_shop(tmp_path / "bare.duckdb")
    typed = Question(acquisition_spend=Decimal("500"), retention_spend=Decimal("100"))
    assert found(workspace, typed).acquisition_spend == 15.50
    with workspace.cursor() as cursor:
        cursor.execute("update spend set first_day = '2020-01-01', last_day = '2020-01-31'")
        cursor.execute("update workspace set data_version = 2")
    old = found(workspace)
    assert (old.ratio, old.has_spend) == (None, False)
    assert "No spend falls in this window" in old.missing[0].text
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
        cursor.execute("update workspace set data_version = 3")
    answer = found(workspace, typed)
    assert (answer.cac, answer.crc, answer.ratio, answer.ratio_low, answer.ratio_high) == (500.0, 100.0, 5.0, 5.0, 5.0)
    assert "There is no table of spend" in found(workspace).missing[0].text
    workspace.close()


def test_spend_that_ends_early_is_said(tmp_path):
    workspace = make_tiny_shop(tmp_path / "early.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend where channel <> 'fair'")
        cursor.execute("update spend set first_day = '2026-02-22', last_day = '2026-03-04'")
    assert [note.text for note in found(workspace).notes] == [
        "The spend in the data ends on {last}, before the window does ({as_of}), so both costs look lower than they were."
    ]
    workspace.close()


def test_filters_are_left_out_of_the_question():
    asked = Question(channels=("a",), stores=("b",), categories=("c",), lead_days=7)
    assert unfiltered(asked) == replace(Question(), lead_days=7)
