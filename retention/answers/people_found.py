"""The customers that filters leave: how many, what they bring, and who they are, those who bring the most first."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from retention.answers.customer_groups import TIERS
from retention.answers.people import People
from retention.models.history import Floats, Integers, Yes
from retention.models.regularity import CLASSES
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import NAMES

SHOWN = 100
ONLY = ("worth_showing", "brought_others", "at_risk")
TIER_NAMES = tuple(name for name, _ in TIERS)


@dataclass(frozen=True)
class Wanted:
    """What filters ask for: any of these rungs, steadiness classes and thirds by money (empty = all), and all of `only` at once."""

    rungs: tuple[str, ...] = ()
    stability: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class PeopleFound:
    """Those who fit; the shares are of all customers and of all money (None where nothing was brought). Money in major units.

    margin: None where it is not known of all of them. first: the places of the first SHOWN, the most money first.
    """

    customers: int
    customer_share: float
    sales: float
    margin: float | None
    money_share: float | None
    first: Integers


def find_people(found: People, wanted: Wanted, marked: Sequence[str] = ()) -> PeopleFound:
    """How many fit and what they bring. marked: the ids marked by hand as worth showing."""
    places = places_of(found, wanted, marked)
    total, margin = float(found.money.sum()), float(found.margin[places].sum())
    return PeopleFound(
        customers=len(places),
        customer_share=len(places) / max(len(found), 1),
        sales=float(found.sales[places].sum()),
        margin=None if math.isnan(margin) else margin,
        money_share=float(found.money[places].sum()) / total if total > 0 else None,
        first=places[:SHOWN].copy(),  # a view would keep everybody's places alive
    )


def places_of(found: People, wanted: Wanted, marked: Sequence[str] = ()) -> Integers:
    """The places of everybody who fits, the most money first."""
    if wanted == Wanted():
        return found.by_money
    fits = np.ones(len(found), np.bool_)
    for names, numbers, column in (
        (wanted.rungs, NAMES, found.rung),
        (wanted.stability, CLASSES, found.waits.code),
        (wanted.tiers, dict(enumerate(TIER_NAMES)), found.tier),
    ):
        if names and column is not None:
            fits &= np.isin(column, [number for number, name in numbers.items() if name in names])
    for name in wanted.only:
        fits &= _is(found, name, marked)
    return found.by_money[fits[found.by_money]]


def people_rows(found: People, places: Integers, marked: Sequence[str] = ()) -> list[dict[str, object]]:
    """One row per customer at these places, in their order; what is not known is None."""
    ids = found.customer_id.take(places)
    is_marked = np.asarray(pc.is_in(ids, value_set=pa.array(marked, ids.type)), np.bool_)
    columns: Mapping[str, Sequence[object]] = {
        "customer_id": ids.to_pylist(),
        "name": found.name.take(places).to_pylist(),
        "rung": [NAMES[number] for number in found.rung[places].tolist()],
        "is_at_risk": found.is_at_risk[places].tolist(),
        "stability": [CLASSES[code] for code in found.waits.code[places].tolist()],
        "purchases": (found.waits.gaps[places] + 1).tolist(),
        "mean_gap_days": _known(found.waits.mean_gap_days[places]),
        "last_day": [day_of(number) for number in found.last_day[places].tolist()],
        "tier": [None] * len(places) if found.tier is None else [TIER_NAMES[number] for number in found.tier[places].tolist()],
        "sales": found.sales[places].tolist(),
        "margin": _known(found.margin[places]),
        "worth_showing": (found.is_tagged[places] | is_marked).tolist(),
        "brought": found.brought[places].tolist(),
        "brought_money": found.brought_money[places].tolist(),
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _is(found: People, name: str, marked: Sequence[str]) -> Yes:
    match name:
        case "worth_showing":
            return found.is_worth_showing(marked)
        case "brought_others":
            return np.asarray(found.brought > 0)
        case "at_risk":
            return found.is_at_risk
    raise KeyError(name)


def _known(figures: Floats) -> list[float | None]:
    return [None if math.isnan(figure) else figure for figure in figures.tolist()]
