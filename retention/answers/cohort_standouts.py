"""Which cohorts are better or worse than the others by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from retention.answers.cohort_cells import Cell, Cohort
from retention.models.proportions import BEYOND_NOISE, Share, can_be_compared, chance_of_no_difference, chances_of_many, share_of

Measure = Literal["bought", "kept"]
MEASURES: tuple[Measure, ...] = ("bought", "kept")
AGES = (3, 12)  # months: has the habit formed, and does it last


@dataclass(frozen=True)
class Standout:
    """A cohort whose share at an age differs from that of all other cohorts together; chance: of no difference, all comparisons counted."""

    cohort: str
    measure: Measure
    age: int
    share: Share
    usual: Share
    chance: float


def standouts(cohorts: Sequence[Cohort]) -> tuple[tuple[Standout, ...], tuple[int, ...]]:
    """The cohorts beyond noise, the least likely by chance first, and the ages at which no two cohorts could be compared.

    Every cohort is compared with all others of the same age, in whole months only, in both measures and at both ages (Holm over all).
    """
    asked = [one for measure in MEASURES for age in AGES for one in _compared(cohorts, measure, age)]
    chances = chances_of_many([one.chance for one in asked])
    found = [
        Standout(one.cohort, one.measure, one.age, one.share, one.usual, chance)
        for one, chance in zip(asked, chances, strict=True)
        if chance < BEYOND_NOISE
    ]
    found.sort(key=lambda one: (one.chance, one.age, one.cohort))
    return tuple(found), tuple(age for age in AGES if age not in {one.age for one in asked})


def _compared(cohorts: Sequence[Cohort], measure: Measure, age: int) -> list[Standout]:
    """Every cohort large enough for its share to be compared with the others', its chance still that of a single comparison."""
    cells = [(cohort.name, cohort.cells[age]) for cohort in cohorts if age < len(cohort.cells) and cohort.cells[age].is_complete]
    people, there = sum(cell.customers for _, cell in cells), sum(_there(cell, measure) for _, cell in cells)
    found = []
    for name, cell in cells:
        count, others = _there(cell, measure), people - cell.customers
        if can_be_compared(count, cell.customers, there - count, others):
            chance = chance_of_no_difference(count, cell.customers, there - count, others)
            found.append(Standout(name, measure, age, share_of(count, cell.customers), share_of(there - count, others), chance))
    return found


def _there(cell: Cell, measure: Measure) -> int:
    return cell.bought if measure == "bought" else cell.kept
