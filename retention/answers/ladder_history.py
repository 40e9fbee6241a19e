"""How people have moved on the ladder in all the time the data cover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retention.answers.month_moves import MonthOfMoves, month_moves
from retention.answers.movement import usual_days
from retention.answers.quarter_compared import quarter_compared
from retention.answers.quarter_findings import QuarterCompared
from retention.answers.step_speeds import StepSpeeds, step_speeds
from retention.warehouse import Marts


@dataclass(frozen=True)
class LadderHistory:
    """Everything about movement that depends on no two chosen days; usual_first and usual_last are the days to compare at first."""

    first_day: date
    as_of: date
    usual_first: date
    usual_last: date
    speed: StepSpeeds
    months: tuple[MonthOfMoves, ...]
    quarter: QuarterCompared


def ladder_history(marts: Marts) -> LadderHistory:
    """The speed of each step, the moves of each month, and the last full quarter against the one a year before."""
    first, last = usual_days(marts.facts)
    return LadderHistory(
        first_day=marts.facts.first_day,
        as_of=marts.facts.as_of,
        usual_first=first,
        usual_last=last,
        speed=step_speeds(marts),
        months=month_moves(marts),
        quarter=quarter_compared(marts),
    )
