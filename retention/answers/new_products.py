"""Who takes up new products: by the rung people stood on before the products came, and how soon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import mannwhitneyu

from retention.models.history import Floats
from retention.models.proportions import BEYOND_NOISE, Share, chance_of_no_difference, chances_of_many, share_of
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES, NEW

SETTLING_DAYS = 30  # a product sold within the first days of the history may be an old one
FEWEST_ADOPTERS = 10  # with fewer, nothing is said of how soon
MOST_PRODUCTS = 10


@dataclass(frozen=True)
class NewProduct:
    """A product sold for the first time in the window: that day, how many customers bought it, and its sales since in major units."""

    name: str
    first_day: date
    customers: int
    sales: float


@dataclass(frozen=True)
class AdoptionOfRung:
    """The people who stood on one rung the evening before the window ("none" = not yet customers) and bought something in it.

    adopters: so many of them bought at least one new product. median_wait_days: half of the adopters waited no longer, each counted by the
    mean of their own waits since the shop first sold the product; None with fewer than FEWEST_ADOPTERS.
    """

    rung: str
    adopters: Share
    median_wait_days: float | None


@dataclass(frozen=True)
class Difference:
    """Two rungs that differ by more than chance: the one that takes up more (or sooner), and the other."""

    ahead: AdoptionOfRung
    behind: AdoptionOfRung


@dataclass(frozen=True)
class NewProducts:
    """What was sold for the first time in the window and who took it up; new customers stand apart and are compared with nobody.

    is_by_product: counted in products; else in categories, because the sales name no products. known: how many of them the sales name at
    all; sold: how many were sold in the window; new: so many of those for the first time, and bought by a known customer; newest_day: when
    the newest of all was first sold.
    more_often, sooner: the surest difference between two rungs that is beyond noise (Holm over all comparisons made); None = there is none.
    """

    window_first_day: date
    as_of: date
    currency: str | None
    is_by_product: bool
    known: int
    sold: int
    new: int
    newest_day: date | None
    best: tuple[NewProduct, ...]
    rungs: tuple[AdoptionOfRung, ...]
    more_often: Difference | None
    sooner: Difference | None


@dataclass(frozen=True, eq=False)
class _Group:
    told: AdoptionOfRung
    waits: Floats


def new_products(marts: Marts) -> NewProducts:
    """The products that are new in the question's window, and which rung takes them up; depends only on the shape of the question."""
    with marts.engine() as engine:
        sold = {row["kind"]: row for row in engine.arrow(sql_text("answers", "products_sold")).to_pylist()}
        is_by_product = "product" in sold
        asked = {"is_by_product": int(is_by_product), "settling_days": SETTLING_DAYS}
        engine.store_for_now("first_sales", asked)
        products = engine.arrow(sql_text("answers", "new_products"), asked)
        buyers = engine.arrow(sql_text("answers", "new_product_buyers"), asked)
    column = {name: buyers[name].to_numpy().astype(np.int64) for name in buyers.column_names}
    groups = [_group(column, rung) for rung in (NEW, *CUSTOMER_RUNGS)] if products.num_rows else []
    more_often, sooner = _differences(groups[1:])
    named = sold.get("product") or sold.get("category")
    return NewProducts(
        window_first_day=marts.facts.window_first_day,
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_by_product=is_by_product,
        known=named["known"] if named else 0,
        sold=named["sold"] if named else 0,
        new=products.num_rows,
        newest_day=day_of(named["newest_day"]) if named else None,
        best=tuple(
            NewProduct(row["product"], day_of(row["first_day"]), row["customers"], marts.facts.major(row["value"]))
            for row in products.slice(0, MOST_PRODUCTS).to_pylist()
        ),
        rungs=tuple(one.told for one in groups if one.told.adopters.of),
        more_often=more_often,
        sooner=sooner,
    )


def _group(column: Mapping[str, NDArray[np.int64]], rung: int) -> _Group:
    here = column["rung"] == rung
    adopted = here & (column["products"] > 0)
    waits = column["wait_days"][adopted] / column["products"][adopted]
    median = float(np.median(waits)) if len(waits) >= FEWEST_ADOPTERS else None
    return _Group(AdoptionOfRung(NAMES.get(rung, "none"), share_of(len(waits), int(here.sum())), median), waits)


def _differences(groups: list[_Group]) -> tuple[Difference | None, Difference | None]:
    """The surest difference in shares and the one in waits that chance does not explain; all pairs of rungs are asked at once."""
    pairs = [(a, b) for a, b in combinations(groups, 2) if a.told.adopters.of and b.told.adopters.of]
    timed = [(a, b) for a, b in pairs if min(len(a.waits), len(b.waits)) >= FEWEST_ADOPTERS]
    shares = [(a.told.adopters, b.told.adopters) for a, b in pairs]
    of_shares = [chance_of_no_difference(a.count, a.of, b.count, b.of) for a, b in shares]
    of_waits = [float(mannwhitneyu(a.waits, b.waits).pvalue) for a, b in timed]
    chances = chances_of_many([*of_shares, *of_waits])
    leads = [a.count / a.of - b.count / b.of for a, b in shares]
    waited_less = [float(np.median(b.waits) - np.median(a.waits)) for a, b in timed]
    return _surest(pairs, leads, chances[: len(pairs)]), _surest(timed, waited_less, chances[len(pairs) :])


def _surest(pairs: list[tuple[_Group, _Group]], leads: list[float], chances: tuple[float, ...]) -> Difference | None:
    """leads: by how much the first of each pair is ahead of the second."""
    real = [place for place, chance in enumerate(chances) if chance < BEYOND_NOISE and leads[place] != 0]
    if not real:
        return None
    place = min(real, key=lambda one: (chances[one], -abs(leads[one])))
    first, second = (group.told for group in pairs[place])
    return Difference(first, second) if leads[place] > 0 else Difference(second, first)
