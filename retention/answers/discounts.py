"""What was taken off the price: on customers' first purchases, and on their later ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retention.answers.channel_names import channel_key
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text
from retention.warehouse.facts import day_number, month_of

THE_WINDOW = 0  # the "month" of the whole window in discounts_by_month.sql


@dataclass(frozen=True)
class Discounts:
    """Discounts given in some time, in major units, with the purchases (days with a purchase) they are counted from.

    first: on first-ever purchases; later: on all that followed. discounted_first, discounted_later: how many of them carried a discount.
    Nothing is taken off for goods brought back on another day: files do not say what discount goes back with them.
    """

    first: float = 0.0
    later: float = 0.0
    first_purchases: int = 0
    later_purchases: int = 0
    discounted_first: int = 0
    discounted_later: int = 0


def discounts_in_window(marts: Marts) -> Discounts | None:
    """Discounts given in the window of the question; None where no order in the data carries one."""
    found = _by_month(marts)
    return None if found is None else found.get(THE_WINDOW, Discounts())


def discounts_by_month(marts: Marts) -> dict[date, Discounts] | None:
    """The same for each month with purchases, by its first day; None where no order in the data carries a discount."""
    found = _by_month(marts)
    return None if found is None else {month_of(month): one for month, one in found.items() if month != THE_WINDOW}


def discounts_by_channel(marts: Marts, first_day: date, last_day: date) -> dict[str, tuple[float, float]]:
    """Discounts on first and on later purchases from one day to another, by the key of the channel that won the customer, major units.

    A customer's channel is the one in the list of customers, else that of the first order; the empty key is for those without one.
    """
    period = {"first_day": day_number(first_day), "last_day": day_number(last_day)}
    with marts.engine() as engine:
        given = engine.arrow(sql_text("answers", "discounts_by_customer"), period).to_pylist()
        firsts = engine.arrow(sql_text("answers", "customer_firsts"))
    channels = dict(zip(firsts["customer"].to_pylist(), firsts["channel"].to_pylist(), strict=True))
    sums: dict[str, tuple[int, int]] = {}
    for row in given:
        key = channel_key(channels.get(row["customer"]))
        first, later = sums.get(key, (0, 0))
        sums[key] = first + row["first_discount"], later + row["later_discount"]
    return {key: (marts.facts.major(first), marts.facts.major(later)) for key, (first, later) in sums.items()}


def _by_month(marts: Marts) -> dict[int, Discounts] | None:
    with marts.engine() as engine:
        rows = engine.arrow(sql_text("answers", "discounts_by_month")).to_pylist()
    if not any(row["first_discount"] or row["later_discount"] for row in rows):
        return None
    return {
        row["month"]: Discounts(
            marts.facts.major(row["first_discount"]),
            marts.facts.major(row["later_discount"]),
            row["first_purchases"],
            row["later_purchases"],
            row["discounted_first"],
            row["discounted_later"],
        )
        for row in rows
    }
