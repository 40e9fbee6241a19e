"""Equations the data must satisfy: each check returns the rows that break it; no rows = good."""

from __future__ import annotations

from dataclasses import dataclass

from retention.sentence import N_
from retention.warehouse.engine import Engine, sql_text


@dataclass(frozen=True)
class Check:
    """One equation: `broken` says in words what its rows show, `is_about_data` tells a doubt about the file from a fault of ours."""

    name: str
    holds: str
    broken: str
    is_about_data: bool


@dataclass(frozen=True)
class Checked:
    """A check and how many rows broke it."""

    check: Check
    rows: int


ALL = (
    Check(
        "days_add_up_to_lines",
        N_("Customers' purchase days add up to their sales."),
        N_("Customers' purchase days do not add up to their sales."),
        False,
    ),
    Check("rungs_add_up", N_("Every customer stands on exactly one rung."), N_("Some customers stand on no rung, or on two."), False),
    Check(
        "spells_follow_each_other",
        N_("Every customer's time on the ladder has no holes and no overlaps."),
        N_("Some customers' time on the ladder has holes or overlaps."),
        False,
    ),
    Check(
        "moves_add_up_to_rungs",
        N_("Arrivals less departures give the customers on each rung."),
        N_("Arrivals less departures do not give the customers on each rung."),
        False,
    ),
    Check(
        "orders_of_two_customers",
        N_("Every order belongs to one customer."),
        N_("Some order numbers belong to several customers: look whether numbers start anew each year or in each shop."),
        True,
    ),
    Check(
        "lines_in_two_imports",
        N_("No order line came in twice."),
        N_("Some order lines came in with two imports and are counted twice: take one of the imports back if they overlap."),
        True,
    ),
    Check(
        "lines_in_other_money",
        N_("All order lines are in one currency."),
        N_("Some order lines are in another currency and are added up as they stand: take their import back, and load it with its rate."),
        True,
    ),
    Check(
        "returns_without_purchase",
        N_("Every return has an earlier purchase in the data."),
        N_("Some customers only have returns: their purchases lie before the data. They stand on no rung."),
        True,
    ),
    Check(
        "spend_outside_the_data",
        N_("All spend lies in the days covered by sales."),
        N_("Some spend lies outside the days covered by sales and is left out of the costs."),
        True,
    ),
)


def run_checks(engine: Engine) -> tuple[Checked, ...]:
    """Every check with the number of rows that break it, in a fixed order."""
    counted = (engine.arrow(f"select count(*) as n from ({sql_text('checks', check.name)})") for check in ALL)
    return tuple(Checked(check, int(table["n"][0].as_py())) for check, table in zip(ALL, counted, strict=True))
