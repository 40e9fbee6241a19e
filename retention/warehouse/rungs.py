"""The rungs of the ladder: their numbers in the marts and their names everywhere else."""

from __future__ import annotations

from typing import Literal

# 0 stands in the marts for "not yet a customer"
NEW, PROSPECT, VISITOR, FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED = range(7)

NAMES = {
    PROSPECT: "prospect",
    VISITOR: "visitor",
    FIRST_PURCHASE: "first_purchase",
    REGULAR: "regular",
    ADVOCATE: "advocate",
    LAPSED: "lapsed",
}
CUSTOMER_RUNGS = (FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED)

MoveKind = Literal["new", "climbed", "stayed", "slipped", "lapsed", "came_back"]


def kind_of_move(before: int, after: int) -> MoveKind:
    """What it means to stand on one rung and later on another: the first purchase, a climb, a return, …"""
    if before == after:
        return "stayed"
    if before == NEW:
        return "new"
    if before == LAPSED:
        return "came_back"
    if after == LAPSED:
        return "lapsed"
    return "climbed" if after > before else "slipped"
