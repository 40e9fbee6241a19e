"""The shop behind a programme: its customers on their rungs, how they move and what they buy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from retention.answers.best_month import BestMonth, best_month
from retention.answers.costs import Costs, costs, unfiltered
from retention.answers.month_steps import FEW, MonthSteps, month_steps
from retention.answers.rung_paces import RungPaces, YearAhead, rung_paces
from retention.models.history import Floats
from retention.programmes.business import CUSTOMERS, MONTHS_IN_YEAR, Business, Rung
from retention.sentence import Refusal, Sentence, counted, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import DuckDB, sql_text
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED, NAMES

DAYS_IN_YEAR = 365.25
SAME = 0.005  # a change that rounds to no per cent


@dataclass(frozen=True)
class Base:
    """The customers a programme would be offered to; money in major units.

    customers: who bought in the window, with their yearly pace and average check. margin_share: from the known costs of the window's sales,
    else the share set in the question, else None.
    rungs: who stands where on the as-of day (everybody ever won, the lapsed too), and what one customer there buys in a month; moves: where
    they are a month later; both as seen in the whole months from first_month to last_month (their first days). Without a whole month to
    follow anybody in: one rung for all buyers, who stay, and no newcomers. few: rungs with so few customers that their figures lean towards
    all. first_sales: a newcomer's first month, the average check where nobody came. acquisition_cost: of one, None = not known. best_month:
    None where the data are too short.
    """

    currency: str | None
    customers: int
    purchases_per_customer_year: float
    average_check: float
    margin_share: float | None
    rungs: tuple[Rung, ...]
    moves: tuple[tuple[float, ...], ...]
    counted_rungs: tuple[Rung, ...]
    counted_moves: tuple[tuple[float, ...], ...]
    paced_by: Literal["forecast", "months"] = "months"
    new_customers_per_month: float = 0.0
    first_sales: float = 0.0
    acquisition_cost: float | None = None
    months: int = 0
    first_month: date | None = None
    last_month: date | None = None
    few: tuple[str, ...] = ()
    best_month: BestMonth | None = None
    notes: tuple[Sentence, ...] = ()

    def business(self, margin_share: float | None = None) -> Business:
        """The base in the form programmes take; margin_share replaces the known one. Raises Refusal where the margin is not known."""
        known = self.margin_share if margin_share is None else margin_share
        if known is None:
            raise Refusal(sentence("The data have no cost of goods: say what share of a sale is margin, for example 0.4."))
        return Business(
            self.rungs,
            known,
            self.moves,
            self.new_customers_per_month,
            self.first_sales,
            self.acquisition_cost or 0.0,
        )


def base(marts: Marts, ahead: YearAhead | None = None, found: Costs | None = None) -> Base:
    """The customers as they stand, their pace and their moves, and what a newcomer brings and costs.

    ahead: what the forecast expects of them; without it their paces are those of the months counted. found: the costs of the question
    without its filters, where they are known already.
    """
    with marts.engine() as engine:
        row = engine.arrow(sql_text("answers", "business")).to_pylist()[0]
        buyers, orders = int(row["buyers"] or 0), int(row["orders"] or 0)
        if not buyers or not orders:
            raise Refusal(sentence("Nobody bought in this window: choose a longer window or another as-of date."))
        steps, best, standing = month_steps(marts, engine), best_month(marts, engine), _standing(engine)
    years = marts.facts.window_days / DAYS_IN_YEAR
    pace, check = orders / buyers / years, max(0.0, marts.facts.major(row["value"] / orders))
    margin = row["margin"] if not row["uncosted_value"] else None
    if margin is None and marts.question.margin_share is not None:
        margin = row["margin"] + marts.question.margin_share * row["uncosted_value"]
    rungs, moves = ((Rung(CUSTOMERS, buyers, pace / MONTHS_IN_YEAR, check),), ((1.0,),)) if steps is None else _counted(steps, standing)
    paces = None if steps is None or ahead is None else rung_paces(steps, ahead)
    few = () if steps is None else _few(steps, standing)
    return Base(
        currency=marts.facts.currency,
        customers=buyers,
        purchases_per_customer_year=pace,
        average_check=check,
        margin_share=None if margin is None or row["value"] <= 0 else margin / row["value"],
        rungs=rungs if paces is None else _paced(rungs, paces),
        moves=moves if paces is None else _rows(paces.moves),
        counted_rungs=rungs,
        counted_moves=moves,
        paced_by="months" if paces is None else "forecast",
        new_customers_per_month=0.0 if steps is None else steps.newcomers / steps.months,
        first_sales=check if steps is None or not steps.newcomers else max(0.0, steps.first_sales / steps.newcomers),
        acquisition_cost=_acquisition_cost(marts, found),
        months=0 if steps is None else steps.months,
        first_month=None if steps is None else steps.first_month,
        last_month=None if steps is None else steps.last_month,
        few=few,
        best_month=best,
        notes=(*_notes(steps, few), *(() if paces is None else (_change(paces.change),))),
    )


def _counted(steps: MonthSteps, standing: Mapping[int, int]) -> tuple[tuple[Rung, ...], tuple[tuple[float, ...], ...]]:
    figures = zip(CUSTOMER_RUNGS, steps.purchases_per_month().tolist(), steps.average_checks().tolist(), strict=True)
    rungs = tuple(Rung(NAMES[rung], standing.get(rung, 0), purchases, check) for rung, purchases, check in figures)
    return rungs, _rows(steps.shares())


def _paced(rungs: Sequence[Rung], paces: RungPaces) -> tuple[Rung, ...]:
    found = zip(rungs, paces.purchases_per_month.tolist(), strict=True)
    return tuple(replace(rung, purchases_per_month=purchases) for rung, purchases in found)


def _rows(moves: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in moves.tolist())


def _standing(engine: DuckDB) -> dict[int, int]:
    """Customers by rung on the as-of day."""
    rows = engine.arrow("select rung, count(*) as customers from customers_now group by rung").to_pylist()
    return {row["rung"]: row["customers"] for row in rows}


def _acquisition_cost(marts: Marts, found: Costs | None) -> float | None:
    """What one new customer cost in the window; spend is not split by what a filter keeps, so under one it is not known."""
    return None if unfiltered(marts.question) != marts.question else (found or costs(marts)).cac


def _few(steps: MonthSteps, standing: Mapping[int, int]) -> tuple[str, ...]:
    people = zip(CUSTOMER_RUNGS, steps.stood.tolist(), strict=True)
    return tuple(NAMES[rung] for rung, stood in people if rung != LAPSED and stood < FEW and standing.get(rung, 0))


def _notes(steps: MonthSteps | None, few: tuple[str, ...]) -> list[Sentence]:
    if steps is None:
        return [
            sentence(
                "The window has no whole month in which customers could be followed: all buyers count as one group whose pace stays"
                " as it is, and nobody new comes."
            )
        ]
    notes = []
    if steps.months < MONTHS_IN_YEAR:
        notes.append(
            counted(
                "Pace and moves are those of {count} whole month, so one season may weigh too much in them.",
                "Pace and moves are those of {count} whole months, so one season may weigh too much in them.",
                steps.months,
            )
        )
    if few:
        notes.append(
            sentence("Some rungs have had so few customers that their pace, check and lapses lean towards those of all who still buy.")
        )
    return notes


def _change(change: float) -> Sentence:
    """What following the forecast does to what today's customers buy."""
    if abs(change) < SAME:
        return sentence(
            "Going by how long each has been silent, today's customers are expected to buy about as much within a year as the last months"
            " alone would say: how often each rung buys, rises and comes back follows that forecast."
        )
    if change > 0:
        return sentence(
            "Going by how long each has been silent, today's customers are expected to buy {percent} % more within a year than the last"
            " months alone would say: how often each rung buys, rises and comes back follows that forecast.",
            percent=round(change * 100),
        )
    return sentence(
        "Going by how long each has been silent, today's customers are expected to buy {percent} % less within a year than the last months"
        " alone would say: how often each rung buys, rises and comes back follows that forecast.",
        percent=round(-change * 100),
    )
