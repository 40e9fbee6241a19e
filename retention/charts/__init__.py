"""Every picture of the house: a frame goes in, a chart comes out; what was measured, modelled or decided is drawn here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

import altair as alt

from retention.charts.adoption_by_rung import adoption_by_rung
from retention.charts.average_and_next import average_and_next
from retention.charts.base_value_months import base_value_months
from retention.charts.budget_split import budget_split
from retention.charts.chance_by_purchases import chance_by_purchases
from retention.charts.cohort_curves import cohort_curves
from retention.charts.cohort_heat import cohort_heat
from retention.charts.cost_bars import cost_bars
from retention.charts.cost_by_channel import cost_by_channel
from retention.charts.cost_by_period import cost_by_period
from retention.charts.cost_ratio import cost_ratio
from retention.charts.customer_timeline import customer_timeline
from retention.charts.customers_by_month import customers_by_month
from retention.charts.forecast_deciles import forecast_deciles
from retention.charts.forecast_weeks import forecast_weeks
from retention.charts.interest_changes import interest_changes
from retention.charts.interest_mix import interest_mix
from retention.charts.ladder_staircase import ladder_staircase
from retention.charts.moves_by_month import moves_by_month
from retention.charts.point_worth import point_worth
from retention.charts.programme_board import programme_board
from retention.charts.programme_futures import programme_futures
from retention.charts.programme_lift import programme_lift
from retention.charts.programme_months import programme_months
from retention.charts.programme_tornado import programme_tornado
from retention.charts.purchases_ahead import purchases_ahead
from retention.charts.ratio_by_period import ratio_by_period
from retention.charts.reach_by_channel import reach_by_channel
from retention.charts.reach_funnel import reach_funnel
from retention.charts.rung_board import rung_board
from retention.charts.rung_flow import rung_flow
from retention.charts.rung_matrix import rung_matrix
from retention.charts.rung_stocks import rung_stocks
from retention.charts.rung_worth import rung_worth
from retention.charts.rung_worth_check import rung_worth_check
from retention.charts.scenario_months import scenario_months
from retention.charts.scenario_ranges import scenario_ranges
from retention.charts.spend_by_month import spend_by_month
from retention.charts.stability_shares import stability_shares
from retention.charts.step_speed import step_speed
from retention.charts.turn_counts import turn_counts
from retention.charts.turn_values import turn_values
from retention.charts.value_by_age import value_by_age
from retention.charts.value_by_group import value_by_group
from retention.charts.value_distribution import value_distribution
from retention.charts.value_histogram import value_histogram
from retention.charts.value_histogram_log import value_histogram_log
from retention.charts.value_pareto import value_pareto
from retention.charts.value_to_cost import value_to_cost
from retention.charts.waits import waits
from retention.locale import Words

ALL: tuple[Callable[[Words, str | None], alt.LayerChart], ...] = (
    ladder_staircase,
    rung_board,
    rung_worth,
    rung_worth_check,
    waits,
    chance_by_purchases,
    reach_funnel,
    reach_by_channel,
    cohort_heat,
    cohort_curves,
    cost_ratio,
    cost_bars,
    ratio_by_period,
    cost_by_period,
    cost_by_channel,
    customers_by_month,
    spend_by_month,
    average_and_next,
    budget_split,
    value_histogram,
    value_histogram_log,
    value_distribution,
    value_pareto,
    value_by_group,
    value_by_age,
    value_to_cost,
    base_value_months,
    point_worth,
    forecast_weeks,
    forecast_deciles,
    customer_timeline,
    purchases_ahead,
    programme_months,
    programme_lift,
    scenario_ranges,
    scenario_months,
    programme_futures,
    programme_tornado,
    programme_board,
    stability_shares,
    adoption_by_rung,
    turn_counts,
    turn_values,
    interest_mix,
    interest_changes,
    rung_flow,
    rung_matrix,
    step_speed,
    moves_by_month,
    rung_stocks,
)


@lru_cache(maxsize=128)
def spec(name: str, language: str, currency: str | None) -> dict[str, object]:
    """The finished drawing instructions of one chart, without data: give them to the page together with a frame of the chart's COLUMNS.

    Built once per language and currency, because checking a chart costs far more than drawing it. Shared by all: do not change it.
    """
    chart = {chart.__name__: chart for chart in ALL}[name]
    return cast("dict[str, object]", chart(Words(language), currency).to_dict())
