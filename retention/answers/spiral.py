"""The ladder as a spiral: how many turns customers take, what each turn adds, and how the second differs from the first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from retention.answers.customer_months import margin_share_of, money_of
from retention.answers.interest_tables import store_interests
from retention.answers.turn_differences import MOST_PEOPLE, Difference, differences
from retention.answers.turn_rows import TurnRows
from retention.models.mean_interval import mean_interval
from retention.models.proportions import Share, share_of
from retention.sentence import Sentence, sentence
from retention.warehouse import Marts
from retention.warehouse.engine import sql_text

LAST_NUMBER = 4  # the fourth turn and all later ones stand together


@dataclass(frozen=True)
class Turns:
    """Turns of one kind, on average; money in major units, None where there is none to tell from.

    money: brought in the turn, returns taken off (those before the first purchase in turn 1); low, high: where that average lies 95 times
    in 100 (None below 20 turns). days: from the first purchase of the turn to its last. check: sales per purchase. adopters: turns in
    which something never bought before was bought, of those with a known category or product; new_sales: what that brought in the turn,
    per turn.
    """

    turns: int
    total: float
    money: float | None
    low: float | None
    high: float | None
    purchases: float | None
    days: float | None
    check: float | None
    adopters: Share | None
    new_sales: float | None


@dataclass(frozen=True)
class Turn:
    """All first turns, or second, …; number 4 holds the later ones too. customers: how many have reached it.

    money: brought in it so far per customer who reached it. over: turns that a lapse has ended. going_on: unfinished ones, whose figures
    will still grow: compare only those that are over.
    """

    number: int
    customers: int
    total: float
    money: float
    over: Turns
    going_on: Turns


@dataclass(frozen=True)
class Spiral:
    """Turns of all customers up to the as-of day; money in margin where is_margin, else in sales, major units.

    by_turns: customers who have taken one turn so far, two, three, four or more. came_back: of those who ever lapsed, so far.
    days_away: half of the returns came within so many days after the last purchase. interest: "category" or "product", whichever adoption
    is told by; None = the data know neither. differences: second turn against first, of the same people, whose second turn is over too;
    pairs: how many were compared.
    """

    as_of: date
    currency: str | None
    is_margin: bool
    customers: int
    by_turns: tuple[int, ...]
    came_back: Share
    returns: int
    days_away: float | None
    turns: tuple[Turn, ...]
    interest: str | None
    pairs: int
    differences: tuple[Difference, ...]
    missing: tuple[Sentence, ...]

    @property
    def second_turns_over(self) -> int:
        """Customers whose second turn is over."""
        return self.turns[1].over.turns if len(self.turns) > 1 else 0

    @property
    def is_sample(self) -> bool:
        """More customers than those compared have a second turn that is over."""
        return self.second_turns_over > MOST_PEOPLE


def spiral(marts: Marts) -> Spiral:
    """The turns behind the spiral view. One pass over the customers' days, one over their sales by category."""
    is_margin = margin_share_of(marts) is not None
    with marts.engine() as engine:
        table = engine.arrow(sql_text("answers", "turns"))
        interests = store_interests(engine)
        pairs, compared = differences(marts, engine, is_margin)
        bought = None if interests is None else engine.arrow(sql_text("answers", "turn_interests"))
    rows = TurnRows.read(marts, table, bought, money_of(marts, table, is_margin))
    lapsed = int((rows.is_over & (rows.turn == 1)).sum())
    returned = np.flatnonzero(rows.turn > 1)
    reached = [int((rows.turn == number).sum()) for number in range(1, LAST_NUMBER + 1)]
    away = rows.first_day[returned] - rows.last_day[returned - 1]
    return Spiral(
        as_of=marts.facts.as_of,
        currency=marts.facts.currency,
        is_margin=is_margin,
        customers=reached[0],
        by_turns=tuple(here - further for here, further in zip(reached, [*reached[1:], 0], strict=True)),
        came_back=share_of(reached[1], lapsed),
        returns=len(returned),
        days_away=float(np.median(away)) if len(away) else None,
        turns=tuple(_turn(rows, number) for number in range(1, LAST_NUMBER + 1) if (rows.turn == number).any()),
        interest=interests.kind if interests else None,
        pairs=pairs,
        differences=compared,
        missing=tuple(_missing(marts, is_margin, interests is not None)),
    )


def _turn(rows: TurnRows, number: int) -> Turn:
    here = rows.turn >= number if number == LAST_NUMBER else rows.turn == number
    customers, total = int((rows.turn == number).sum()), float(rows.money[here].sum())
    return Turn(number, customers, total, total / customers, _turns(rows, here & rows.is_over), _turns(rows, here & ~rows.is_over))


def _turns(rows: TurnRows, here: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Turns:
    turns, total, adopters, new_sales = int(here.sum()), float(rows.money[here].sum()), None, None
    if not turns:
        return Turns(0, 0.0, None, None, None, None, None, None, None, None)
    known = here & (rows.interests > 0)
    if known.any():
        adopters = share_of(int((rows.new_interests[known] > 0).sum()), int(known.sum()))
        new_sales = float(rows.new_sales[known].mean())
    mean = mean_interval(rows.money[here])
    return Turns(
        turns=turns,
        total=total,
        money=mean.mean,
        low=mean.low,
        high=mean.high,
        purchases=float(rows.purchases[here].mean()),
        days=float((rows.last_day - rows.first_day)[here].mean()),
        check=float(rows.sales[here].sum() / rows.purchases[here].sum()),
        adopters=adopters,
        new_sales=new_sales,
    )


def _missing(marts: Marts, is_margin: bool, has_interests: bool) -> list[Sentence]:
    reasons = []
    if not is_margin:
        reasons.append(sentence("The margin is not known, so turns are counted in sales: set the margin share in the sidebar."))
    if not has_interests and marts.question.categories:
        reasons.append(
            sentence(
                "Whether customers take up something new cannot be told from fewer than two categories: choose at least two categories in"
                " the sidebar, or clear that filter."
            )
        )
    elif not has_interests:
        reasons.append(
            sentence(
                "Whether customers take up something new cannot be told: add a column with the category or the product to the sales, and"
                " each turn shows how many did and what that brought."
            )
        )
    return reasons
