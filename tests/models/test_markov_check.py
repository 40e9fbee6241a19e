"""Does the rung alone decide? Shops in which it does pass, shops in which the time on a rung counts too do not."""

from __future__ import annotations

import numpy as np
import pytest

from retention.models.markov_check import NOT_YET, compare, move_counts

STATES, EVENINGS = 4, 13
MOVES = np.array([[0.45, 0.20, 0.00, 0.35], [0.00, 0.80, 0.05, 0.15], [0.00, 0.10, 0.85, 0.05], [0.03, 0.04, 0.00, 0.93]])


def walked(customers: int, seed: int, is_stickier_with_time: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """Distinct paths and their customers; all begin in the first state on an evening of their own.

    Where staying grows with time, whoever has just come to a state leaves it 1.6 times as often, and half as often later.
    """
    random = np.random.default_rng(seed)
    paths = np.full((customers, EVENINGS), NOT_YET)
    begins = random.integers(0, EVENINGS, customers)
    state, since = np.zeros(customers, int), np.zeros(customers, int)
    for evening in range(EVENINGS):
        there = begins <= evening
        paths[there, evening] = state[there]
        moves = MOVES[state]
        if is_stickier_with_time:
            leaving = 1 - moves[np.arange(customers), state]
            changed = np.minimum(leaving * np.where(since == 0, 1.6, 0.5), 0.95)
            moves = moves * (changed / leaving)[:, np.newaxis]
            moves[np.arange(customers), state] = 1 - changed
        after = (moves.cumsum(axis=1) < random.random(customers)[:, np.newaxis]).sum(axis=1)
        since = np.where(there & (after == state), since + 1, 0)
        state = np.where(there, after, state)
    distinct, counts = np.unique(paths, axis=0, return_counts=True)
    return distinct, counts.astype(float)


def test_moves_are_counted_from_the_evening_somebody_became_a_customer():
    paths = np.array([[NOT_YET, 0, 1, 3], [0, 0, 3, 0]])
    assert move_counts(paths, np.array([2.0, 1.0]), 4).tolist() == [[1, 2, 0, 1], [0, 0, 0, 2], [0, 0, 0, 0], [1, 0, 0, 0]]
    assert move_counts(paths, np.array([2.0, 1.0]), 4, steps=2).tolist() == [[1, 0, 0, 3], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
    assert move_counts(paths, np.array([2.0, 1.0]), 4, steps=4).sum() == 0


def test_shares_seen_and_foretold_are_those_of_the_counts():
    paths, customers = walked(500, seed=1)
    one = move_counts(paths, customers, STATES)
    after_two = move_counts(paths, customers, STATES, steps=2)
    found = {(each.state, each.steps, each.kind): each for each in compare(paths, customers, STATES)}
    regular = found[1, 2, "active"]
    assert regular.seen == pytest.approx(after_two[1, :3].sum() / after_two[1].sum())
    plain = one / one.sum(axis=1, keepdims=True)
    assert regular.foretold == pytest.approx((plain @ plain)[1, :3].sum(), abs=0.01)  # but for the few customers every row leans towards
    assert regular.seen_low < regular.seen < regular.seen_high and regular.foretold_low < regular.foretold < regular.foretold_high
    assert regular.customers == customers[(paths[:, :-2] == 1).any(axis=1)].sum()
    assert (3, 2, "same") not in found and found[3, 2, "active"].kind == "active"


@pytest.mark.parametrize(("customers", "shops", "most"), [(200, 30, 4), (2_000, 8, 2)])
def test_where_the_rung_alone_decides_a_departure_is_as_rare_as_promised(customers, shops, most):
    alarms = sum(any(one.is_off for one in compare(*walked(customers, seed), STATES)) for seed in range(shops))
    assert alarms <= most  # one shop in twenty is promised; more than this would come about less than twice in a hundred times


@pytest.mark.parametrize("seed", range(8))
def test_where_the_time_on_a_rung_counts_it_is_found(seed):
    for customers in (200, 2_000):
        found = compare(*walked(customers, seed, is_stickier_with_time=True), STATES)
        assert any(one.is_off for one in found)
        # those who stay longer the longer they have stayed are more often still there than single periods strung together foretell
        assert all(one.seen > one.foretold for one in found if one.is_off and one.kind == "same")


def test_too_few_customers_are_not_compared():
    paths, customers = walked(25, seed=3)
    assert compare(paths, customers, STATES) == ()
    assert compare(paths[:, -1:], customers, STATES) == ()
    # nor are those who came after the last evening but one, however many
    assert compare(np.array([[NOT_YET, 0, 0, 3], [NOT_YET, NOT_YET, NOT_YET, 0]]), np.array([29.0, 5_000.0]), STATES) == ()


def test_a_crowd_without_a_past_hides_nobody_who_has_one():
    paths = np.array([[0, 0, 3, 3], [0, 1, 1, 1], [NOT_YET, NOT_YET, NOT_YET, 0]])
    few, crowd = (compare(paths, np.array([20.0, 10.0, newcomers]), STATES) for newcomers in (0.0, 1e6))
    assert few == crowd and {one.customers for one in few} == {30}
    assert all(np.isfinite([one.seen_low, one.seen_high, one.foretold_low, one.foretold_high, one.chance]).all() for one in few)


def test_a_draw_without_the_few_who_can_be_followed_says_nothing():
    paths = np.array([[NOT_YET, NOT_YET, NOT_YET, 0], [0, 1, 1, 3]])
    assert compare(paths, np.array([100.0, 1.0]), STATES) == ()  # one customer: too few to be compared, and no error
    paths = np.array([[NOT_YET] * 5, [0] * 5])
    assert all(np.isfinite(one.chance) for one in compare(paths, np.array([5.0, 1.0]), STATES))


def test_the_same_answer_every_time_and_in_every_order():
    paths, customers = walked(300, seed=5)
    assert compare(paths, customers, STATES) == compare(paths, customers, STATES)
    for one, other in zip(compare(paths, customers, STATES), compare(paths[::-1], customers[::-1], STATES), strict=True):
        assert (one.seen, one.foretold, one.customers) == pytest.approx((other.seen, other.foretold, other.customers))
