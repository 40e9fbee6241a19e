"""The board of rungs and profit tiers: five customers by hand, a made board by hand, and laws on a shop of 240."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retention.answers.ask import ask
from retention.answers.board_strategies import BOARD_STRATEGIES, TIER_LABELS, TIER_VERBS
from retention.answers.board_worth import BoardMeans, move_worth, shrunk
from retention.answers.cell_customers import cell_customers
from retention.answers.customer_groups import TIERS
from retention.answers.customer_values import customer_values
from retention.answers.fits import fits
from retention.answers.ladder import ladder
from retention.answers.rung_board import rung_board
from retention.answers.rungs_since import RUNGS, RungsSince, rungs_since
from retention.models.proportions import share_of
from retention.question import Question
from retention.warehouse.rungs import ADVOCATE, CUSTOMER_RUNGS, FIRST_PURCHASE, LAPSED, NAMES, REGULAR
from tests.living_shop import make_living_shop
from tests.tiny_shop import LINES, flat_limits, make_tiny_shop

BEST, MIDDLE, LOWEST = range(3)
NOBODY = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, bool), np.zeros(0, bool))  # the arrays of single customers


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    workspace = make_tiny_shop(tmp_path_factory.mktemp("shop") / "tiny.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def living(tmp_path_factory):
    workspace = make_living_shop(tmp_path_factory.mktemp("shop") / "living.duckdb")
    yield workspace
    workspace.close()


@pytest.fixture(scope="module")
def lived(living):
    """The living shop with its forecast: its marts' ladder, values and board."""
    with ask(living, Question()) as marts:
        values = customer_values(marts, fits(marts))
        return ladder(marts), values, rung_board(marts, values)


def people(*rows):
    """A table of people by rung and tier: (rung, best, middle, lowest) each, nobody elsewhere."""
    table = np.zeros((RUNGS, 3), np.int64)
    for rung, *counts in rows:
        table[rung] = counts
    return table


def means_of(*rows):
    """Rows of rung, tier, people, what one of them is expected to bring."""
    counts, predicted = np.zeros((RUNGS, 3), np.int64), np.zeros((RUNGS, 3))
    for rung, tier, customers, each in rows:
        counts[rung, tier], predicted[rung, tier] = customers, customers * each
    return BoardMeans(counts, predicted)


def past_of(then, climbed=(), lapsed=(), came_back=(), returned_to=()):
    returns = np.zeros(RUNGS, np.int64)
    for rung, customers in returned_to:
        returns[rung] = customers
    return RungsSince(date(2025, 1, 1), 12.0, people(*then), people(*climbed), people(*lapsed), people(*came_back), returns, *NOBODY)


def with_movers(means, aim, *rows):
    """Rows of rung and tier then, how many moved since, what one of them is expected to bring today."""
    brought = np.zeros((RUNGS, 3))
    for rung, tier, customers, each in rows:
        brought[rung, tier] = customers * each
    return replace(means, movers={aim: brought})


def test_the_five_customers_on_the_board(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        board = rung_board(marts, customer_values(marts))
    # Anna 100.00, Boris 50.00, Dan 45.00, Clara 17.00: of four the first two are the best third
    assert [(cell.rung, cell.tier, cell.customers, cell.at_risk, cell.brought) for cell in board.cells] == [
        ("first_purchase", "lowest", 1, 0, 17.0),
        ("advocate", "best", 1, 0, 100.0),
        ("lapsed", "best", 1, None, 50.0),
        ("lapsed", "middle", 1, None, 45.0),
    ]
    assert [(tier.tier, tier.customers, tier.lowest, tier.highest) for tier in board.tiers] == [
        ("best", 2, 50.0, 100.0),
        ("middle", 1, 45.0, 45.0),
        ("lowest", 1, 17.0, 17.0),
    ]
    assert (board.customers, board.brought_nothing, board.is_margin, board.currency) == (4, 0, False, "EUR")
    # nobody is told apart among so few
    assert {(cell.lacking, cell.predicted, cell.most_worth_spending) for cell in board.cells} == {("no_forecast", None, None)}


def test_what_became_of_those_of_half_the_history_ago(tiny):
    with tiny.marts(Question(), flat_limits) as marts:
        found = rungs_since(marts, is_margin=False)
    # 95 days of history, so 47 days back; by then Boris had brought 50, Dan 45 on three days, Anna 30
    assert (found.day, found.months) == (date(2026, 2, 22), 47 / 30.4375)
    assert found.people.tolist() == people((FIRST_PURCHASE, 1, 0, 1), (REGULAR, 0, 1, 0)).tolist()
    assert found.climbed.tolist() == people((FIRST_PURCHASE, 0, 0, 1)).tolist()  # Anna
    assert found.lapsed.tolist() == people((FIRST_PURCHASE, 1, 0, 0), (REGULAR, 0, 1, 0)).tolist()
    assert (found.came_back.sum(), found.returned_to.sum()) == (0, 0)


def test_the_past_day_is_an_evening_and_its_own_purchases_are_known(tmp_path):
    workspace = make_tiny_shop(tmp_path / "evening.duckdb")
    with workspace.marts(Question(as_of=date(2026, 4, 5), horizon_months=1), flat_limits) as marts:
        found = rungs_since(marts, is_margin=False)
    workspace.close()
    # on 03-06 Anna buys for the third time: that evening she has brought 60.00 (Boris 50, Dan 45, Clara 12) and is an advocate already
    assert found.day == date(2026, 3, 6)
    then = people((ADVOCATE, 1, 0, 0), (LAPSED, 1, 0, 0), (REGULAR, 0, 1, 0), (FIRST_PURCHASE, 0, 0, 1))
    assert found.people.tolist() == then.tolist()
    assert (found.climbed.sum(), found.lapsed.sum(), found.came_back.sum()) == (0, 0, 0)


def test_back_on_the_rung_one_fell_from_is_no_climb(tmp_path):
    lines = [("1", "old", "2025-12-01", "9.00", None, "sale"), ("2", "xenia", "2026-01-05", "5.00", None, "sale")]
    lines += [("3", "xenia", "2026-04-01", "5.00", None, "sale"), ("4", "yan", "2026-04-10", "5.00", None, "sale")]
    workspace = make_tiny_shop(tmp_path / "again.duckdb", lines)
    with workspace.marts(Question(horizon_months=2), flat_limits) as marts:
        found = rungs_since(marts, is_margin=False)
    workspace.close()
    assert found.day == date(2026, 2, 8)
    assert found.people[FIRST_PURCHASE].sum() == 1  # Xenia; the old one has lapsed
    assert (found.climbed.sum(), found.lapsed[FIRST_PURCHASE].sum(), found.came_back.sum()) == (0, 1, 0)


def test_who_comes_back_is_counted_by_the_first_rung_they_come_back_to(tmp_path):
    back = [("16", "boris", "2026-03-20", "1.00", None, "sale"), ("17", "boris", "2026-03-21", "1.00", None, "sale")]
    workspace = make_tiny_shop(tmp_path / "back.duckdb", [*LINES, *back])
    with workspace.marts(Question(as_of=date(2026, 6, 1), horizon_months=3), flat_limits) as marts:
        found = rungs_since(marts, is_margin=False)
    workspace.close()
    # half of the 147 days of history, 73 days, is less than three months: on 03-20 Boris has just bought again
    assert found.day == date(2026, 3, 20)
    with_month = Question(as_of=date(2026, 4, 10), horizon_months=1)
    workspace = make_tiny_shop(tmp_path / "again.duckdb", [*LINES, *back])
    with workspace.marts(with_month, flat_limits) as marts:
        found = rungs_since(marts, is_margin=False)
    workspace.close()
    assert found.day == date(2026, 3, 11)
    assert found.came_back.tolist() == people((LAPSED, 1, 0, 0)).tolist()
    # with his second purchase, and then a third: he stands on the first rung before the second
    assert found.returned_to.tolist() == [1 if rung == FIRST_PURCHASE else 0 for rung in range(RUNGS)]


def test_a_climb_by_hand():
    # 80 of the rung bring 20.00 or 10.00 each: 15.00 on average
    means = means_of((FIRST_PURCHASE, BEST, 40, 20.0), (FIRST_PURCHASE, MIDDLE, 40, 10.0), (REGULAR, BEST, 5, 99.0))
    past = past_of([(FIRST_PURCHASE, 20, 80, 0)], climbed=[(FIRST_PURCHASE, 10, 10, 0)])
    means = with_movers(means, "climb", (FIRST_PURCHASE, BEST, 10, 60.0), (FIRST_PURCHASE, MIDDLE, 10, 20.0))
    found = move_worth(means, past, FIRST_PURCHASE, BEST)
    # own: 60 - 20 = 40 on 10 people; of the rung: 40 - 15 = 25, which counts for 30: (400 + 750) ÷ 40 = 28.75
    assert (found.aim, found.aim_rungs, found.aim_value, found.aim_people) == ("climb", (REGULAR,), 48.75, 10)
    assert (found.gain, found.moved, found.lacking) == (28.75, share_of(10, 20), None)
    # (10 + 5 × 20 of 100) ÷ (20 + 5) = 44 %
    assert found.chance == pytest.approx(0.44)
    assert found.most_worth_spending == pytest.approx(12.65)


def test_a_rung_above_without_people_is_passed_over():
    means = means_of((FIRST_PURCHASE, BEST, 5, 1.0), (ADVOCATE, BEST, 5, 4.0))
    assert move_worth(means, past_of([]), FIRST_PURCHASE, BEST).aim_rungs == (ADVOCATE,)


def test_holding_the_highest_rung_is_worth_what_is_lost_with_a_lapse():
    means = means_of((REGULAR, MIDDLE, 50, 40.0), (LAPSED, MIDDLE, 30, 4.0))
    past = past_of([(REGULAR, 0, 45, 0)], lapsed=[(REGULAR, 0, 18, 0)])
    # whoever fell silent still brings 10.00, because some of them are back
    found = move_worth(with_movers(means, "hold", (REGULAR, MIDDLE, 18, 10.0)), past, REGULAR, MIDDLE)
    assert (found.aim, found.aim_rungs, found.gain, found.chance) == ("hold", (LAPSED,), 30.0, pytest.approx(0.4))
    assert found.most_worth_spending == pytest.approx(12.0)


def test_a_return_is_worth_what_the_forecast_expects_of_one_who_returns():
    chances = np.zeros((RUNGS, 3))
    chances[LAPSED, BEST] = 12.5  # added up over the hundred: one in eight
    means = means_of((FIRST_PURCHASE, BEST, 30, 10.0), (REGULAR, BEST, 30, 50.0), (LAPSED, BEST, 100, 2.0))
    means = replace(means, chance_to_buy=chances)
    past = past_of([(LAPSED, 95, 0, 0)], came_back=[(LAPSED, 19, 0, 0)], returned_to=[(FIRST_PURCHASE, 15), (REGULAR, 5)])
    found = move_worth(means, past, LAPSED, BEST)
    assert (found.aim, found.aim_rungs) == ("come_back", (FIRST_PURCHASE, REGULAR))
    # 19 of 95 came back, but the lapsed of that time had been silent for less long: the forecast's chance counts
    assert (found.moved, found.chance) == (share_of(19, 95), 0.125)
    assert (found.aim_value, found.gain, found.most_worth_spending) == (16.0, 14.0, 14.0 * 0.125)


@pytest.mark.parametrize(
    ("means", "past", "lacking"),
    [
        (BoardMeans(people((FIRST_PURCHASE, 50, 0, 0), (REGULAR, 50, 0, 0)), None), past_of([]), "no_forecast"),
        (means_of((FIRST_PURCHASE, BEST, 50, 1.0), (REGULAR, BEST, 50, 2.0)), past_of([(FIRST_PURCHASE, 9, 90, 0)]), "few_seen"),
        # enough people, too few of them moved
        (
            with_movers(means_of((FIRST_PURCHASE, BEST, 50, 1.0), (REGULAR, BEST, 9, 2.0)), "climb", (FIRST_PURCHASE, BEST, 9, 2.0)),
            past_of([(FIRST_PURCHASE, 90, 0, 0)], climbed=[(FIRST_PURCHASE, 9, 0, 0)]),
            "few_seen",
        ),
    ],
)
def test_what_cannot_be_told_is_not_told(means, past, lacking):
    found = move_worth(means, past, FIRST_PURCHASE, BEST)
    assert (found.lacking, found.most_worth_spending) == (lacking, None)


def test_ten_seen_are_enough_and_nine_are_not():
    means = with_movers(means_of((FIRST_PURCHASE, BEST, 50, 1.0), (REGULAR, BEST, 9, 2.0)), "climb", (FIRST_PURCHASE, BEST, 10, 2.0))
    ten = past_of([(FIRST_PURCHASE, 10, 0, 0)], climbed=[(FIRST_PURCHASE, 10, 0, 0)])
    assert move_worth(means, ten, FIRST_PURCHASE, BEST).lacking is None


def test_who_has_brought_exactly_nothing_is_counted(tmp_path):
    workspace = make_tiny_shop(tmp_path / "gift.duckdb", [*LINES, ("16", "gift", "2026-04-01", "0.00", None, "sale")])
    with workspace.marts(Question(), flat_limits) as marts:
        assert rung_board(marts, customer_values(marts)).brought_nothing == 1
    workspace.close()


def test_a_move_down_in_value_is_worth_nothing():
    means = with_movers(means_of((FIRST_PURCHASE, BEST, 50, 9.0), (REGULAR, BEST, 50, 2.0)), "climb", (FIRST_PURCHASE, BEST, 45, 2.0))
    found = move_worth(means, past_of([(FIRST_PURCHASE, 90, 0, 0)], climbed=[(FIRST_PURCHASE, 45, 0, 0)]), FIRST_PURCHASE, BEST)
    assert (found.gain, found.most_worth_spending) == (0.0, 0.0)


@given(st.data())
def test_the_most_worth_spending_never_exceeds_what_is_gained(data):
    def table(least, most):
        cells = data.draw(st.lists(st.integers(least, most), min_size=RUNGS * 3, max_size=RUNGS * 3))
        return np.array(cells).reshape(RUNGS, 3)

    money = table(-900, 9000).astype(np.float64)
    means, then = BoardMeans(table(0, 60), money, movers={"climb": money[::-1], "hold": money / 2}), table(0, 40)
    moved = np.minimum(table(0, 40), then)
    past = RungsSince(date(2025, 1, 1), 12.0, then, moved, moved, moved, table(0, 9).sum(axis=1), *NOBODY)
    for rung in CUSTOMER_RUNGS:
        for tier in range(3):
            found = move_worth(means, past, rung, tier)
            if found.most_worth_spending is not None:
                assert 0 <= found.most_worth_spending <= found.gain
                assert 0 <= found.chance <= 1 and found.moved.of >= 10  # nobody comes back here: no chances to buy are given
                assert min(found.moved.share, moved[rung].sum() / then[rung].sum()) <= found.chance + 1e-12
            assert (found.lacking is None) == (found.most_worth_spending is not None)


def test_a_chance_lies_between_the_cells_own_and_the_rungs():
    assert shrunk(share_of(0, 10), share_of(30, 100)) == pytest.approx(1.5 / 15)
    with pytest.raises(ValueError):
        shrunk(share_of(0, 0), share_of(0, 0))


def test_the_cells_add_up_to_the_ladder(lived):
    found, values, board = lived
    rungs = {rung.name: rung for rung in found.rungs}
    assert sum(cell.customers for cell in board.cells) == found.customers == board.customers == 240
    for name in ("first_purchase", "regular", "lapsed"):
        cells = [cell for cell in board.cells if cell.rung == name]
        assert sum(cell.customers for cell in cells) == rungs[name].customers
        assert sum(cell.customers * cell.brought for cell in cells) == pytest.approx(rungs[name].margin)
        assert sum(cell.at_risk or 0 for cell in cells) == (rungs[name].at_risk or 0)
    assert sum(rung.predicted_total for rung in board.rungs) == pytest.approx(values.predicted.sum())
    assert {tier.tier: tier.customers for tier in board.tiers} == dict.fromkeys(("best", "middle", "lowest"), 80)
    told = [cell for cell in board.cells if cell.most_worth_spending is not None]
    assert len(told) > 3
    assert all(0 <= cell.most_worth_spending <= cell.gain for cell in told)


def test_the_past_is_the_board_of_that_day(tmp_path):
    """No look-ahead: for given thresholds everybody is counted where the board of the earlier day had them."""
    workspace = make_living_shop(tmp_path / "living.duckdb")
    with workspace.marts(Question(), flat_limits) as marts:
        past = rungs_since(marts, is_margin=True)
    with workspace.marts(Question(as_of=past.day), flat_limits) as marts:
        then = rung_board(marts, customer_values(marts))
    workspace.close()
    tiers = [name for name, _ in TIERS]
    counted = {(NAMES[rung], tier): int(past.people[rung, place]) for rung in CUSTOMER_RUNGS for place, tier in enumerate(tiers)}
    assert {cell: customers for cell, customers in counted.items() if customers} == {
        (cell.rung, cell.tier): cell.customers for cell in then.cells
    }


def test_a_cells_customers_are_its_people_the_most_promising_first(living, lived):
    _, values, board = lived
    seen: list[str] = []
    with ask(living, Question()) as marts:
        for cell in board.cells:
            found = cell_customers(marts, values, cell.rung, cell.tier)
            assert len(found) == cell.customers
            assert sum(one.brought for one in found) == pytest.approx(cell.customers * cell.brought)
            assert sum(one.predicted for one in found) == pytest.approx(cell.customers * cell.predicted)
            ahead = [one.predicted for one in found]
            assert ahead == sorted(ahead, reverse=True)
            seen += [one.customer_id for one in found]
        assert cell_customers(marts, values, "lapsed", "best", most=3) == cell_customers(marts, values, "lapsed", "best")[:3]
    assert sorted(seen) == sorted(values.customer_id.tolist())


def test_a_cells_customers_have_the_names_of_the_list(tmp_path):
    workspace = make_tiny_shop(tmp_path / "names.duckdb")
    with workspace.cursor() as cursor:
        cursor.execute("update customers set name = '=Dan''s' where customer_id = 'dan'")
    with workspace.marts(Question(), flat_limits) as marts:
        (found,) = cell_customers(marts, customer_values(marts), "lapsed", "middle")
    workspace.close()
    assert (found.customer_id, found.name, found.last_purchase, found.silent_days) == ("dan", "=Dan's", date(2026, 2, 21), 48)
    assert (found.brought, found.predicted, found.chance_to_buy) == (45.0, None, None)


def test_one_customer_alone_stands_in_one_cell(tmp_path):
    workspace = make_tiny_shop(tmp_path / "one.duckdb", LINES[:1])
    with ask(workspace, Question()) as marts:
        board = rung_board(marts, customer_values(marts))
        assert [(cell.rung, cell.tier, cell.customers, cell.brought) for cell in board.cells] == [("first_purchase", "best", 1, 10.0)]
        assert (board.past_day, board.past_months) == (date(2026, 1, 5), 0.0)
        assert len(cell_customers(marts, customer_values(marts), "first_purchase", "best")) == 1
    workspace.close()


def test_every_cell_has_advice_of_its_own():
    assert set(BOARD_STRATEGIES) == {(NAMES[rung], tier) for rung in CUSTOMER_RUNGS for tier, _ in TIERS}
    assert len({one.advice for one in BOARD_STRATEGIES.values()}) == len({one.who for one in BOARD_STRATEGIES.values()}) == 12
    assert set(TIER_LABELS) == set(TIER_VERBS) == {tier for tier, _ in TIERS}
