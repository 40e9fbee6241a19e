"""Value against cost of new customers: the five-customer shop by hand (tests/tiny_shop.py), and laws in a shop that has a model."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from retention.answers.acquisition_payback import acquisition_payback, mean_interval
from retention.answers.ask import ask
from retention.answers.base_value import base_value
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.value_by_age import COLUMNS, ValueByAge
from retention.answers.year_on_year import year_on_year
from retention.charts import value_to_cost
from retention.question import Question
from retention.warehouse.facts import day_number
from tests.living_shop import CHANNELS, make_living_shop
from tests.many_lines import number_lines
from tests.tiny_shop import flat_limits, make_tiny_shop

FRAME = Path(__file__).resolve().parents[2] / "pages" / "frame.py"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    with ask(workspace, Question()) as marts:
        fitted = fits(marts)
        values = customer_values(marts, fitted)
        yield marts, fitted, values, acquisition_payback(marts, values)
    workspace.close()


def answer(workspace, question=None):
    with workspace.marts(question or Question(), flat_limits) as marts:
        return acquisition_payback(marts, customer_values(marts))


def test_clara_is_the_one_new_customer_of_the_window(tiny):
    found = answer(tiny)
    whole = found.whole
    # half of the fair's 31.00; Clara brought 12.00 on the first day, 20.00 by day 30, 17.00 after her return
    assert (whole.customers, whole.spend, whole.spend_low, whole.spend_high) == (1, 15.5, 0.0, 31.0)
    assert (whole.cac, whole.so_far, whole.payback_month, whole.is_expected) == (15.5, 17.0, 1, False)
    assert (whole.value, whole.ahead, whole.ratio, whole.ratio_low) == (None, None, None, None)
    assert whole.missing is not None and len(found.missing) == 3  # customers without channels, no margin, no forecast
    assert not found.is_margin


def test_channels_without_spend_and_spend_without_customers_are_both_listed(tiny):
    unknown, fair = answer(tiny).channels
    assert (unknown.name, unknown.customers, unknown.spend, unknown.cac, unknown.so_far) == (None, 1, None, None, 17.0)
    assert (fair.name, fair.customers, fair.spend, fair.cac, fair.so_far) == ("fair", 0, 15.5, None, None)
    assert unknown.missing is not None and fair.missing is not None and unknown.missing != fair.missing


def test_a_channel_is_the_same_in_other_letters(tmp_path):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute(
            'insert into customers (import_id, file, "row", customer_id, acquired_channel)'
            " values (1, 'p.csv', 3, 'clara', ' FAIR'), (1, 'p.csv', 4, 'anna', 'Ads')"
        )
    (fair,) = answer(workspace).channels
    workspace.close()
    assert (fair.name, fair.customers, fair.cac, fair.payback_month) == ("FAIR", 1, 15.5, 1)


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """The five-customer shop and one more purchase long before: the data begin on 2025-09-01, January is all in it."""
    workspace = make_tiny_shop(tmp_path_factory.mktemp("older") / "older.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute(
            'insert into order_lines (import_id, file, "row", order_id, customer_id, ordered_at, amount, status, currency)'
            " values (1, 'tiny.csv', 99, '99', 'zoe', '2025-09-01', 5.0, 'sale', 'EUR')"
        )
        number_lines(cursor)
    yield workspace
    workspace.close()


def test_everybody_by_quarter(older):
    _, quarter = answer(older).cohorts
    # January's 62.00 and half of March's 31.00; on the first day customers brought 10, 50, 12 and 15, on average 21.75, more than 19.375
    assert (quarter.name, quarter.customers, quarter.spend, quarter.spend_low, quarter.spend_high) == ("2026-Q1", 4, 77.5, 62.0, 93.0)
    assert (quarter.cac, quarter.so_far, quarter.payback_month) == (19.375, 53.0, 0)


def test_margin_takes_longer_to_pay_back(older):
    with older.marts(Question(margin_share=0.4), flat_limits) as marts:
        _, quarter = acquisition_payback(marts, customer_values(marts)).cohorts
    # margins of month 1: Anna 12.00, Boris 20.00, Clara 8.00, Dan 15.00; of month 2 without Clara: 24.00, 20.00, 15.00 = 19.67
    assert (quarter.payback_month, quarter.so_far) == (2, pytest.approx((40 + 20 + 6.8 + 15) / 4))


def test_quarters_at_the_beginning_of_the_data_have_old_customers_too(tiny, older):
    (first,) = answer(tiny).cohorts  # begins before the data do
    assert (first.customers, first.spend, first.cac, first.ratio, first.payback_month) == (4, 69.5, None, None, None)
    assert first.missing is not None and "before the data begin" in first.missing.text
    old, quarter = answer(older).cohorts  # 2026-01-01 lies 122 days after the first day, at risk is who is silent for 30
    assert old.missing == first.missing and quarter.missing != first.missing and quarter.cac is not None


def test_quarters_before_the_spend_begins_cost_nobody_knows_what(tmp_path):
    workspace = make_living_shop(tmp_path / "late.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend where first_day < date '2026-01-01'")
    with ask(workspace, Question()) as marts:
        before, *_, last = acquisition_payback(marts, customer_values(marts)).cohorts[-4:]
    workspace.close()
    assert (before.name, before.spend, before.cac, before.payback_month) == ("2025-Q3", 0.0, None, None)
    assert before.missing is not None and "no spend" in before.missing.text
    assert last.cac is not None


def test_what_was_typed_in_is_for_the_window_as_a_whole(tmp_path):
    workspace = make_tiny_shop(tmp_path / "bare.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    typed = answer(workspace, Question(acquisition_spend=Decimal(11)))
    assert (typed.whole.spend, typed.whole.spend_low, typed.whole.cac, typed.whole.payback_month) == (11.0, 11.0, 11.0, 0)
    assert [(channel.name, channel.cac) for channel in typed.channels] == [(None, None)]
    assert [cohort.spend for cohort in typed.cohorts] == [None]
    assert "typed-in sum" in typed.missing[0].text and not said(typed, "name them alike")
    nothing = answer(workspace)
    assert (nothing.whole.spend, nothing.whole.cac) == (None, None) and nothing.whole.missing is not None
    workspace.close()


def test_nobody_new_is_said_and_not_divided_by(tmp_path):
    workspace = make_tiny_shop(tmp_path / "old.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from order_lines where customer_id = 'clara'")
    found = answer(workspace)
    workspace.close()
    assert (found.whole.customers, found.whole.cac, found.whole.so_far, found.whole.payback_month) == (0, None, None, None)
    assert found.whole.missing is not None


def test_parts_add_up_to_the_whole(living):
    _, _, values, found = living
    assert sum(channel.customers for channel in found.channels) == found.whole.customers > 50
    assert sum(channel.spend or 0 for channel in found.channels) == pytest.approx(found.whole.spend)
    assert sum(cohort.customers for cohort in found.cohorts) == 240
    weighted = sum(channel.value * channel.customers for channel in found.channels)
    assert weighted / found.whole.customers == pytest.approx(found.whole.value)
    assert sum(cohort.so_far * cohort.customers for cohort in found.cohorts) == pytest.approx(values.historic.sum())
    assert [channel.name for channel in found.channels if channel.cac is None] == ["Friends"]
    assert {channel.name for channel in found.channels} == {"Ads", "Friends", "Fair"}
    assert found.missing == ()


def test_the_window_has_whole_months_of_spend(living):
    marts, _, values, found = living
    days = (marts.facts.as_of - marts.facts.window_first_day).days + 1
    new = values.first_day >= day_number(marts.facts.window_first_day)
    assert days == 365 and found.whole.customers == new.sum()
    assert found.whole.spend == pytest.approx(12 * 630, rel=0.01)  # a little less: the as-of day is not the last one of its month
    assert found.whole.spend_high - found.whole.spend_low == pytest.approx(12 * 60, rel=0.01)


def test_ratios_and_intervals_contain_the_point(living):
    found = living[3]
    for group in (found.whole, *found.channels, *found.cohorts):
        assert group.value == pytest.approx(group.so_far + group.ahead)
        if group.value_low is not None:
            assert group.value_low <= group.value <= group.value_high
        if group.cac is not None:
            assert group.ratio == pytest.approx(group.value / group.cac)
            if group.ratio_low is not None and group.ratio_high is not None:
                assert group.ratio_low <= group.ratio <= group.ratio_high


def test_twice_the_spend_is_half_the_ratio_and_no_earlier_payback(tmp_path, living):
    workspace = make_living_shop(tmp_path / "dear.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update spend set amount = amount * 2")
    with ask(workspace, Question()) as marts:
        dear = acquisition_payback(marts, living[2])
    workspace.close()
    cheap = living[3]
    for before, after in zip((cheap.whole, *cheap.cohorts), (dear.whole, *dear.cohorts), strict=True):
        if before.ratio is None:
            assert after.ratio is None and before.missing == after.missing is not None
            continue
        assert after.ratio == pytest.approx(before.ratio / 2)
        assert after.ratio_low == pytest.approx(before.ratio_low / 2)
        assert after.payback_month is None or after.payback_month >= before.payback_month


def test_what_only_the_model_expects_is_marked(tmp_path, living):
    marts, fitted, values, found = living
    seen = {group.is_expected for group in (found.whole, *found.channels, *found.cohorts) if group.payback_month is not None}
    assert False in seen
    workspace = make_living_shop(tmp_path / "dear.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update spend set amount = amount * ?", [found.whole.value * 0.97 / found.whole.cac])
    with ask(workspace, Question()) as dear:
        whole = acquisition_payback(dear, values).whole
        without = acquisition_payback(dear, replace(values, fits=None)).whole
    workspace.close()
    # nearly all of the expected value is needed: more than has been seen of these customers
    assert whole.is_expected and whole.payback_month > 6
    assert (without.payback_month, without.is_expected, without.value) == (None, False, None)


def test_small_shops_get_no_value_of_parts(living):
    marts, fitted, values, _ = living
    rough = acquisition_payback(marts, replace(values, fits=replace(fitted, size="base")))
    assert rough.whole.value is None and rough.whole.so_far is not None and rough.whole.missing is not None
    assert len(rough.missing) == 1


def test_the_interval_of_a_mean_is_as_wide_as_chance_makes_it():
    random = np.random.default_rng(3)
    for people in (10, 300, 20_000):
        values = random.exponential(100, people)
        low, high = mean_interval(values)
        assert low <= values.mean() <= high
        assert high - low == pytest.approx(2 * 1.645 * values.std() / people**0.5, rel=0.15)
        assert mean_interval(values) == (low, high)
    assert mean_interval(np.arange(9.0)) == (None, None)
    assert mean_interval(np.full(40, 7.0)) == (7.0, 7.0)


def test_the_as_of_day_ends_the_spend(tiny):
    early = answer(tiny, Question(as_of=date(2026, 3, 10)))
    # the window's 33 days begin on 02-06 and hold 10 of the fair's 31 days; Clara is the only one who came in it
    assert (early.whole.customers, early.whole.spend) == (1, 5.0)


def said(found, part):
    return [reason for reason in found.missing if part in reason.text]


@pytest.fixture(scope="module")
def filtered(tmp_path_factory):
    """The living shop with channel, store and category on its sales; asked for new customers, one per cent of cost and year on year."""
    workspace = make_living_shop(tmp_path_factory.mktemp("filtered") / "living.duckdb")
    with workspace.cursor() as cursor:
        for number, channel in enumerate(CHANNELS):
            cursor.execute(
                "update order_lines set channel = ?, store = 'Main', category = 'Tea' where cast(substr(customer_id, 2) as int) % 3 = ?",
                [channel, number],
            )

    def found(**asked):
        with ask(workspace, Question(**asked)) as marts:
            values = customer_values(marts, fits(marts))
            points = base_value(marts, values).points
            cost = next(point for point in points if point.kind == "acquisition_cost")
            return acquisition_payback(marts, replace(values, fits=None)), cost, year_on_year(marts, is_margin=True)

    yield found
    workspace.close()


@pytest.mark.parametrize(
    ("channels", "cost", "quarters"),
    [
        ((), 78.75, 78.75),
        (("Ads",), 225.0, 225.0),
        (("Fair",), 11.25, 11.25),
        (("Ads", "Fair"), 118.125, 118.125),
        (("Friends",), None, None),
    ],
)
def test_a_filter_by_channel_keeps_the_spend_of_that_channel(filtered, channels, cost, quarters):
    found, point, yearly = filtered(channels=channels)
    assert (found.whole.cac, yearly.cac) == (cost, cost)
    assert (point.money is None) == (cost is None) == (found.whole.missing is not None and "no spend" in found.whole.missing.text)
    if cost is not None:
        assert point.money == pytest.approx(found.whole.spend * 0.01, rel=0.01)
        assert found.cohorts[-3].cac == quarters
    assert len(said(found, "counts as new")) == len(channels[:1]) and not said(found, "name them alike")


@pytest.mark.parametrize("kept", [{"stores": ("Main",)}, {"categories": ("Tea",)}, {"stores": ("Main",), "acquisition_spend": Decimal(9)}])
def test_spend_is_not_split_by_shop_or_category(filtered, kept):
    found, point, yearly = filtered(**kept)
    parts = (found.whole, *found.channels, *found.cohorts)
    assert {(part.spend, part.cac, part.payback_month) for part in parts} == {(None, None, None)}
    assert (point.money, yearly.cac) == (None, None)
    reasons = {found.whole.missing, point.missing, yearly.missing, found.missing[0]}
    assert [reason.text for reason in reasons] == [
        "Spend is not split by shop or category, so with this filter the cost of a new customer is not known."
    ]
    assert len(said(found, "counts as new")) == 1 and not said(found, "table of spend") and not said(found, "name them alike")


def test_a_sum_typed_in_is_not_that_of_single_channels(tmp_path):
    workspace = make_tiny_shop(tmp_path / "bare.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
        cursor.execute("update order_lines set channel = 'Ads'")
    found = answer(workspace, Question(acquisition_spend=Decimal(11), channels=("Ads",)))
    workspace.close()
    assert found.whole.cac is None and found.whole.missing == found.missing[0] and "typed-in sum" in found.missing[0].text


def test_names_to_be_made_alike_are_only_asked_for_where_there_are_two(tiny, tmp_path):
    assert said(answer(tiny), "do not say through which channel") and not said(answer(tiny), "name them alike")
    workspace = make_tiny_shop(tmp_path / "named.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set channel = 'Window'")
    found = answer(workspace)
    workspace.close()
    assert said(found, "name them alike") and not said(found, "do not say through which channel")


def test_ranges_are_no_narrower_than_the_forecast_missed_before(living):
    marts, fitted, values, found = living
    board = fitted.scoreboard
    score = board.score(board.best_model)
    off = replace(score, expected_sales=100.0, actual_sales=190.0)
    missed = replace(fitted, scoreboard=replace(board, scores=tuple(off if one is score else one for one in board.scores)))
    wide = acquisition_payback(marts, replace(values, fits=missed))
    for before, after in zip((found.whole, *found.channels), (wide.whole, *wide.channels), strict=True):
        assert after.value_low <= after.value - 0.9 * after.ahead * 0.999 and after.value_high >= after.value + 0.9 * after.ahead * 0.999
        assert after.value_low <= before.value_low and after.value_high >= before.value_high
    untried = acquisition_payback(marts, replace(values, fits=replace(fitted, scoreboard=None)))
    assert (untried.whole.value_low, untried.whole.ratio_low) == (None, None) and untried.whole.ratio == found.whole.ratio


def test_months_to_payback_have_a_range(living):
    fair = next(channel for channel in living[3].channels if channel.name == "Fair")
    assert fair.payback_low <= fair.payback_month <= fair.payback_high and fair.payback_low < fair.payback_high
    for group in (living[3].whole, *living[3].channels, *living[3].cohorts):
        if group.payback_high is not None:
            assert group.payback_low <= group.payback_month <= group.payback_high
        if group.cac is None:
            assert (group.payback_low, group.payback_month, group.payback_high) == (None, None, None)


def visit():
    app = AppTest.from_file(str(FRAME), default_timeout=90)
    app.query_params["language"], app.query_params["view"] = "en", "new"
    app.switch_page("value.py").run()
    assert not app.exception, app.exception
    return app


def test_the_page_says_how_sure_it_is(own_home):
    workspace = make_living_shop(own_home / "workspace.duckdb")
    app = visit()
    workspace.close()
    captions = [caption.value for caption in app.caption]
    assert any("compare a quarter with its neighbours" in caption for caption in captions)
    assert any(re.search(r"missed the money on your own past: [0-9.]+% too (much|little)", caption) for caption in captions)
    assert sum("may have bought before the data begin" in caption for caption in captions) == 1  # once, with all quarters it is true of
    table = app.dataframe[0].value.set_index("Group")
    assert table.loc["Fair", "Value : cost"].endswith("(at least 1.2 : 1)") and table.loc["Fair", "Paid back"] == "after 1 month (0–7)"
    assert "Payback time of a new customer" in {metric.label for metric in app.metric}


def test_the_page_has_no_card_for_payback_of_nothing(own_home):
    workspace = make_tiny_shop(own_home / "workspace.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from spend")
    labels = {metric.label: metric.value for metric in visit().metric}
    workspace.close()
    assert labels == {"Cost of one new customer (CAC)": "—", "Value : cost of a new customer": "—"}


@pytest.fixture
def frames(monkeypatch):
    monkeypatch.syspath_prepend(str(FRAME.parent))
    return import_module("shared.base_frames"), import_module("shared.language").PageWords("en")


def test_the_chart_has_no_cost_where_none_is_known(frames, living):
    """Such rows are grey and without a diamond: the chart asks whether the cost is valid."""
    base_frames, words = frames
    found = living[3]
    rows = base_frames.payback_frame(words, found, found.cohorts, is_period=True)
    unknown = rows["cost"].isna().tolist()
    assert unknown == [cohort.cac is None for cohort in found.cohorts] and len(set(unknown)) == 2
    assert set(rows["cost_text"][rows["cost"].isna()]) == {""}
    assert "!isValid(datum.cost) ? 'unknown'" in str(value_to_cost(words.plain, "EUR").to_dict())


def test_no_ages_are_no_rows(frames):
    base_frames, words = frames
    nobody = ValueByAge(date(2026, 1, 1), "EUR", False, 0, COLUMNS.empty_table(), COLUMNS.empty_table(), ())
    assert base_frames.ages_frame(words, nobody, 5.0).empty
