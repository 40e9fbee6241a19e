"""How steadily customers buy, each by their own waits, and how steady the people of each rung are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retention.models.history import Floats, Integers
from retention.models.proportions import Share, share_of
from retention.models.random_waits import steady_by_chance
from retention.models.regularity import STEADY, UNEVEN, YEARLY, Regularity, group_regularity, stability, variation
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.rungs import CUSTOMER_RUNGS, NAMES


@dataclass(frozen=True, eq=False)
class CustomerWaits:
    """One entry per customer who has bought, in the order of the key. Only waits that have ended count.

    code: TOO_FEW, YEARLY, STEADY or UNEVEN of models/regularity.py. gaps: how many waits; mean_gap_days, variation: their mean and their
    coefficient of variation, NaN where there is none (or no second one). days: all waits together. last, before_last: the latest two waits
    in days, 0 = none. rung: where the customer stands on the as-of day.
    """

    code: Integers
    gaps: Integers
    days: Integers
    mean_gap_days: Floats
    variation: Floats
    last: Integers
    before_last: Integers
    rung: Integers


@dataclass(frozen=True)
class StabilityOfRung:
    """How steady the customers of one rung are.

    told: those with enough purchases to tell steady from uneven; steady: so many of them buy steadily. yearly: so many others buy once a
    year, for which fewer purchases tell. steady_by_chance: how many of `told` would look steady if all bought on random days.
    regularity: of the whole rung, None = too few.
    """

    rung: str
    customers: int
    told: int
    steady: Share
    yearly: int
    steady_by_chance: float
    regularity: Regularity | None


def customer_waits(marts: Marts) -> CustomerWaits:
    """Everybody's waits between purchases and what they say; depends only on the shape of the question."""
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "gap_moments"))
        rung = engine.arrow("select rung from customers_now order by customer")["rung"].to_numpy().astype(np.int64)
    column = {name: rows[name].to_numpy().astype(np.int64) for name in rows.column_names}
    gaps, days, squared = (column[name] for name in ("gaps", "gap_days", "squared_gap_days"))
    return CustomerWaits(
        code=stability(gaps, days, squared, column["shortest_gap_days"], column["longest_gap_days"]),
        gaps=gaps,
        days=days,
        mean_gap_days=np.where(gaps > 0, days / np.maximum(gaps, 1), np.nan),
        variation=variation(gaps, days, squared),
        last=column["last_gap_days"],
        before_last=column["gap_days_before_last"],
        rung=rung,
    )


def stability_by_rung(marts: Marts, waits: CustomerWaits | None = None) -> tuple[StabilityOfRung, ...]:
    """How steady each rung of customers is, from the lowest up, the lapsed last; a rung without people stands there with nobody.

    waits: those of the same marts, where somebody keeps them; read anew otherwise.
    """
    found = customer_waits(marts) if waits is None else waits
    return tuple(_of(NAMES[rung], found, np.flatnonzero(found.rung == rung)) for rung in CUSTOMER_RUNGS)


def chance_steady(waits: CustomerWaits, members: Integers) -> float:
    """How many of these customers (places) of whom it can be told would look steady if everybody bought at random."""
    told = members[are_told(waits)[members]]
    return float(steady_by_chance(waits.gaps[told], waits.days[told]).sum())


def are_told(waits: CustomerWaits) -> NDArray[np.bool_]:
    """Who can be told to be steady or uneven; those who buy once a year are neither."""
    return np.asarray((waits.code == STEADY) | (waits.code == UNEVEN))


def _of(name: str, waits: CustomerWaits, members: Integers) -> StabilityOfRung:
    codes = waits.code[members]
    told, steady = int(are_told(waits)[members].sum()), int((codes == STEADY).sum())
    return StabilityOfRung(
        rung=name,
        customers=len(members),
        told=told,
        steady=share_of(steady, told),
        yearly=int((codes == YEARLY).sum()),
        steady_by_chance=chance_steady(waits, members),
        regularity=group_regularity(waits.last[members], waits.before_last[members]),
    )
