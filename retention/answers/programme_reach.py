"""Who gets a programme: by rung and profit tier what each would be paid, what for, and the most that makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from retention.answers.customer_values import CustomerValues
from retention.answers.reach_groups import REACTIONS, ReachGroup, reach_groups
from retention.answers.rung_board import RungBoard
from retention.models.history import Floats, Integers
from retention.programmes import by_name
from retention.programmes.business import Business
from retention.programmes.rung_groups import GroupOutcome, group_outcomes
from retention.programmes.scenario import Scenario


@dataclass(frozen=True)
class ReachCell:
    """The customers of one rung and tier who are offered the programme; money in major units, per participant, over all its months.

    participants: how many of the customers take part. sales: theirs without the programme, as the business says; forecast: as the forecast
    customer by customer says (None without one). reward, of which anyway for what would have happened anyway. must_bring: reward and
    participants' costs, which the margin on more sales has to cover. brings: that margin, and what customers kept or won by it bring later;
    it lies between brings_low and brings_high 90 times in 100. ceiling: the board's most worth spending on one of them, in margin; None =
    not told. sensible: the highest reward that loses nothing: brings less participants' costs, what they bring themselves never above the
    ceiling (is_capped: it is); what their friends bring has none. chance_for_nothing: share of the futures in which it pays more for what
    would have happened anyway than it brings.
    """

    rung: str
    tier: str
    customers: int
    participants: float
    sales: float
    forecast: float | None
    reward: float
    anyway: float
    must_bring: float
    brings: float
    brings_low: float
    brings_high: float
    ceiling: float | None
    sensible: float
    sensible_low: float
    sensible_high: float
    is_capped: bool
    chance_for_nothing: float

    @property
    def is_for_nothing(self) -> bool:
        """Whether it pays more for what would have happened anyway than it brings, each assumption as set."""
        return self.anyway > self.brings

    @property
    def is_sensible(self) -> bool:
        """Whether the reward is no more than makes sense."""
        return self.reward <= self.sensible


@dataclass(frozen=True, eq=False)
class ProgrammeReach:
    """The programme by rung and tier, and one entry per customer in the order of the values it was made from.

    cells: those who are offered it. left_out: customers by (rung, tier) who are not. cell: the place of each customer's cell in `cells`,
    -1 = not offered. sales, reward, anyway: of each customer if they take part.
    """

    currency: str | None
    months: int
    margin_share: float
    cells: tuple[ReachCell, ...]
    left_out: Mapping[tuple[str, str], int]
    cell: Integers
    sales: Floats
    reward: Floats
    anyway: Floats

    @property
    def participants(self) -> float:
        """How many take part."""
        return sum(cell.participants for cell in self.cells)

    @property
    def paid_anyway(self) -> float:
        """Reward for what would have happened anyway, of all participants."""
        return sum(cell.participants * cell.anyway for cell in self.cells)

    @property
    def sales_and_forecast(self) -> tuple[float, float] | None:
        """What everybody it is offered to buys without it, as the business says and as the forecast does; None without a forecast."""
        told = [(cell.customers * cell.sales, cell.customers * cell.forecast) for cell in self.cells if cell.forecast is not None]
        return (sum(sales for sales, _ in told), sum(forecast for _, forecast in told)) if told else None

    @property
    def for_nothing(self) -> tuple[ReachCell, ...]:
        """The cells that it would subsidise for nothing."""
        return tuple(cell for cell in self.cells if cell.is_for_nothing)

    def at(self, rung: str, tier: str) -> ReachCell | None:
        """The cell of that rung and tier; None where nobody of it is offered the programme."""
        return next((cell for cell in self.cells if (cell.rung, cell.tier) == (rung, tier)), None)


def programme_reach(
    values: CustomerValues,
    board: RungBoard | None,
    business: Business,
    scenario: Scenario,
    responses: Mapping[str, float] = REACTIONS["alike"],
    annual_discount_rate: float = 0.10,
) -> ProgrammeReach:
    """Who would get the programme of the scenario, for the customers of these values; business: the same shop as programmes see it.

    responses: by tier how much of the programme's effect shows, against what the scenario assumes. board: for the ceilings.
    """
    fitted = scenario.fitted(business)
    groups = reach_groups(values, business, responses, fitted.months)
    outcomes = group_outcomes(
        by_name(fitted.programme),
        business,
        dict(fitted.values),
        [group.group for group in groups],
        offered=fitted.offered,
        months=fitted.months,
        annual_discount_rate=annual_discount_rate,
    )
    found: list[ReachCell] = []
    left_out: dict[tuple[str, str], int] = {}
    of_customer = np.full(len(values.rung), -1)
    sales, reward, anyway = (np.zeros(len(values.rung)) for _ in range(3))
    for group, outcome in zip(groups, outcomes, strict=True):
        members, names = group.members, (group.rung, group.tier)
        if outcome is None or outcome.participants <= 0:
            left_out[names] = len(members)
            continue
        of_customer[members] = len(found)
        cell = _cell(group, outcome, _ceiling(board, *names, business.margin_share))
        found.append(cell)
        flat = outcome.reward_flat / outcome.participants
        sales[members] = cell.sales * group.shares
        for each, whole in ((reward, cell.reward), (anyway, cell.anyway)):
            same_for_all = min(flat, whole)
            each[members] = same_for_all + (whole - same_for_all) * group.shares
    return ProgrammeReach(
        currency=values.currency,
        months=fitted.months,
        margin_share=business.margin_share,
        cells=tuple(found),
        left_out=left_out,
        cell=of_customer,
        sales=sales,
        reward=reward,
        anyway=anyway,
    )


def _ceiling(board: RungBoard | None, rung: str, tier: str, margin_share: float) -> float | None:
    """The board's most worth spending on one of them, in margin."""
    cell = None if board is None else board.cell(rung, tier)
    if board is None or cell is None or cell.most_worth_spending is None:
        return None
    return cell.most_worth_spending if board.is_margin else cell.most_worth_spending * margin_share


def _cell(group: ReachGroup, outcome: GroupOutcome, ceiling: float | None) -> ReachCell:
    """One cell, everything per participant."""
    count = outcome.participants
    member_cost = outcome.member_cost / count
    by_friends = outcome.from_friends / outcome.brings if outcome.brings > 0 else 0.0

    def sensible(brings: float) -> float:
        friends, own = brings / count * by_friends, brings / count * (1 - by_friends)
        return max(0.0, friends + (own if ceiling is None else min(own, ceiling)) - member_cost)

    return ReachCell(
        rung=group.rung,
        tier=group.tier,
        customers=len(group.members),
        participants=count,
        sales=outcome.sales_before / count,
        forecast=group.forecast,
        reward=outcome.reward / count,
        anyway=outcome.reward_anyway / count,
        must_bring=outcome.reward / count + member_cost,
        brings=outcome.brings / count,
        brings_low=outcome.brings_low / count,
        brings_high=outcome.brings_high / count,
        ceiling=ceiling,
        sensible=sensible(outcome.brings),
        sensible_low=sensible(outcome.brings_low),
        sensible_high=sensible(outcome.brings_high),
        is_capped=ceiling is not None and ceiling < outcome.brings / count * (1 - by_friends),
        chance_for_nothing=outcome.chance_for_nothing,
    )
