"""The rungs of the ladder: their numbers in the marts and their names everywhere else."""

from __future__ import annotations

PROSPECT, VISITOR, FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED = range(1, 7)

NAMES = {
    PROSPECT: "prospect",
    VISITOR: "visitor",
    FIRST_PURCHASE: "first_purchase",
    REGULAR: "regular",
    ADVOCATE: "advocate",
    LAPSED: "lapsed",
}
