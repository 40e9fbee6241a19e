"""The board of rungs and profit tiers: who stands in each cell, what they are worth, and the most worth spending to move one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from retention.answers.board_worth import Aim, BoardMeans, Lacking, added, move_worth
from retention.answers.customer_groups import TIERS, by_tier
from retention.answers.customer_values import CustomerValues
from retention.answers.rungs_since import RungsSince, rungs_since
from retention.models.history import Integers, Yes
from retention.models.proportions import Share
from retention.warehouse import Marts
from retention.warehouse.rungs import CUSTOMER_RUNGS, LAPSED, NAMES


@dataclass(frozen=True)
class BoardCell:
    """The customers of one rung and one tier; money in major units, means per customer.

    rung, tier: by their names ("regular"; "best", "middle", "lowest"). at_risk: None for the lapsed, who are beyond it.
    brought: so far. predicted: in the months ahead; None where so few have bought that parts of them are not told apart.
    aim: what spending on them is for: "climb" to the next rung up that has people, "come_back" for the lapsed, "hold" for the highest rung.
    aim_rungs: the rungs they go to (for "hold": fall to), by name. aim_value: what one of them is expected to bring after the move, by
    what those who made it are expected to bring now: aim_people from this cell, drawn towards all of the rung where they are few.
    gain: what such a move is worth, never below 0. moved: how many such people of the past have made it. chance: the same, drawn towards
    the rung's own rate, because few are few; for the lapsed what the forecast says, because the lapsed of the past were silent for less
    long, and aim_value is then what one who does come back is expected to bring: predicted ÷ chance. most_worth_spending: gain × chance,
    a ceiling per head; None for the reason in `lacking`.
    """

    rung: str
    tier: str
    customers: int
    at_risk: int | None
    brought: float
    predicted: float | None
    aim: Aim
    aim_rungs: tuple[str, ...]
    aim_value: float | None
    aim_people: int
    gain: float | None
    moved: Share
    chance: float | None
    most_worth_spending: float | None
    lacking: Lacking | None


@dataclass(frozen=True)
class RungWorth:
    """The customers of one rung: how many, what one of them is expected to bring in the months ahead, and all of them together."""

    rung: str
    customers: int
    predicted: float | None
    predicted_total: float | None


@dataclass(frozen=True)
class Tier:
    """A third of all customers by what they have brought so far: how many, and the least and the most one of them has brought."""

    tier: str
    customers: int
    lowest: float
    highest: float


@dataclass(frozen=True)
class RungBoard:
    """The board on the as-of day. Cells, rungs and tiers without customers are left out; money in margin where is_margin, else in sales.

    brought_nothing: customers who have brought nothing, or a loss. past_day, past_months: where the chances were counted from, and how
    many months that is; fewer than horizon_months in a short history.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    horizon_months: int
    customers: int
    brought_nothing: int
    past_day: date
    past_months: float
    rungs: tuple[RungWorth, ...]
    tiers: tuple[Tier, ...]
    cells: tuple[BoardCell, ...]

    def cell(self, rung: str, tier: str) -> BoardCell | None:
        """The cell of that rung and tier; None where nobody stands in it."""
        return next((cell for cell in self.cells if (cell.rung, cell.tier) == (rung, tier)), None)


def rung_board(marts: Marts, values: CustomerValues) -> RungBoard:
    """The board behind the ladder page; values: of the same data and question.

    Most worth spending = max(0, V(after the move) - V(here)) × (moved + 5 × rate of the rung) / (people + 5), the value after the move
    being what exactly those who made it since the past day are expected to bring today; see BoardMeans.change.
    """
    tier = tier_places(values)
    is_told = values.predicted is not None and values.fits is not None and values.fits.tells_customers_apart
    past = rungs_since(marts, values.is_margin)
    means = BoardMeans.of(values.rung, tier, None)
    if is_told and values.predicted is not None:
        today = values.predicted[np.searchsorted(values.customer, past.customer)]
        moved: tuple[tuple[Aim, Yes], ...] = (("climb", past.has_climbed), ("hold", past.has_lapsed))
        means = replace(
            BoardMeans.of(values.rung, tier, values.predicted, values.chance_to_buy),
            movers={aim: added(past.place[these], today[these]) for aim, these in moved},
        )
    return RungBoard(
        as_of=values.as_of,
        currency=values.currency,
        is_margin=values.is_margin,
        horizon_months=values.horizon_months,
        customers=len(values.rung),
        brought_nothing=int(np.count_nonzero(values.historic <= 0)),
        past_day=past.day,
        past_months=past.months,
        rungs=tuple(
            RungWorth(NAMES[rung], means.customers(rung), means.value(rung), means.total(rung))
            for rung in CUSTOMER_RUNGS
            if means.customers(rung)
        ),
        tiers=_tiers(values, tier),
        cells=_cells(values, tier, means, past),
    )


def tier_places(values: CustomerValues) -> Integers:
    """For each customer the place of their third in customer_groups.TIERS; a customer alone is the best third."""
    grouping = values.groupings.get("tier")
    return by_tier(values.historic).places if grouping is None else grouping.places


def _tiers(values: CustomerValues, tier: Integers) -> tuple[Tier, ...]:
    brought = {name: values.historic[tier == place] for place, (name, _) in enumerate(TIERS)}
    return tuple(Tier(name, len(these), float(these.min()), float(these.max())) for name, these in brought.items() if len(these))


def _cells(values: CustomerValues, tier: Integers, means: BoardMeans, past: RungsSince) -> tuple[BoardCell, ...]:
    brought = BoardMeans.of(values.rung, tier, values.historic)
    at_risk = BoardMeans.of(values.rung[values.is_at_risk], tier[values.is_at_risk], None)
    cells = []
    for rung in CUSTOMER_RUNGS:
        for place, (name, _) in enumerate(TIERS):
            mean = brought.value(rung, place)
            if mean is None:
                continue
            move = move_worth(means, past, rung, place)
            cells.append(
                BoardCell(
                    rung=NAMES[rung],
                    tier=name,
                    customers=means.customers(rung, place),
                    at_risk=None if rung == LAPSED else at_risk.customers(rung, place),
                    brought=mean,
                    predicted=means.value(rung, place),
                    aim=move.aim,
                    aim_rungs=tuple(NAMES[to] for to in move.aim_rungs),
                    aim_value=move.aim_value,
                    aim_people=move.aim_people,
                    gain=move.gain,
                    moved=move.moved,
                    chance=move.chance,
                    most_worth_spending=move.most_worth_spending,
                    lacking=move.lacking,
                )
            )
    return tuple(cells)
