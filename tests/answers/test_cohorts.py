"""Cohorts by hand on the shop of five customers, and the laws that hold in a shop that lives."""

from __future__ import annotations

from datetime import date, timedelta
from math import prod

import pytest

from retention.answers.ask import ask
from retention.answers.cohort_cells import Cell, Cohort, grouped, monthly_cohorts
from retention.answers.cohort_standouts import standouts
from retention.answers.cohorts import ages_of, cohorts
from retention.question import Question
from tests.living_shop import LAST_DAY, make_living_shop
from tests.many_lines import make_shop
from tests.tiny_shop import flat_limits, make_tiny_shop

# age, is complete, customers, bought, not lapsed, money, money so far: January holds Anna and Boris, February Dan, March Clara
BY_HAND = {
    "2026-01": [(0, True, 2, 2, 2, 60, 60), (1, True, 2, 1, 1, 20, 80), (2, True, 2, 1, 1, 30, 110), (3, False, 2, 1, 1, 40, 150)],
    "2026-02": [(0, True, 1, 1, 1, 45, 45), (1, True, 1, 0, 1, 0, 45), (2, False, 1, 0, 0, 0, 45)],
    "2026-03": [(0, True, 1, 1, 1, 20, 20), (1, False, 1, 0, 1, -3, 17)],
}


def cells_of(found):
    return {
        cohort.name: [(c.age, c.is_complete, c.customers, c.bought, c.kept, c.money, c.money_so_far) for c in cohort.cells]
        for cohort in found.cohorts
    }


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


def tiny(tmp_path, question, lines=None):
    workspace = make_tiny_shop(tmp_path / "tiny.duckdb") if lines is None else make_shop(tmp_path / "own.duckdb", lines)
    with workspace.marts(question, flat_limits) as marts:
        found = cohorts(marts)
    workspace.close()
    return found


def test_five_customers_by_hand(tmp_path):
    found = tiny(tmp_path, Question())
    assert (found.is_margin, found.period_months, found.standouts, found.not_compared) == (False, 1, (), (3, 12))
    assert cells_of(found) == BY_HAND
    assert found.cohorts[0].cells[2].money_per_customer == 55


def test_all_cohorts_together_use_whole_months_only(tmp_path):
    ages = tiny(tmp_path, Question()).ages
    assert [(age.bought.count, age.bought.of) for age in ages] == [(4, 4), (1, 3), (1, 2)]
    assert [age.kept for age in ages] == pytest.approx([1, 2 / 3, 2 / 3])  # Boris lapses in February, and nobody in January or March
    assert [age.kept_rate for age in ages] == pytest.approx([1, 2 / 3, 1])
    assert [age.money_per_customer for age in ages] == pytest.approx([125 / 4, 125 / 4 + 20 / 3, 125 / 4 + 20 / 3 + 30 / 2])
    assert (ages[0].kept_low, ages[0].kept_high) == (None, None) and ages[1].kept_low < 2 / 3 < ages[1].kept_high


def test_margin_counts_where_it_is_known(tmp_path):
    found = tiny(tmp_path, Question(margin_share=0.5))
    assert found.is_margin
    # Dan's costs are known: 3 × 5.00; for the others half of the sales
    assert [cohort.cells[0].money for cohort in found.cohorts] == [30, 15, 10]
    assert found.cohorts[2].cells[1].money == -1.5


def test_the_last_day_of_a_month_completes_it(tmp_path):
    found = tiny(tmp_path, Question(as_of=date(2026, 3, 31)))
    assert all(cell.is_complete for cohort in found.cohorts for cell in cohort.cells)
    assert [len(cohort.cells) for cohort in found.cohorts] == [3, 2, 1]
    assert not any(cohort.cells[-1].is_complete for cohort in tiny(tmp_path, Question(as_of=date(2026, 3, 30))).cohorts)


def test_months_of_silence_are_there_and_a_month_with_returns_only_costs_money(tmp_path):
    lines = [("a", date(2026, 1, 10), "50.00"), ("a", date(2026, 3, 2), "-20.00"), ("a", date(2026, 5, 1), "10.00")]
    found = tiny(tmp_path, Question(), lines)
    assert [(cell.bought, cell.money_so_far) for cell in found.cohorts[0].cells] == [(1, 50), (0, 50), (0, 30), (0, 30), (1, 40)]
    assert [age.money_per_customer for age in found.ages] == [50, 50, 30, 30]


def test_what_was_given_back_before_the_first_purchase_is_taken_off_the_first_month(tmp_path):
    lines = [("a", date(2026, 1, 20), "-4.60"), ("a", date(2026, 3, 1), "10.00"), ("a", date(2026, 4, 2), "5.00")]
    found = tiny(tmp_path, Question(), [*lines, ("b", date(2026, 3, 20), "20.00"), ("c", date(2026, 2, 1), "-3.00")])
    # c gave something back and never bought: in no cohort, and neither is January
    assert cells_of(found) == {"2026-03": [(0, True, 2, 2, 2, 25.4, 25.4), (1, False, 2, 1, 2, 5, 30.4)]}


def test_who_lapsed_once_is_not_counted_again_after_coming_back(tmp_path):
    lines = [("a", date(2026, 1, 10), "5.00"), ("a", date(2026, 6, 10), "5.00"), ("b", date(2026, 1, 20), "5.00")]
    found = tiny(tmp_path, Question(as_of=date(2026, 6, 30)), lines)
    assert [cell.kept for cell in found.cohorts[0].cells] == [2, 1, 0, 0, 0, 0]  # lapsed after 45 days: 24 February and 6 March
    assert [cell.bought for cell in found.cohorts[0].cells] == [2, 0, 0, 0, 0, 1]


def test_who_lapses_twice_is_gone_since_the_first_time(tmp_path):
    lines = [
        ("a", date(2026, 1, 10), "5.00"),
        ("a", date(2026, 4, 10), "5.00"),
        ("b", date(2026, 1, 20), "5.00"),
        ("b", date(2026, 2, 20), "5.00"),
    ]
    found = tiny(tmp_path, Question(as_of=date(2026, 6, 30)), lines)
    # a lapsed on 24 February and again on 25 May, b on 6 April
    assert [cell.kept for cell in found.cohorts[0].cells] == [2, 1, 1, 0, 0, 0]


def test_money_of_old_age_counts_like_any_other(tmp_path):
    lines = [
        ("a", date(2020, 1, 10), "10.00"),
        ("b", date(2020, 2, 10), "20.00"),
        ("a", date(2023, 5, 10), "6.00"),
        ("b", date(2023, 6, 10), "4.00"),
    ]
    found = tiny(tmp_path, Question(as_of=date(2023, 6, 30)), lines)
    # at the age of 40 months 6.00 + 4.00 of two customers, at 41 nothing of one
    assert [age.money_per_customer for age in found.ages[39:]] == [15, 20, 20]
    assert [sum(cell.money for cell in cohort.cells[31:]) for cohort in found.cohorts] == [6, 4]


def test_one_customer_with_one_order_on_the_first_of_a_month(tmp_path):
    found = tiny(tmp_path, Question(), [("a", date(2026, 1, 1), "5.00")])
    assert cells_of(found) == {"2026-01": [(0, False, 1, 1, 1, 5, 5)]}
    assert found.ages == () and found.not_compared == (3, 12)


def test_sales_that_name_nobody_have_no_cohorts(tmp_path):
    found = tiny(tmp_path, Question(), [(None, date(2026, 1, 1), "5.00")])
    assert (found.cohorts, found.ages, found.standouts) == ((), (), ())


@pytest.mark.parametrize(
    ("begin", "months", "period", "cohorts_shown"),
    [(0, 24, 1, 24), (0, 25, 3, 9), (0, 70, 3, 24), (2, 70, 3, 24), (0, 71, 12, 6), (2, 71, 12, 7), (0, 72, 12, 6), (0, 73, 12, 7)],
)
def test_more_than_24_cohorts_become_quarters_or_years(tmp_path, begin, months, period, cohorts_shown):
    lines = [(f"c{month}", date(2016 + month // 12, month % 12 + 1, 5), "5.00") for month in range(begin, begin + months)]
    found = tiny(tmp_path, Question(), lines)
    assert (found.period_months, len(found.cohorts)) == (period, cohorts_shown)
    assert sum(cohort.customers for cohort in found.cohorts) == months


def test_the_living_shop_keeps_its_laws(living):
    with ask(living, Question()) as marts:
        found, monthly = cohorts(marts), monthly_cohorts(marts, is_margin=True)
        with marts.engine() as engine:
            customers = engine.arrow("select count(*) as n, sum(margin) as margin from customers_now").to_pylist()[0]
            standing = engine.arrow("select count(*) as n from rung_spells where to_day > (select as_of_day from question) and rung <> 6")
    assert found.period_months == 3 and found.is_margin
    assert sum(cohort.customers for cohort in found.cohorts) == sum(cohort.customers for cohort in monthly) == customers["n"]
    assert sum(cohort.cells[-1].money_so_far for cohort in monthly) == pytest.approx(customers["margin"] / 100)
    assert sum(cohort.cells[-1].kept for cohort in monthly) <= standing["n"][0].as_py()
    for cohort in (*monthly, *found.cohorts):
        assert cohort.cells[0].bought == cohort.cells[0].customers
        assert all(0 <= cell.bought <= cell.customers and 0 <= cell.kept <= cell.customers for cell in cohort.cells)
    for cohort in monthly:
        kept = [cell.kept for cell in cohort.cells]
        assert kept == sorted(kept, reverse=True)
    for place, age in enumerate(found.ages):
        if age.kept is not None:
            assert age.kept == pytest.approx(prod(one.kept_rate for one in found.ages[: place + 1]))


def test_days_after_the_as_of_day_change_nothing(living, tmp_path):
    day = LAST_DAY - timedelta(days=200)
    earlier = Question(as_of=day)
    with ask(living, earlier) as marts:
        with_the_future = cohorts(marts)
    workspace = make_living_shop(tmp_path / "past.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("delete from order_lines where cast(ordered_at as date) > ?", [day])
    with ask(workspace, earlier) as marts:
        assert cohorts(marts) == with_the_future
    workspace.close()


def test_quarters_are_complete_when_their_last_month_is():
    def cohort(month, ages):
        return Cohort(f"2026-{month:02}", date(2026, month, 1), 10, tuple(Cell(a, True, 10, 10 - a, 10, 1.0, a + 1.0) for a in range(ages)))

    (quarter,) = grouped([cohort(1, 3), cohort(2, 2)], 3, 2026 * 12 + 2)
    assert (quarter.name, quarter.customers) == ("2026-Q1", 20)
    assert [(cell.is_complete, cell.customers, cell.bought, cell.money_so_far) for cell in quarter.cells] == [
        (True, 20, 20, 2.0),
        (False, 20, 18, 4.0),
        (False, 10, 8, 3.0),
    ]


def spread_of(bought_of_400):
    """Cohorts of 400 with these buyers in month 3, everybody kept."""
    return [
        Cohort(f"c{place}", date(2025, 1, 1), 400, tuple(Cell(age, True, 400, count, 400, 0.0, 0.0) for age in range(4)))
        for place, count in enumerate(bought_of_400)
    ]


def test_a_cohort_beyond_noise_is_named_with_what_is_usual():
    found, not_compared = standouts(spread_of([80, 84, 76, 160]))
    assert not_compared == (12,)
    assert found[0].cohort == "c3" and (found[0].age, found[0].measure) == (3, "bought")
    assert (found[0].share.share, found[0].usual.share) == (0.4, 0.2)
    assert found[0].chance < 1e-10


def test_like_cohorts_do_not_stand_out_and_tiny_ones_are_not_compared():
    assert standouts(spread_of([80, 84, 76, 79])) == ((), (12,))
    assert standouts([Cohort("a", date(2025, 1, 1), 3, tuple(Cell(age, True, 3, 3, 3, 0.0, 0.0) for age in range(4)))]) == ((), (3, 12))


def test_no_cohorts_have_no_curve():
    assert ages_of([]) == ()


def unlike(sizes, is_complete=True):
    """Cohorts of so many of so many in month 3, which is over or not."""
    return [
        Cohort(f"c{place}", date(2025, 1, 1), of, tuple(Cell(age, is_complete or age < 3, of, count, of, 0.0, 0.0) for age in range(4)))
        for place, (count, of) in enumerate(sizes)
    ]


def test_a_month_that_is_not_over_makes_no_cohort_stand_out():
    sizes = [(80, 400), (84, 400), (160, 400)]
    assert {one.cohort for one in standouts(unlike(sizes))[0]} >= {"c2"}
    assert standouts(unlike(sizes, is_complete=False)) == ((), (3, 12))
    # nor is it a part of what is usual
    mixed = [*unlike(sizes[:2]), *unlike([(0, 4000)], is_complete=False)]
    assert standouts(mixed) == ((), (12,))


@pytest.mark.parametrize(("count", "of", "is_compared"), [(5, 10, True), (4, 9, False), (10, 100, True), (4, 100, False)])
def test_too_few_expected_people_are_not_compared(count, of, is_compared):
    # of two like cohorts 5, 4, 10 and 4 people are expected on the rarer side
    assert (3 not in standouts(unlike([(count, of), (count, of)]))[1]) is is_compared


def test_few_people_who_all_differ_are_still_too_few():
    # among 3 of 3 against 0 of 3 chance is 1.4 %, and the test is not fit for so few
    assert standouts(unlike([(3, 3), (0, 3)])) == ((), (3, 12))
