"""The customers a programme would be offered to by name, with what each would get: to send, to leave out, to talk over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from retention.answers.cell_customers import names_of
from retention.answers.customer_values import CustomerValues
from retention.answers.programme_reach import ProgrammeReach, ReachCell
from retention.warehouse import Marts
from retention.warehouse.facts import day_of

# everybody who is offered it; those on whom the reward is no more than makes sense; those whom it would subsidise for nothing
Which = Literal["all", "sensible", "for_nothing"]


@dataclass(frozen=True)
class ReachCustomer:
    """One customer, should they take part; money in major units, over all months of the programme.

    name: None where the data hold none. sales: expected without the programme. reward, of which anyway for what they would have bought
    anyway. sensible: the most that makes sense on one customer of their rung and tier. is_for_nothing: of that rung and tier.
    """

    customer_id: str
    name: str | None
    rung: str
    tier: str
    last_purchase: date
    sales: float
    reward: float
    anyway: float
    sensible: float
    is_for_nothing: bool


def is_listed(cell: ReachCell, which: Which) -> bool:
    """Whether the list holds the customers of this cell."""
    return which == "all" or (cell.is_sensible if which == "sensible" else cell.is_for_nothing)


def reach_customers(
    marts: Marts, values: CustomerValues, reach: ProgrammeReach, which: Which = "all", most: int | None = None
) -> tuple[ReachCustomer, ...]:
    """Those customers, the largest reward first; values: those the reach was made from. most: so many of them only.

    Of equals the earlier in the order of the key comes first.
    """
    wanted = np.array([is_listed(cell, which) for cell in reach.cells] + [False], bool)  # the last is for place -1: not offered
    places = np.flatnonzero(wanted[reach.cell])
    ranked = places[np.argsort(-reach.reward[places], kind="stable")][:most]
    names = names_of(marts, values.customer[ranked])
    rows = []
    for place in ranked.tolist():
        cell = reach.cells[int(reach.cell[place])]
        rows.append(
            ReachCustomer(
                customer_id=str(values.customer_id[place]),
                name=names.get(int(values.customer[place])),
                rung=cell.rung,
                tier=cell.tier,
                last_purchase=day_of(int(values.last_day[place])),
                sales=float(reach.sales[place]),
                reward=float(reach.reward[place]),
                anyway=float(reach.anyway[place]),
                sensible=cell.sensible,
                is_for_nothing=cell.is_for_nothing,
            )
        )
    return tuple(rows)
