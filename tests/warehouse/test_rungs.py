"""What each move on the ladder is called."""

from __future__ import annotations

import pytest

from retention.warehouse.rungs import ADVOCATE, FIRST_PURCHASE, LAPSED, NEW, REGULAR, kind_of_move

MOVES = [
    (NEW, FIRST_PURCHASE, "new"),
    (NEW, LAPSED, "new"),  # came and went between the two dates
    (FIRST_PURCHASE, FIRST_PURCHASE, "stayed"),
    (FIRST_PURCHASE, ADVOCATE, "climbed"),
    (ADVOCATE, REGULAR, "slipped"),
    (ADVOCATE, LAPSED, "lapsed"),
    (LAPSED, REGULAR, "came_back"),
    (LAPSED, LAPSED, "stayed"),
]


@pytest.mark.parametrize(("before", "after", "kind"), MOVES)
def test_a_move_has_one_name(before, after, kind):
    assert kind_of_move(before, after) == kind
