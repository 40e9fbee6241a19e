"""The last full quarter against the one a year before: by hand, and on shops with too little to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import sqrt

import numpy as np
import pytest
from scipy.stats import binom, binomtest, norm

from retention.answers.ask import ask
from retention.answers.movement import Move, moves
from retention.answers.quarter_compared import compared, last_full_quarter, quarter_compared
from retention.answers.quarter_findings import QuarterCompared
from retention.locale import Words
from retention.question import Question
from tests.living_shop import make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits

QUARTERS = QuarterCompared(date(2026, 4, 1), date(2026, 6, 30), date(2025, 4, 1), date(2025, 6, 30), (), None, None, None, (), None)
SENTENCE = Words("en").say


def moved(lapsed: int, climbed: int, stayed: int, new: int) -> list[Move]:
    return [
        Move("first_purchase", "lapsed", lapsed),
        Move("first_purchase", "regular", climbed),
        Move("regular", "regular", stayed),
        Move("none", "first_purchase", new),
    ]


@pytest.mark.parametrize(
    ("as_of", "first", "last"),
    [
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 6, 29), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 2, 10), date(2025, 10, 1), date(2025, 12, 31)),
        (date(2025, 12, 31), date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_full_quarter(as_of, first, last):
    assert last_full_quarter(as_of) == (first, last)


def test_a_difference_beyond_noise_is_a_sentence():
    # 180 of 2,000 lapsed, a year earlier 120 of 2,000; 100 climbed in both; as many new ones
    found = compared(QUARTERS, False, moved(180, 100, 1720, 50), moved(120, 100, 1780, 50))
    rates = {rate.kind: rate for rate in found.rates}
    pooled = 300 / 4000
    alone = 2 * norm.sf(0.03 / sqrt(pooled * (1 - pooled) * 2 / 2000))
    assert rates["lapsed"].chance == pytest.approx(3 * alone)  # the smallest of three (climbed, lapsed, new)
    assert rates["lapsed"].is_beyond_noise and not rates["climbed"].is_beyond_noise and not found.is_new_beyond_noise
    assert rates["came_back"].chance is None and rates["slipped"].chance is None  # nobody was there
    assert [SENTENCE(finding) for finding in found.findings] == [
        "From Apr 1, 2026 to Jun 30, 2026, 9 % of those on the ladder lapsed (180 of 2,000); a year earlier 6 % (120 of 2,000): more than"
        " chance explains."
    ]


def test_nothing_beyond_noise_says_what_would_have_shown():
    found = compared(QUARTERS, False, moved(30, 20, 150, 50), moved(28, 22, 150, 50))
    lapsed = next(rate for rate in found.rates if rate.kind == "lapsed")
    pooled = 58 / 400
    needed = (norm.ppf(1 - 0.05 / 3 / 2) + norm.ppf(0.8)) * sqrt(pooled * (1 - pooled) * 2 / 200)
    assert lapsed.detectable == pytest.approx(needed)
    climbed = next(rate for rate in found.rates if rate.kind == "climbed")
    assert (climbed.now.of, climbed.before.of) == (50, 50)
    assert min(lapsed.detectable, climbed.detectable) == pytest.approx(lapsed.detectable) == pytest.approx(0.1139, abs=1e-4)
    assert [SENTENCE(finding) for finding in found.findings] == [
        "Nothing from Apr 1, 2026 to Jun 30, 2026 differs from the same quarter a year earlier beyond noise. The smallest difference that"
        " would have shown is about 12 in 100 people."
    ]


def test_new_customers_are_compared_as_counts():
    found = compared(QUARTERS, False, moved(30, 20, 150, 90), moved(30, 20, 150, 50))
    # given 140 in two quarters of 91 days, 90 or more (or 50 or fewer) in the later one
    assert found.new_chance == pytest.approx(3 * 2 * binom.cdf(50, 140, 0.5))
    assert SENTENCE(found.findings[0]) == (
        "From Apr 1, 2026 to Jun 30, 2026, 90 customers bought for the first time; a year earlier 50: more than chance explains."
    )


def test_regulars_who_pile_up_do_not_make_climbing_rarer():
    # a fifth of those with a first purchase climb in both quarters; a year later four times as many regulars stand there for good
    before = [Move("first_purchase", "regular", 100), Move("first_purchase", "first_purchase", 400), Move("regular", "regular", 400)]
    now = [Move("first_purchase", "regular", 100), Move("first_purchase", "first_purchase", 400), Move("regular", "regular", 1600)]
    found = compared(QUARTERS, False, now, before)
    assert [rate.kind for rate in found.rates] == ["climbed", "slipped", "lapsed", "came_back"]
    climbed = found.rates[0]
    assert (climbed.now.count, climbed.now.of, climbed.before.of, climbed.is_beyond_noise) == (100, 500, 500, False)
    assert SENTENCE(found.findings[0]).startswith("Nothing from")


def test_regulars_are_compared_by_how_many_become_advocates_where_the_data_can_tell():
    before = [Move("first_purchase", "advocate", 60), Move("first_purchase", "first_purchase", 440), Move("regular", "regular", 500)]
    now = [Move("first_purchase", "first_purchase", 500), Move("regular", "advocate", 50), Move("regular", "regular", 450)]
    found = compared(QUARTERS, True, now, before)
    rates = {rate.kind: rate for rate in found.rates}
    assert (rates["climbed"].now.count, rates["climbed"].before.count) == (0, 60)
    assert (rates["became_advocate"].now.count, rates["became_advocate"].now.of, rates["became_advocate"].before.count) == (50, 500, 0)
    assert [SENTENCE(finding) for finding in found.findings] == [
        "From Apr 1, 2026 to Jun 30, 2026, 0 % of those on the rung of the first purchase climbed (0 of 500); a year earlier 12 % (60 of"
        " 500): more than chance explains.",
        "From Apr 1, 2026 to Jun 30, 2026, 10 % of the regulars became advocates (50 of 500); a year earlier 0 % (0 of 500): more than"
        " chance explains.",
    ]


@pytest.mark.parametrize("signal_day", [date(2025, 3, 31), date(2025, 4, 1)])
def test_advocates_are_compared_only_where_one_stood_there_before_the_earlier_quarter(tmp_path, signal_day):
    lines = [("anna", date(2024, 12, 1) + timedelta(20 * number), "5.00") for number in range(29)]
    workspace = make_shop(tmp_path / "signs.duckdb", [*lines, ("boris", date(2026, 7, 1), "5.00")])
    with workspace.cursor() as cursor:
        score = "insert into feedback (import_id, file, \"row\", customer_id, day, score) values (1, 'scores.csv', 1, 'anna', ?, 10)"
        cursor.execute(score, [signal_day])
    with workspace.marts(Question(), flat_limits) as marts:
        found = quarter_compared(marts)
    workspace.close()
    assert found.missing is None
    assert ("became_advocate" in [rate.kind for rate in found.rates]) is (signal_day < found.first_before)


def test_too_few_people_are_not_compared():
    found = compared(QUARTERS, False, moved(3, 2, 10, 4), moved(2, 1, 10, 5))
    assert all(rate.chance is None and rate.detectable is None for rate in found.rates)
    assert "too few people" in SENTENCE(found.findings[0])


@pytest.mark.parametrize(("lapsed", "stayed", "is_told"), [(96, 4, False), (95, 5, True), (4, 96, False), (5, 95, True)])
def test_too_few_who_lapsed_or_too_few_who_stayed_tell_nothing(lapsed, stayed, is_told):
    rate = compared(QUARTERS, False, moved(lapsed, 0, stayed, 0), moved(lapsed, 0, stayed, 0)).rates[2]
    assert (rate.kind, rate.chance is not None, rate.detectable is not None) == ("lapsed", is_told, is_told)


def test_a_longer_quarter_may_bring_more_new_customers():
    leap = replace(QUARTERS, first=date(2024, 1, 1), last=date(2024, 3, 31), first_before=date(2023, 1, 1), last_before=date(2023, 3, 31))
    found = compared(leap, False, moved(0, 0, 10, 9_100), moved(0, 0, 10, 9_000))
    assert found.new_chance == pytest.approx(binomtest(9_100, 18_100, 91 / 181).pvalue) == pytest.approx(1.0)
    assert binomtest(9_100, 18_100, 0.5).pvalue < 0.5


def test_shares_that_round_alike_are_told_with_their_decimals():
    found = compared(QUARTERS, False, moved(3_400, 0, 96_600, 0), moved(3_100, 0, 96_900, 0))
    assert "3.40 % of those on the ladder lapsed (3,400 of 100,000); a year earlier 3.10 %" in SENTENCE(found.findings[0])


def drawn(random: np.random.Generator, people: int, lapsing: float) -> list[Move]:
    lapsed, climbed, stayed = random.multinomial(people, (lapsing, 0.15, 0.85 - lapsing))
    return moved(int(lapsed), int(climbed), int(stayed), int(random.poisson(60)))


def test_a_steady_shop_raises_few_alarms_and_the_detectable_difference_is_found_four_times_in_five():
    random = np.random.default_rng(5)
    tries = 400
    said = [compared(QUARTERS, False, drawn(random, 600, 0.12), drawn(random, 500, 0.12)) for _ in range(tries)]
    false = sum(any(rate.is_beyond_noise for rate in found.rates) or found.is_new_beyond_noise for found in said) / tries
    assert false <= 0.05 + 2.6 * sqrt(0.05 * 0.95 / tries)
    assert all(found.findings for found in said)  # always something to read
    lapsed = [next(rate for rate in found.rates if rate.kind == "lapsed") for found in said]
    needed = sum(rate.detectable for rate in lapsed) / tries
    # around the pooled share the difference is spread half up, half down
    found = [compared(QUARTERS, False, drawn(random, 600, 0.12 + needed / 2), drawn(random, 500, 0.12 - needed / 2)) for _ in range(tries)]
    power = sum(next(rate for rate in one.rates if rate.kind == "lapsed").is_beyond_noise for one in found) / tries
    assert power == pytest.approx(0.8, abs=0.07)  # two and a half standard errors, and Holm is a little kinder than its first step


def test_a_steady_shop_is_compared_with_itself(tmp_path):
    workspace = make_living_shop(tmp_path / "living.duckdb")
    with ask(workspace, Question()) as marts:
        found = quarter_compared(marts)
        assert (found.first, found.last, found.first_before, found.missing) == (date(2026, 4, 1), date(2026, 6, 30), date(2025, 4, 1), None)
        lapsed = next(rate for rate in found.rates if rate.kind == "lapsed")
        climbed = next(rate for rate in found.rates if rate.kind == "climbed")
        # nothing in the data makes an advocate: only those with a first purchase can climb
        assert [rate.kind for rate in found.rates] == ["climbed", "slipped", "lapsed", "came_back"]
        assert lapsed.now.of > lapsed.before.of > climbed.before.of > 10
        for rate, other, last in ((lapsed.now, climbed.now, found.last), (lapsed.before, climbed.before, found.last_before)):
            # whoever moves on the first morning of the quarter moves in it
            quarter = {2026: date(2026, 3, 31), 2025: date(2025, 3, 31)}[last.year]
            standing = [move for move in moves(marts, quarter, last) if move.rung_from in ("first_purchase", "regular")]
            assert (rate.count, rate.of) == (
                sum(move.customers for move in standing if move.rung_to == "lapsed"),
                sum(move.customers for move in standing),
            )
            first_purchase = [move for move in standing if move.rung_from == "first_purchase"]
            assert other.of == sum(move.customers for move in first_purchase)
    with ask(workspace, Question(as_of=date(2025, 3, 30))) as marts:
        assert "a year and a quarter of history" in SENTENCE(quarter_compared(marts).missing)
    workspace.close()


def test_only_those_who_lapsed_within_half_a_year_are_asked_whether_they_came_back(tmp_path):
    # the long-lapsed pile up and hardly ever come back; with limits of 45 days Anna lapsed on the last day that counts, Boris a day earlier
    first_lapse = date(2026, 4, 1) - timedelta(182)
    lines = [
        ("anna", first_lapse - timedelta(46)),
        ("boris", first_lapse - timedelta(47)),
        ("clara", date(2026, 1, 10)),
        ("clara", date(2026, 5, 20)),
        ("dan", date(2024, 12, 1)),
        ("dan", date(2026, 6, 30)),  # back after more than a year
    ]
    workspace = make_shop(tmp_path / "back.duckdb", [(customer, day, "5.00") for customer, day in lines])
    with workspace.marts(Question(), flat_limits) as marts:
        found = quarter_compared(marts)
    workspace.close()
    back = next(rate for rate in found.rates if rate.kind == "came_back")
    assert (back.now.count, back.now.of) == (1, 2)  # Clara, of Anna and her
    assert (back.before.count, back.before.of) == (0, 1)  # Dan lapsed on 2025-01-16


def test_who_moves_on_the_first_day_of_a_quarter_moves_in_it(tmp_path):
    # Anna and Clara come on the first day of each quarter; Boris, who stood there the evening before, lapses on the first day of the later
    lines = [
        ("anna", date(2025, 4, 1)),
        ("clara", date(2026, 4, 1)),
        ("boris", date(2026, 4, 1) - timedelta(46)),
        ("dan", date(2024, 12, 1)),
        ("dan", date(2026, 6, 30)),
    ]
    workspace = make_shop(tmp_path / "edges.duckdb", [(customer, day, "5.00") for customer, day in lines])
    with workspace.marts(Question(), flat_limits) as marts:
        found = quarter_compared(marts)
    workspace.close()
    lapsed = next(rate for rate in found.rates if rate.kind == "lapsed")
    assert (found.first, found.first_before, found.new, found.new_before) == (date(2026, 4, 1), date(2025, 4, 1), 1, 1)
    assert (lapsed.now.count, lapsed.now.of, lapsed.before.of) == (1, 1, 0)


def test_an_earlier_quarter_at_the_start_of_the_file_is_no_fair_comparison(tmp_path):
    # everybody buys twice, 40 days apart: a lapse takes 40 days, and the earlier quarter begins 10 days after the first sale
    start = date(2024, 12, 22)
    days = [(f"c{number}", start + timedelta(number * 5 + later)) for number in range(95) for later in (0, 40)]
    workspace = make_shop(tmp_path / "short.duckdb", [(customer, day, "5.00") for customer, day in days])
    with ask(workspace, Question()) as marts:
        found = quarter_compared(marts)
    assert (found.first_before, found.rates, found.findings) == (date(2025, 1, 1), (), ())
    assert "fair comparison" in SENTENCE(found.missing)
    workspace.close()
