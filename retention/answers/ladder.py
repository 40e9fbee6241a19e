"""Who stands on which rung of the loyalty ladder, and how many climb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from retention.answers.reach_counts import people_before_purchase
from retention.metrics import AT_RISK_CUSTOMERS, CUSTOMERS, MARGIN, MARGIN_PER_CUSTOMER, REVENUE, REVENUE_PER_CUSTOMER, measure
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.rungs import ADVOCATE, FIRST_PURCHASE, LAPSED, NAMES, REGULAR, VISITOR

RUNG_METRICS = (CUSTOMERS, REVENUE, MARGIN, REVENUE_PER_CUSTOMER, MARGIN_PER_CUSTOMER, AT_RISK_CUSTOMERS)


@dataclass(frozen=True)
class Rung:
    """One rung: people, money in major units. None = the data do not tell.

    share: of all customers (prospects and visitors are not customers yet). conversion: the share of the people on the rung below,
    or ever on it, who reached this one. is_confirmed is False for advocates where nothing in the data shows recommendation.
    """

    name: str
    customers: int | None
    share: float | None
    at_risk: int | None
    revenue: float | None
    margin: float | None
    revenue_per_customer: float | None
    margin_per_customer: float | None
    conversion: float | None
    is_confirmed: bool


@dataclass(frozen=True)
class Ladder:
    """The ladder at the end of the as-of day.

    candidates: regulars, not at risk, with at least twice the purchase days a regular needs: advocates by behaviour only.
    thresholds: what decides about the rungs; days are None where nobody has ever come back.
    """

    as_of: date
    currency: str | None
    customers: int
    rungs: tuple[Rung, ...]
    candidates: int
    is_advocacy_known: bool
    thresholds: Mapping[str, float | int | None]


def ladder(marts: Marts) -> Ladder:
    """The ladder behind the ladder page and the `ladder` command."""
    with marts.engine() as engine:
        measured = measure(engine, RUNG_METRICS, marts.parameters, by="rung").to_pylist()
        climbs = engine.arrow(sql_text("answers", "ladder_climbs")).to_pylist()[0]
        acquired = int(engine.arrow("select acquired from cost_window")["acquired"][0].as_py())
        thresholds = _thresholds(marts, engine)
    by_rung = {row["rung"]: row for row in measured}
    total = sum(row["customers"] for row in measured)
    before = people_before_purchase(marts)
    prospects = before.at("reached")
    visitors = before.at("enquired") if before.at("visited") is None else before.at("visited")
    is_known = bool(climbs["recommenders"]) or bool(climbs["is_discounting"])
    conversions = {
        VISITOR: _share(visitors, prospects),
        FIRST_PURCHASE: _share(acquired, visitors),
        REGULAR: _share(climbs["ever_regular"], climbs["ever_customer"]),
        ADVOCATE: _share(climbs["ever_advocate"], climbs["ever_regular"]) if is_known else None,
    }
    rungs = (
        _people_only("prospect", prospects, None),
        _people_only("visitor", visitors, conversions[VISITOR]),
        *(
            _customers_on(marts, rung, by_rung.get(rung, {}), total, conversions.get(rung), is_known or rung != ADVOCATE)
            for rung in (FIRST_PURCHASE, REGULAR, ADVOCATE, LAPSED)
        ),
    )
    return Ladder(marts.facts.as_of, marts.facts.currency, total, rungs, int(climbs["candidates"]), is_known, thresholds)


def _customers_on(
    marts: Marts, rung: int, row: Mapping[str, float | int | None], total: int, conversion: float | None, is_confirmed: bool
) -> Rung:
    money = {name: _major(marts, row.get(name)) for name in ("revenue", "margin", "revenue_per_customer", "margin_per_customer")}
    customers = int(row.get("customers") or 0)
    if not customers:
        money |= {"revenue": 0.0, "margin": 0.0}
    return Rung(
        name=NAMES[rung],
        customers=customers,
        share=_share(customers, total),
        at_risk=None if rung == LAPSED else int(row.get("at_risk_customers") or 0),
        conversion=conversion,
        is_confirmed=is_confirmed,
        **money,
    )


def _people_only(name: str, people: int | None, conversion: float | None) -> Rung:
    return Rung(name, people, None, None, None, None, None, None, conversion, people is not None)


def _thresholds(marts: Marts, engine: DuckDB) -> dict[str, float | int | None]:
    limits = engine.arrow("select * from gap_limits order by repeat_purchases limit 2").to_pylist()
    asked = marts.question
    found: dict[str, float | int | None] = {
        "regular_from": asked.regular_from,
        "at_risk_quantile": asked.at_risk_quantile,
        "lapsed_quantile": asked.lapsed_quantile,
        "advocate_score": asked.advocate_score,
        "full_price_streak": asked.full_price_streak,
    }
    for name, row in zip(("one_purchase", "two_purchases"), limits, strict=False):
        for limit in ("at_risk", "lapsed"):
            days = row[f"{limit}_flat_days"]
            found[f"{name}_{limit}_after_days"] = None if days >= 2147483647 else days
    return found


def _share(part: int | None, whole: int | None) -> float | None:
    return None if part is None or not whole else part / whole


def _major(marts: Marts, minor: float | int | None) -> float | None:
    return None if minor is None else marts.facts.major(minor)
