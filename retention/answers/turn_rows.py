"""One entry per customer and turn, with what the customer bought in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from retention.models.history import Floats, Integers
from retention.warehouse import Marts

MOST_TURNS = 1 << 20  # a turn takes at least a day


@dataclass(frozen=True, eq=False)
class TurnRows:
    """Columns of equal length, the turns of each customer one after another; days since 1970-01-01, money in major units.

    sales, money (margin where it is known, else sales): returns taken off, those before the first purchase in turn 1. interests: how
    many different categories (or products) were bought in the turn, 0 where none is known; new_interests: those never bought before, what
    the customer came with on the first day aside; new_sales: what these brought in the turn.
    """

    customer: Integers
    turn: Integers
    is_over: NDArray[np.bool_]
    first_day: Integers
    last_day: Integers
    purchases: Integers
    sales: Floats
    money: Floats
    interests: Integers
    new_interests: Integers
    new_sales: Floats

    @classmethod
    def read(cls, marts: Marts, table: pa.Table, bought: pa.Table | None, money: Floats) -> TurnRows:
        """The answers `turns` and `turn_interests` (None = no categories) side by side, both in the order of customer and turn."""

        def whole(source: pa.Table, name: str) -> Integers:
            return np.asarray(source[name].to_numpy(), np.int64)

        customer, turn = whole(table, "customer"), whole(table, "turn")
        interests, new_interests, new_sales = np.zeros_like(turn), np.zeros_like(turn), np.zeros(len(turn))
        if bought is not None:
            place = np.searchsorted(customer * MOST_TURNS + turn, whole(bought, "customer") * MOST_TURNS + whole(bought, "turn"))
            interests[place], new_interests[place] = whole(bought, "interests"), whole(bought, "new_interests")
            new_sales[place] = whole(bought, "new_value") / marts.facts.minor_units
        return cls(
            customer=customer,
            turn=turn,
            is_over=whole(table, "is_over") == 1,
            first_day=whole(table, "first_day"),
            last_day=whole(table, "last_day"),
            purchases=whole(table, "purchases"),
            sales=whole(table, "value") / marts.facts.minor_units,
            money=money,
            interests=interests,
            new_interests=new_interests,
            new_sales=new_sales,
        )
