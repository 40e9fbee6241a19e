"""Month by month: who came, climbed, slipped, lapsed and came back, and how many stood on each rung at each month's end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from retention.warehouse import Marts
from retention.warehouse.facts import last_whole_month, month_number, month_of
from retention.warehouse.rungs import ADVOCATE, CUSTOMER_RUNGS, FIRST_PURCHASE, LAPSED, REGULAR, kind_of_move


@dataclass(frozen=True)
class MonthOfMoves:
    """One month: moves counted in moves (who lapses and comes back within it is counted in both), people on each rung at its end.

    month: its first day. is_complete: False for the last month where the as-of day comes before its end.
    new, climbed, slipped, lapsed, came_back: moves in the month. on_…: people on the evening of its last day, or of the as-of day.
    """

    month: date
    is_complete: bool
    new: int
    climbed: int
    slipped: int
    lapsed: int
    came_back: int
    on_first_purchase: int
    on_regular: int
    on_advocate: int
    on_lapsed: int


def month_moves(marts: Marts) -> tuple[MonthOfMoves, ...]:
    """Each month from the first customer's to the as-of day's; nothing where there are no customers."""
    with marts.engine() as engine:
        rows = engine.arrow("select month, rung_before, rung, customers from rung_moves").to_pylist()
    return months_of(rows, marts.facts.as_of)


def months_of(rows: Iterable[Mapping[str, int]], as_of: date) -> tuple[MonthOfMoves, ...]:
    """The months from counted moves (month index, rung_before, rung, customers); stocks are running sums of arrivals less departures."""
    by_month: dict[int, list[Mapping[str, int]]] = {}
    for row in rows:
        by_month.setdefault(row["month"], []).append(row)
    if not by_month:
        return ()
    last, last_whole = month_number(as_of), last_whole_month(as_of)
    stocks = dict.fromkeys(CUSTOMER_RUNGS, 0)
    found = []
    for month in range(min(by_month), last + 1):
        kinds = dict.fromkeys(("new", "climbed", "slipped", "lapsed", "came_back"), 0)
        for row in by_month.get(month, ()):
            kinds[kind_of_move(row["rung_before"], row["rung"])] += row["customers"]
            stocks[row["rung"]] += row["customers"]
            if row["rung_before"] in stocks:
                stocks[row["rung_before"]] -= row["customers"]
        found.append(
            MonthOfMoves(
                month=month_of(month),
                is_complete=month <= last_whole,
                on_first_purchase=stocks[FIRST_PURCHASE],
                on_regular=stocks[REGULAR],
                on_advocate=stocks[ADVOCATE],
                on_lapsed=stocks[LAPSED],
                **kinds,
            )
        )
    return tuple(found)
