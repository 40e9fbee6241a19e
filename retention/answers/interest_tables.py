"""What customers buy, reduced to one row per customer, day and interest: the tables behind every answer about interests."""

from __future__ import annotations

from dataclasses import dataclass

from retention.warehouse.engine import DuckDB

BY_CATEGORY, BY_PRODUCT = 0, 1
TOLD_APART = 2  # fewer kinds of goods than this show no interest


@dataclass(frozen=True)
class InterestNames:
    """What stands for an interest, and its names in the order of their numbers (1, 2, …), the one with most money first.

    kind: "category", or "product" where the sales name fewer than two categories.
    """

    kind: str
    names: tuple[str, ...]


def store_interests(engine: DuckDB) -> InterestNames | None:
    """The names, after `interest_names` and `interest_days` stand ready on this cursor, for as long as it is open.

    None where the sales tell no goods apart: neither two categories nor two products.
    """
    for kind, by_product in (("category", BY_CATEGORY), ("product", BY_PRODUCT)):
        engine.store_for_now("interest_names", {"by_product": by_product})
        names = engine.arrow("select * from interest_names order by interest")
        if names.num_rows >= TOLD_APART:
            engine.store_for_now("interest_days", {"by_product": by_product})
            return InterestNames(kind, tuple(names["name"].to_pylist()))
    return None
