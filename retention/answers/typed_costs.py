"""A business in five figures typed in: what winning and keeping cost without any upload."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from retention.answers.cost_ratio import CostRatio, Spend
from retention.sentence import Refusal, Sentence, sentence

PEOPLE, MONEY, MAYBE = ("acquired", "kept"), ("acquisition_spend", "retention_spend"), "shared_spend"
MOST = 10**13  # of people or of money: more is a slip of the hand
UNITS = 10_000  # of the money typed in, whatever its currency


@dataclass(frozen=True)
class Figures:
    """What a business knows of one period by heart, a year for instance; money in major units.

    acquired: people who bought for the first time; kept: earlier customers who bought again.
    acquisition_spend, retention_spend: spent on winning, and on keeping; shared_spend: spent on both, half of which counts as winning.
    """

    acquired: int
    kept: int
    acquisition_spend: float
    retention_spend: float
    shared_spend: float = 0.0
    currency: str | None = None


def typed_costs(figures: Figures) -> CostRatio:
    """What winning and keeping cost by these figures, with the range that shared spend and chance leave."""
    shared = round(figures.shared_spend * UNITS)
    spend = Spend(
        winning=round(figures.acquisition_spend * UNITS),
        keeping=round(figures.retention_spend * UNITS),
        shared_to_winning=shared // 2,
        shared_to_keeping=shared - shared // 2,
        shared_if_winning=shared,
        shared_if_keeping=shared,
    )
    return CostRatio(figures.acquired, figures.kept, spend, UNITS)


def typed_missing(figures: Figures) -> tuple[Sentence, ...]:
    """One sentence for each reason why a cost cannot be known."""
    said = []
    if not figures.acquisition_spend and not figures.shared_spend:
        said.append(sentence("Nothing was spent on winning customers, so winning one has no price to compare with."))
    if not figures.retention_spend and not figures.shared_spend:
        said.append(sentence("Nothing was spent on keeping customers, so keeping one has no price to compare with."))
    if not figures.acquired:
        said.append(sentence("Nobody was won, so there is no cost of a new customer."))
    if not figures.kept:
        said.append(sentence("Nobody was kept, so there is no cost of a kept customer."))
    return tuple(said)


def read_figures(path: Path) -> Figures:
    """The figures of a JSON file. Raises Refusal, naming the figure, when one is lacking or cannot be."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refusal(sentence("{file} cannot be read as JSON: is it there, and is it text?", file=str(path))) from error
    if not isinstance(read, dict):
        raise _not_a_business(path)
    if not {*PEOPLE, *MONEY} <= set(read) or not all(_is_figure(read[name]) for name in {*PEOPLE, *MONEY, MAYBE} & set(read)):
        raise _not_a_business(path)
    if unknown := sorted(set(read) - {*PEOPLE, *MONEY, MAYBE}):
        raise Refusal(
            sentence(
                "{file} holds {name}, which is no figure of a business: it can hold {known}.",
                file=str(path),
                name=unknown[0],
                known=", ".join((*PEOPLE, *MONEY, MAYBE)),
            )
        )
    if any(read[name] % 1 for name in PEOPLE):
        raise Refusal(sentence("{file}: acquired and kept count people, so they must be whole numbers.", file=str(path)))
    winning, keeping, shared = (float(read.get(name, 0)) for name in (*MONEY, MAYBE))
    return Figures(int(read["acquired"]), int(read["kept"]), winning, keeping, shared)


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and 0 <= value <= MOST


def _not_a_business(path: Path) -> Refusal:
    return Refusal(
        sentence(
            "{file} does not describe a business: it must be a JSON object with the numbers {wanted}, none below 0; {maybe} may be added.",
            file=str(path),
            wanted=", ".join((*PEOPLE, *MONEY)),
            maybe=MAYBE,
        )
    )
