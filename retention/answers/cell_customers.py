"""The people of one cell of the board by name: whom to write to, those who should bring the most first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.customer_groups import TIERS
from retention.answers.customer_values import CustomerValues
from retention.answers.rung_board import tier_places
from retention.models.history import Integers
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number, day_of
from retention.warehouse.rungs import NAMES


@dataclass(frozen=True)
class CellCustomer:
    """One customer of a cell; money in major units, in margin where the board is.

    name: None where the data hold none. predicted, chance_to_buy: within the months ahead; None where single customers are not told apart.
    """

    customer_id: str
    name: str | None
    last_purchase: date
    silent_days: int
    brought: float
    predicted: float | None
    chance_to_buy: float | None


def cell_customers(marts: Marts, values: CustomerValues, rung: str, tier: str, most: int | None = None) -> tuple[CellCustomer, ...]:
    """The customers of that rung and tier, the highest predicted value first (what they have brought, where nothing is predicted).

    most: so many of them only. Of equals the earlier in the order of the key comes first.
    """
    is_told = values.fits is not None and values.fits.tells_customers_apart
    predicted, chance = (values.predicted, values.chance_to_buy) if is_told else (None, None)
    is_there = np.isin(values.rung, [number for number, name in NAMES.items() if name == rung])
    places = np.flatnonzero(is_there & (tier_places(values) == [name for name, _ in TIERS].index(tier)))
    ranked = places[np.argsort(-(values.historic if predicted is None else predicted)[places], kind="stable")][:most]
    names = names_of(marts, values.customer[ranked])
    as_of = day_number(values.as_of)
    return tuple(
        CellCustomer(
            customer_id=str(values.customer_id[place]),
            name=names.get(int(values.customer[place])),
            last_purchase=day_of(int(values.last_day[place])),
            silent_days=as_of - int(values.last_day[place]),
            brought=float(values.historic[place]),
            predicted=None if predicted is None else float(predicted[place]),
            chance_to_buy=None if chance is None else float(chance[place]),
        )
        for place in ranked.tolist()
    )


def names_of(marts: Marts, customers: Integers) -> dict[int, str]:
    """The names of these customers (keys), as far as the data hold any."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "customer_names"), {"customers": str(customers.tolist())})
    return dict(zip(rows["customer"].to_pylist(), rows["name"].to_pylist(), strict=True))
