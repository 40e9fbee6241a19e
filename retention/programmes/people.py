"""How many customers stand on each rung with a programme, month by month, and how much of its effect on them is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from retention.models.history import Floats
from retention.programmes.business import LAPSED, MONTHS_IN_YEAR, Business
from retention.programmes.programme import Effect, Figure, set_value
from retention.programmes.wearing_off import WearingOff


@dataclass(frozen=True, eq=False)
class People:
    """Customers with the programme, counted when a month begins.

    more, worn, there_anyway, buying_anyway: sums over all months, a row per rung, an entry per scenario (or one for all): of those more
    than without it; of all those there times what is left of the effect; of those there without it too; of these times what they still
    buy of what they would have bought. monthly_…: of the set values, a row per month, a column per rung. more_at_end: customers more on
    each rung after the last month; won: newcomers in all months. worth_…, worn and newcomers (won in all months): people counted as what
    they are worth, which is what they buy; the others count heads, who take part and bring others along.
    """

    more: Floats
    worth_more: Floats
    worn: Sequence[Floats]
    there_anyway: Floats
    buying_anyway: Sequence[Floats]
    newcomers: Floats
    monthly_more: Floats
    monthly_worth: Floats
    monthly_left: Floats
    monthly_newcomers: Floats
    more_at_end: Floats
    worth_at_end: Floats
    won: float


@dataclass(frozen=True, eq=False)
class _Flow:
    """People who stand elsewhere a month later because of the programme: how many for each in the row `place`, and where.

    rate: per person and month before anything has worn off, held between lowest and highest where those are told; to: what one of them
    adds to each row. A row counts the heads on a rung; where newcomers are worth more or less than others, a second row for each rung
    counts how much, in heads. is_won: they are newcomers, or what these are worth more.
    """

    place: int
    rate: Figure
    to: Floats
    bounds: tuple[float, float] | None = None
    is_of_lapses: bool = False
    is_won: bool = False

    def now(self, people: Floats, wearing: WearingOff) -> Floats:
        """How many flow in this month."""
        rate = self.rate * (wearing.lapses_left if self.is_of_lapses else wearing.left)
        flowing: Floats = people * (rate if self.bounds is None else np.clip(rate, *self.bounds))
        return flowing


def follow(business: Business, effects: Sequence[Effect], stocks: Floats, scenarios: int) -> People:
    """The people of every month; stocks: those without the programme, a row per month and one after the last; effects: one per rung."""
    months, rungs = len(stocks) - 1, len(business.rungs)
    flows = [flow for place, effect in enumerate(effects) for flow in _flows(business, place, effect)]
    width = scenarios if flows else 1  # without flows nobody stands elsewhere, in whichever scenario
    rows = max([rungs, *(len(flow.to) for flow in flows)])
    if rows > rungs:  # who is worth more comes and goes like everybody
        flows += [replace(flow, place=rungs + flow.place, to=np.pad(flow.to, (rungs, 0))) for flow in flows if not flow.is_won]
    # each column says where one more goes: first who is more in a row and moves like everybody there, then who flows
    moves = np.hstack([np.kron(np.eye(rows // rungs), np.array(business.moves).T), *(_padded(flow.to, rows)[:, None] for flow in flows)])
    people_more = np.zeros((rows + len(flows), width))
    ahead, flowing = people_more[:rows], people_more[rows:]
    more, there, newcomers, won = np.zeros((rows, width)), np.zeros((rungs, width)), np.zeros(width), 0.0
    worn: list[Floats] = [np.zeros(1)] * rungs
    buying: list[Floats | None] = [np.zeros(1) if np.any(np.asarray(effect.sales_growth) < 1) else None for effect in effects]
    monthly_more, monthly_left, monthly_newcomers = np.zeros((months, rows)), np.zeros((months, rungs)), np.zeros(months)
    wearings = _wearings(effects)
    for month, without in enumerate(np.pad(stocks[:-1], ((0, 0), (0, rows - rungs)))[:, :, None]):
        people = without + ahead
        worth = _of_both(people, rungs)
        anyway = np.minimum(people[:rungs], without[:rungs]) if flows else people
        more += ahead
        there += anyway
        for place, (effect, wearing) in enumerate(zip(effects, wearings, strict=True)):
            worn[place] = worn[place] + worth[place] * wearing.left
            if (bought := buying[place]) is not None:
                buying[place] = bought + anyway[place] * np.minimum(1.0, 1 + (effect.sales_growth - 1) * wearing.left)
        monthly_more[month], monthly_left[month] = ahead[:, 0], [set_value(wearing.left) for wearing in wearings]
        for row, flow in enumerate(flows):
            flowing[row] = flow.now(people[flow.place], wearings[flow.place % rungs])
            if flow.is_won:
                newcomers += flowing[row]
                monthly_newcomers[month] += flowing[row, 0]
                won += flowing[row, 0] if len(flow.to) == rungs else 0.0
        if flows:
            ahead[:] = moves @ people_more
        for wearing in {id(one): one for one in wearings}.values():
            wearing.next_month()
    return People(
        more=more[:rungs],
        worth_more=_of_both(more, rungs),
        worn=worn,
        there_anyway=there,
        buying_anyway=[there[place] if bought is None else bought for place, bought in enumerate(buying)],
        newcomers=newcomers,
        monthly_more=monthly_more[:, :rungs],
        monthly_worth=_of_both(monthly_more.T, rungs).T,
        monthly_left=monthly_left,
        monthly_newcomers=monthly_newcomers,
        more_at_end=ahead[:rungs, 0].copy(),
        worth_at_end=_of_both(ahead, rungs),
        won=float(won),
    )


def _padded(to: Floats, rows: int) -> Floats:
    """What one more adds to each row, with nothing for the rows it does not know."""
    return np.pad(to, (0, rows - len(to)))


def _of_both(rows: Floats, rungs: int) -> Floats:
    """Heads on each rung, and what these are worth more where that is counted."""
    return rows if len(rows) == rungs else rows[:rungs] + rows[rungs:]


def _wearings(effects: Sequence[Effect]) -> list[WearingOff]:
    """How each rung's effect wears off; rungs on which it does so alike share one."""
    known: dict[tuple[float, ...], WearingOff] = {}
    lives = [(effect.half_life_months, effect.lapses_half_life_months) for effect in effects]
    marks = [tuple(id(life) if isinstance(life, np.ndarray) else -1.0 if life is None else life for life in pair) for pair in lives]
    return [known.setdefault(mark, WearingOff(effect)) for mark, effect in zip(marks, effects, strict=True)]


def _flows(business: Business, place: int, effect: Effect) -> list[_Flow]:
    """Who goes elsewhere because of the effect on one rung: newcomers brought along, lapsed who return, people who lapse less or more."""
    rungs = len(business.rungs)
    found = []
    brought = effect.uptake * effect.new_customers_yearly / MONTHS_IN_YEAR
    is_other_worth = bool(np.any(np.asarray(effect.newcomer_worth) != 1))
    if np.any(brought):
        found.append(_Flow(place, brought, np.eye(rungs)[0], is_won=True))
        if is_other_worth:
            found.append(_Flow(place, brought * (effect.newcomer_worth - 1), np.eye(2 * rungs)[rungs], is_won=True))
    if (moved := _moved(business, place, effect)) is not None:
        found.append(moved)
    return found


def _moved(business: Business, place: int, effect: Effect) -> _Flow | None:
    """Lapsed who return besides those who would anyway, or people who lapse less or more."""
    lapsed = business.place(LAPSED)
    if lapsed is None:
        return None
    row, steps = np.array(business.moves[place]), np.eye(len(business.rungs))
    if place == lapsed:
        returns = 1 - row[lapsed]
        more = returns * np.asarray(effect.more_returns * effect.uptake)
        if not (returns > 0 and np.any(more)):
            return None
        # who comes back in addition goes where those go who come back anyway
        return _Flow(place, more, np.where(steps[lapsed] == 1, 0.0, row / returns) - steps[lapsed], (-np.inf, 1 - returns))
    lapses = row[lapsed]
    fewer = lapses * np.asarray(effect.fewer_lapses * effect.uptake)
    if not (lapses > 0 and np.any(fewer)):
        return None
    # who is kept goes where those go who do not lapse; where all lapse, they stay
    stays = np.where(steps[lapsed] == 1, 0.0, row / (1 - lapses)) if lapses < 1 else steps[place]
    return _Flow(place, fewer, stays - steps[lapsed], (lapses - 1, lapses), is_of_lapses=True)
