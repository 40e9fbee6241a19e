"""The three values of each customer: five customers by hand, a worked example of the literature, and laws on a shop of 150."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from retention.answers.ask import ask
from retention.answers.customer_groups import by_column, by_first_purchase, by_tier
from retention.answers.customer_intervals import customer_intervals
from retention.answers.customer_records import customer_records
from retention.answers.customer_values import customer_values
from retention.answers.fits import Fits, fits
from retention.answers.known_customers import KnownCustomers
from retention.answers.predictions import predict
from retention.models.bg_nbd import BgNbd
from retention.models.gamma_gamma import GammaGamma
from retention.models.rivals import own_pace, silence_rule
from retention.question import Question
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

MONTHS = 48 / 30.4375  # the window of the five customers has 48 days
AS_OF = date(2025, 6, 30)


def lines_of_many(customers=150):
    """Customers with paces of 8 to 47 days, two thirds of whom stop one day; some of them return a little."""
    random, lines = np.random.default_rng(7), []
    for customer in range(customers):
        first = date(2024, 1, 3) + timedelta(int(random.integers(0, 400)))
        purchases = 1 + int(random.geometric(0.12 if customer % 3 else 0.03))
        days = np.cumsum([0, *(1 + random.exponential(8 + customer % 40, purchases - 1))]).astype(int)
        for number, day in enumerate(days.tolist()):
            amount = f"{float(random.gamma(4, 5 + customer % 7)):.2f}"
            lines.append((f"{customer}-{number}", f"c{customer:03}", (first + timedelta(day)).isoformat(), amount, None, "sale"))
        if customer % 10 == 0:
            lines.append((f"{customer}-r", f"c{customer:03}", (first + timedelta(int(days[-1]) + 2)).isoformat(), "-3.00", None, "return"))
    return lines


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "many.duckdb", lines_of_many())
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def fitted(many):
    with ask(many, Question(as_of=AS_OF)) as marts:
        return fits(marts)


def values_of(workspace, fitted=None, **asked):
    with ask(workspace, Question(as_of=AS_OF, **asked)) as marts:
        return customer_values(marts, fitted)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


def test_five_customers_by_hand(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        found = customer_values(marts)
    assert found.customer_id.tolist() == ["anna", "boris", "clara", "dan"]  # Elena has bought nothing
    assert (found.is_margin, found.margin_share, found.currency) == (False, None, "EUR")
    assert found.historic.tolist() == found.sales.tolist() == [100.0, 50.0, 17.0, 45.0]
    # Anna 30 + 40 and Clara 5 + 7 + 8 - 3 in the window; nothing of Boris and Dan
    assert found.simple == pytest.approx([70 / MONTHS * 12, 0, 17 / MONTHS * 12, 0])
    assert found.bought_in_window.tolist() == [True, False, True, False]
    assert (found.x.tolist(), found.t_x.tolist(), found.T.tolist()) == ([3, 0, 1, 2], [90, 0, 30, 20], [95, 90, 40, 68])
    assert found.mean_check.tolist() == [25.0, 50.0, 10.0, 15.0]  # of days with purchases: Clara's return is none
    assert found.purchase_days.tolist() == [4, 1, 2, 3] and found.orders.tolist() == [4, 1, 3, 3]
    assert np.isnan(found.margin).tolist() == [True, True, True, False] and found.margin[3] == 15.0
    assert (found.predicted, found.alive, found.predicted_range) == (None, None, None)
    assert found.choices == ("rung", "tier", "cohort")


def test_in_margin_where_a_share_is_given_and_never_mixed(tiny):
    with tiny.marts(Question(margin_share=0.4, horizon_months=6), flat_limits) as marts:
        found = customer_values(marts)
    assert found.is_margin
    assert found.historic == pytest.approx([40.0, 20.0, 6.8, 15.0])  # Dan's costs are known
    assert found.simple == pytest.approx([28 / MONTHS * 6, 0, 6.8 / MONTHS * 6, 0])
    assert found.margin_share == pytest.approx(0.4)  # of what was bought in the window; Dan's, with its known costs, was before


def test_a_return_that_cancels_a_sale_without_cost_hides_no_margin(tmp_path):
    lines = [
        ("1", "anna", "2026-01-05", "10.00", "6.00", "sale"),
        ("2", "boris", "2026-01-06", "20.00", "15.00", "sale"),
        ("3", "boris", "2026-04-10", "20.00", "15.00", "sale"),
        ("4", "boris", "2026-01-07", "9.00", None, "sale"),
        ("5", "boris", "2026-04-09", "-9.00", None, "return"),
    ]
    workspace = make_tiny_shop(tmp_path / "w.duckdb", lines)
    with workspace.marts(Question(), flat_limits) as marts:
        found = customer_values(marts)
    workspace.close()
    assert found.is_margin and found.historic.tolist() == [4.0, 10.0]
    assert not np.isnan(found.simple).any()


def test_the_first_purchase_sorts_customers_into_groups(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb", LINES)
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set product = 'cup', channel = 'web', store = 'north' where customer_id in ('anna', 'clara')")
        cursor.execute(
            "update order_lines set product = 'pot', channel = 'fair' where order_id = '8'"
        )  # the dearest line of Clara's first day
        cursor.execute("update order_lines set product = 'jug' where order_id = '3' or order_id = '11'")
        cursor.execute("update customers set acquired_channel = 'friend', city = 'Bălți' where customer_id = 'dan'")
        cursor.execute("update order_lines set city = 'Cahul' where customer_id in ('boris', 'dan')")
        cursor.execute("update order_lines set city = 'Orhei' where customer_id = 'clara' and order_id <> '8'")  # not the dearest line
    with workspace.marts(Question(), flat_limits) as marts:
        found = customer_values(marts).groupings
    workspace.close()
    named = {name: [grouping.names[place] for place in grouping.places] for name, grouping in found.items()}
    assert named == {
        "rung": ["advocate", "lapsed", "first_purchase", "lapsed"],
        "tier": ["best", "best", "lowest", "middle"],
        "channel": ["web", "", "fair", "friend"],
        "cohort": ["2026-01", "2026-01", "2026-03", "2026-02"],
        "city": ["", "Cahul", "", "Bălți"],  # Dan's as in the list of customers, Boris' as on his first purchase
        "product": ["cup", "", "pot", "jug"],
    }  # one store for all who have one: it tells nobody apart
    assert found["channel"].labels[-1].text == "Not known"
    assert found["channel"].labels[0].values == (("name", "fair"),)


def test_long_lists_end_in_all_others():
    texts = [f"p{number:02}" for number in range(20) for _ in range(20 - number)] + [None]
    grouping = by_column(pa.chunked_array([texts]))
    assert grouping.names == (*(f"p{number:02}" for number in range(11)), None, "")
    assert grouping.labels[11].values == (("count", 9),)
    assert np.bincount(grouping.places).tolist() == [*range(20, 9, -1), sum(range(1, 10)), 1]
    assert by_column(pa.chunked_array([["a", "a", None]])) is None


def test_cohorts_are_months_quarters_or_years():
    def names(*days):
        return by_first_purchase(np.array([date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal() for day in days])).names

    assert names("2025-01-31", "2025-12-01", "2025-01-01") == ("2025-01", "2025-12")
    assert names("2025-01-31", "2026-01-01", "2025-06-30") == ("2025-Q1", "2025-Q2", "2026-Q1")
    assert names("2021-01-31", "2026-01-01") == ("2021", "2026")


def test_tiers_are_thirds():
    assert by_tier(np.array([5.0, 9.0, 1.0, 7.0, 3.0])).places.tolist() == [1, 0, 2, 0, 1]


def test_the_worked_customer_of_the_literature():
    """x = 2, mean value 22.35, 12 months in the middle of which money comes, 15 % a year, margin 30 %: 10.846982."""
    known = KnownCustomers(*(np.array([amount]) for amount in (2.0, 30.43 * 7, 38.86 * 7, 44.70, 2.0, 44.70, 0.0, 0.0, 0.0)))
    model = BgNbd(r=0.243, alpha=4.414 * 7, a=0.793, b=2.426)
    fitted = Fits(1, "full", {"bg_nbd": model}, "bg_nbd", known.grouped[0], GammaGamma(6.25, 3.74, 15.44), 1.0, None, None, None)
    # whole days, as the histories are kept, against 213.01 and 272.02: the last digits differ
    exact = replace(known.grouped[0], last_purchase_age=known.last_purchase_age, age=known.age)
    known.__dict__["grouped"] = (exact, np.array([0]))
    seen = predict(fitted, known, 12, 0.15)
    assert seen.expected_purchases[0] == pytest.approx(1.563100, abs=5e-7)
    assert (seen.expected_purchases * seen.discount)[0] == pytest.approx(1.465984, abs=5e-7)
    assert seen.expected_check[0] == pytest.approx(24.663714, abs=5e-7)
    assert 0.3 * seen.value[0] == pytest.approx(10.846982, abs=5e-7)


def test_a_forecast_of_single_customers_follows_the_model(many, fitted):
    found = values_of(many, fitted)
    model = fitted.model
    for place in (0, 17, 149):
        x, t_x, age = found.x[place], found.t_x[place], found.T[place]
        ends = np.array([float(model.expected_purchases(x, t_x, age, 30.4375 * month)) for month in range(1, 13)])
        each = np.diff([0.0, *ends])
        assert found.expected_purchases[place] == pytest.approx(ends[-1])
        worth = float(fitted.spending.expected_value(found.paid_purchases[place], found.mean_check[place])) * fitted.kept_share
        assert found.expected_check[place] == pytest.approx(worth)
        assert found.predicted[place] == pytest.approx(worth * sum(each * 1.1 ** -((np.arange(12) + 0.5) / 12)))
        chance = float(fitted.model.chance_to_buy(x, t_x, age, 12 * 30.4375))
        assert found.chance_to_buy[place] == pytest.approx(chance)
        assert found.alive[place] == pytest.approx(max(float(fitted.alive(x, t_x, age)), chance))
    low, high = found.predicted_range
    assert 0 < low < found.predicted.sum() < high


def test_laws_of_the_forecast(many, fitted):
    plain = values_of(many, fitted, margin_share=0.4)
    assert np.all((plain.alive >= 0) & (plain.alive <= 1) & (plain.chance_to_buy >= 0) & (plain.chance_to_buy <= 1))
    assert np.all(plain.chance_to_buy <= plain.expected_purchases + 1e-12)
    dearer, later, longer = (
        values_of(many, fitted, **asked)
        for asked in (
            {"margin_share": 0.6},
            {"margin_share": 0.4, "annual_discount_rate": 0.3},
            {"margin_share": 0.4, "horizon_months": 24},
        )
    )
    assert np.all(dearer.predicted > plain.predicted) and np.all(dearer.historic[dearer.sales > 0] > plain.historic[plain.sales > 0])
    assert np.all(later.predicted < plain.predicted)
    assert np.all(longer.predicted > plain.predicted) and np.all(longer.chance_to_buy > plain.chance_to_buy)
    assert longer.simple == pytest.approx(2 * plain.simple)
    undiscounted = values_of(many, fitted, margin_share=0.4, annual_discount_rate=0.0)
    assert undiscounted.predicted == pytest.approx(undiscounted.expected_purchases * undiscounted.expected_check * 0.4)


def test_nothing_after_the_as_of_day_is_seen(many, fitted, tmp_path):
    lines = [line for line in lines_of_many() if line[2] <= AS_OF.isoformat()]
    assert len(lines) < len(lines_of_many())
    past = make_tiny_shop(tmp_path / "past.duckdb", lines)
    with ask(past, Question(as_of=AS_OF)) as marts:
        then = customer_values(marts, fits(marts))
    past.close()
    now = values_of(many, fitted)
    for name in ("simple", "historic", "predicted", "chance_to_buy", "expected_purchases", "rung", "window_sales"):
        assert getattr(now, name).tolist() == getattr(then, name).tolist(), name
    assert now.predicted_range == then.predicted_range


@pytest.mark.parametrize("winner", ["own_pace", "silence_rule", "as_last_year"])
def test_a_paper_forecast_that_won_says_how_many_purchases(many, fitted, winner):
    board = fitted.scoreboard
    if winner not in [score.name for score in board.scores]:
        board = replace(board, scores=(*board.scores, replace(board.scores[0], name=winner)))
    found = values_of(many, replace(fitted, scoreboard=replace(board, winner=winner)), horizon_months=24)
    ahead = 24 * 30.4375  # 730 whole days: twice 364 and two more
    with ask(many, Question(as_of=AS_OF)) as marts, marts.engine() as engine:
        limits = engine.arrow("select lapsed_after_days from customers_now order by customer")["lapsed_after_days"].to_numpy()
        days = engine.arrow("select customer, day from purchase_days where orders > 0").to_pandas()
    as_of = (AS_OF - date(1970, 1, 1)).days
    last_year, season = days[days.day > as_of - 364], days[(days.day > as_of - 364) & (days.day <= as_of - 362)]
    again = 2 * np.bincount(last_year.customer, minlength=151) + np.bincount(season.customer, minlength=151)
    expected = {
        "own_pace": own_pace(found.x, found.T, ahead),
        "silence_rule": silence_rule(found.x, found.t_x, found.T, ahead, limits),
        "as_last_year": again[found.customer],
    }
    evenly = np.mean(1.1 ** -((np.arange(24) + 0.5) / 12))
    assert found.predicted_by_rule == pytest.approx(float(expected[winner] @ found.expected_check) * evenly)
    # single customers stay with the model, which has chances to give
    assert found.predicted.tolist() == values_of(many, fitted, horizon_months=24).predicted.tolist()


def test_where_spending_has_no_mean_everybodys_average_stands_in(many, fitted):
    endless = replace(fitted, spending=GammaGamma(p=0.2, q=0.9, gamma=10.0))
    plain, found = values_of(many, replace(fitted, spending=None)), values_of(many, endless)
    assert np.isfinite(found.predicted).all()
    assert plain.expected_check == pytest.approx(np.full(150, plain.sales.sum() / plain.purchase_days.sum()))
    own = endless.spending.expected_value(found.paid_purchases, found.mean_check) * fitted.kept_share
    assert found.expected_check == pytest.approx(np.where(np.isfinite(own), own, plain.expected_check))


def test_without_a_back_test_there_is_no_range(many, fitted):
    found = values_of(many, replace(fitted, scoreboard=None))
    assert found.predicted is not None and found.predicted_range is None


def test_records_kept_while_sliders_move_change_nothing(many, fitted):
    with ask(many, Question(as_of=AS_OF)) as marts:
        records = customer_records(marts)
    asked = Question(as_of=AS_OF, margin_share=0.3, horizon_months=7, annual_discount_rate=0.2)
    with ask(many, asked) as marts:
        kept, anew = customer_values(marts, fitted, records), customer_values(marts, fitted)
    assert kept.predicted.tolist() == anew.predicted.tolist() and kept.choices == anew.choices
    assert kept.groupings["tier"].places.tolist() == anew.groupings["tier"].places.tolist()


def test_one_customers_range_is_drawn_and_the_same_every_time(many, fitted):
    found = values_of(many, fitted, margin_share=0.4)
    low, high = customer_intervals(found)
    assert np.all((low >= 0) & (low <= high))
    assert [part.tolist() for part in customer_intervals(found)] == [low.tolist(), high.tolist()]
    # who stays away in more than 1 of 10 futures may bring nothing; who comes in more than 1 of 10 may bring something
    assert np.all(low[found.chance_to_buy < 0.87] == 0) and np.all(high[found.chance_to_buy > 0.13] > 0)
    likely = found.chance_to_buy > 0.3
    assert np.all((found.predicted > low) & (found.predicted < high), where=likely) and likely.sum() > 20
    with_fewer = customer_intervals(replace(found, fits=replace(fitted, spending=None)))
    assert with_fewer is None


def test_sales_without_a_single_customer_give_nobody(tmp_path):
    workspace = make_tiny_shop(tmp_path / "w.duckdb", [("1", None, "2026-01-05", "10.00", None, "sale")])
    with ask(workspace, Question()) as marts:
        found = customer_values(marts, fits(marts))
    workspace.close()
    assert (len(found.customer), found.predicted, found.choices) == (0, None, ())


def test_with_few_customers_nothing_is_forecast(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        found = customer_values(marts, fits(marts))
    assert (found.fits.size, found.predicted, found.expected_purchases, customer_intervals(found)) == ("none", None, None, None)
