"""One customer on one card: history, standing, what to expect, what they were offered, whom they brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from retention.answers.customer_months import margin_share_of
from retention.answers.customer_outlook import History, Outlook, outlook
from retention.answers.fits import Fits
from retention.sentence import Refusal, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, Parameter, sql_text
from retention.warehouse.facts import day_of
from retention.warehouse.rungs import NAMES

MOST_PURCHASES = 200
NEVER_DAYS = 2**31 - 1  # the limit of those who cannot be called silent for too long

Row = dict[str, Any]  # one row of a SELECT as Arrow gives it: the columns named at its place of use


@dataclass(frozen=True)
class PurchaseDay:
    """A day with purchases, or with returns only (orders 0); money in major units. gap_days: since the purchase day before."""

    day: date
    orders: int
    sales: float
    margin: float | None
    gap_days: int | None


@dataclass(frozen=True)
class Spell:
    """A stretch on one rung: from the first day up to and including the last one; None = it still lasts."""

    first_day: date
    last_day: date | None
    rung: str
    turn: int


@dataclass(frozen=True)
class Offer:
    """A campaign the customer was part of; arm: offer, or control (left alone on purpose, to compare with)."""

    campaign: str
    offer: str | None
    arm: str
    day: date | None
    outcome: str | None
    reason: str | None


@dataclass(frozen=True)
class Feedback:
    """What the customer said; score 0 to 10."""

    day: date | None
    score: int | None
    reason: str | None
    comment: str | None


@dataclass(frozen=True)
class Person:
    """Another customer and what they have brought, in major units; None where they have not bought or the margin is not known."""

    customer_id: str
    name: str | None
    sales: float | None
    margin: float | None


@dataclass(frozen=True)
class CustomerCard:
    """Everything known about one customer at the end of the as-of day; money in major units.

    margin: None where a cost is missing and no margin share was given. silent_days: since the last purchase day; at_risk_after_days,
    lapsed_after_days: the silence that is still normal for this customer, None where nobody ever came back.
    purchases: the latest MOST_PURCHASES days with purchases or returns, the latest first; purchase_days, orders, sales and margin are
    those of all. outlook: what to expect within the months ahead; None where too few have bought to forecast.
    brought: people named in the list of customers as brought by this one, who then bought.
    """

    customer_id: str
    name: str | None
    tags: str | None
    acquired_channel: str | None
    as_of: date
    currency: str | None
    first_day: date
    last_day: date
    rung: str
    on_rung_since: date
    turn: int
    is_at_risk: bool
    silent_days: int
    at_risk_after_days: int | None
    lapsed_after_days: int | None
    purchase_days: int
    orders: int
    sales: float
    margin: float | None
    purchases: tuple[PurchaseDay, ...]
    spells: tuple[Spell, ...]
    outlook: Outlook | None
    offers: tuple[Offer, ...]
    feedback: tuple[Feedback, ...]
    brought_by: Person | None
    brought: tuple[Person, ...]


def customer_card(marts: Marts, fits: Fits | None, customer_id: str) -> CustomerCard:
    """The card of one customer. Raises Refusal when nobody of that id has bought by the as-of day."""
    with marts.engine() as engine:
        found = _rows(engine, "customer_standing", customer_id=customer_id)
        if not found or found[0]["customer"] is None:
            raise Refusal(sentence("Nobody with the customer id {id} has bought by then: check the id and the filters.", id=customer_id))
        now = found[0]
        days, spells = (_rows(engine, name, customer=now["customer"]) for name in ("customer_days", "customer_spells"))
        offers, said, brought = (
            _rows(engine, name, customer_id=customer_id) for name in ("customer_offers", "customer_feedback", "customer_brought")
        )
        bringer = _rows(engine, "customer_standing", customer_id=now["referred_by"]) if now["referred_by"] else []
    sales, margin = _money(marts, now)
    at_risk_after, lapsed_after = (None if days >= NEVER_DAYS else days for days in (now["at_risk_after_days"], now["lapsed_after_days"]))
    return CustomerCard(
        customer_id=customer_id,
        name=now["name"],
        tags=now["tags"],
        acquired_channel=now["acquired_channel"],
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        first_day=day_of(now["first_day"]),
        last_day=day_of(now["last_day"]),
        rung=NAMES[now["rung"]],
        on_rung_since=day_of(now["on_rung_since_day"]),
        turn=now["turn"],
        is_at_risk=bool(now["is_at_risk"]),
        silent_days=now["silent_days"],
        at_risk_after_days=at_risk_after,
        lapsed_after_days=lapsed_after,
        purchase_days=now["purchase_days"],
        orders=now["orders"],
        sales=sales or 0.0,
        margin=margin,
        purchases=tuple(
            PurchaseDay(day_of(row["day"]), row["orders"], marts.facts.major(row["value"]), _money(marts, row)[1], row["gap_days"])
            for row in days[:MOST_PURCHASES]
        ),
        spells=tuple(_spell(marts, row) for row in spells),
        outlook=_outlook(marts, fits, now, days),
        offers=tuple(Offer(row["campaign"], row["offer"], row["arm"], _day(row["day"]), row["outcome"], row["reason"]) for row in offers),
        feedback=tuple(Feedback(_day(row["day"]), row["score"], row["reason"], row["comment"]) for row in said),
        brought_by=None if now["referred_by"] is None else _person(marts, bringer[0] if bringer else {"customer_id": now["referred_by"]}),
        brought=tuple(_person(marts, row) for row in brought),
    )


def _rows(engine: DuckDB, name: str, **parameters: Parameter) -> list[Row]:
    rows: list[Row] = engine.arrow(sql_text("answers", name), parameters).to_pylist()
    return rows


def _money(marts: Marts, row: Row) -> tuple[float | None, float | None]:
    """Sales and margin in major units, as far as they are known."""
    if row.get("value") is None:
        return None, None
    share, uncosted = marts.question.margin_share, row["uncosted_value"]
    known = share is not None or not uncosted
    return marts.facts.major(row["value"]), marts.facts.major(row["margin"] + (share or 0.0) * uncosted) if known else None


def _person(marts: Marts, row: Row) -> Person:
    return Person(row["customer_id"], row.get("name"), *_money(marts, row))


def _spell(marts: Marts, row: Row) -> Spell:
    last = day_of(row["to_day"] - 1)
    return Spell(day_of(row["from_day"]), None if last >= marts.facts.as_of else last, NAMES[row["rung"]], row["turn"])


def _outlook(marts: Marts, fits: Fits | None, now: Row, days: list[Row]) -> Outlook | None:
    if fits is None:
        return None
    paid = [row["value"] for row in days if row["orders"] and row["value"] > 0]
    mean = marts.facts.major(sum(paid) / len(paid)) if paid else 0.0
    lasted = now["last_day"] - now["first_day"]
    history = History(now["purchase_days"] - 1, lasted, lasted + now["silent_days"], len(paid), mean)
    asked = marts.question
    return outlook(fits, history, asked.horizon_months, asked.annual_discount_rate, margin_share_of(marts))


def _day(number: int | None) -> date | None:
    return None if number is None else day_of(number)
