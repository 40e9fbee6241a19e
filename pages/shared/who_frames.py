"""Who gets a programme, as frames: the board, the table of its cells, the first customers by name."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from retention.answers.board_strategies import TIER_LABELS
from retention.answers.programme_reach import ProgrammeReach, ReachCell
from retention.answers.reach_customers import ReachCustomer
from retention.answers.rung_board import RungBoard
from retention.answers.strategies import STRATEGIES
from retention.report.reach_table import COLUMNS as PEOPLE
from shared.board_frames import cell_in_words
from shared.cell_table import Cell, count, money, share, text
from shared.language import PageWords

TEXTS = ("cell_text", "people_text", "money_text", "worth_text", "sales_text", "anyway_text", "must_text", "brings_text", "nothing_text")

SAME = 0.005  # sums that differ by less are one


def reach_frame(words: PageWords, board: RungBoard, reach: ProgrammeReach) -> pd.DataFrame:
    """Three cells per rung that has people; a cell that is not offered the programme says so."""
    rows = []
    for place, rung in enumerate(board.rungs):
        for tier in TIER_LABELS:
            row = {"rung": words(STRATEGIES[rung.rung].label), "rung_place": place, "tier": tier, "kind": "out", "people": 0, "stake": None}
            row |= dict.fromkeys(TEXTS, "")
            cell, on_board = reach.at(rung.rung, tier), board.cell(rung.rung, tier)
            if on_board:
                row |= {"people": on_board.customers, "cell_text": cell_in_words(words, rung.rung, tier)}
                row |= {"people_text": words.plural("{count} customer", "{count} customers", on_board.customers)}
                row |= _written(words, reach, cell) if cell else {"worth_text": words("not offered")}
            rows.append(row)
    return pd.DataFrame(rows, columns=["rung", "rung_place", "tier", "kind", "people", "stake", *TEXTS]).astype({"stake": "float64"})


def reach_rows(words: PageWords, reach: ProgrammeReach) -> list[dict[str, Cell]]:
    """A row per cell that is offered the programme, everything per participant."""

    def paid(amount: float) -> Cell:
        return money(words, round(amount, 4), reach.currency)

    return [
        {
            words("Group"): text(cell_in_words(words.plain, cell.rung, cell.tier)),
            words("Customers"): count(words, cell.customers),
            words("Participants"): count(words, round(cell.participants)),
            words("Each buys without it"): paid(cell.sales),
            **(
                {}
                if is_as_forecast(reach)
                else {words("By the forecast customer by customer"): money(words, cell.forecast, reach.currency)}
            ),
            words("Reward"): paid(cell.reward),
            words("Of it for what comes anyway"): paid(cell.anyway),
            words("Each must bring, in margin"): paid(cell.must_bring),
            words("Each brings, in margin"): paid(cell.brings),
            words("Brings at least"): paid(cell.brings_low),
            words("Brings at most"): paid(cell.brings_high),
            words("Most that makes sense"): paid(cell.sensible),
            words("The same, share of what they buy"): share(words, cell.sensible / cell.sales if cell.sales > 0 else None),
            words("Most worth spending on each"): money(words, cell.ceiling, reach.currency),
            words("Chance that it pays for nothing"): share(words, cell.chance_for_nothing),
        }
        for cell in reach.cells
    ]


def customers_frame(words: PageWords, reach: ProgrammeReach, people: Sequence[ReachCustomer]) -> pd.DataFrame:
    """A row per customer under the headings of the downloaded table; the column of names only where there are any."""
    kept = [name for name in PEOPLE.labels if name != "name" or any(person.name for person in people)]
    rows = [
        {
            "customer_id": person.customer_id,
            "name": person.name or "",
            "rung": words(STRATEGIES[person.rung].label),
            "tier": words(TIER_LABELS[person.tier]),
            "last_purchase": words.plain.date(person.last_purchase),
            **{name: words.plain.money(getattr(person, name), reach.currency) for name in ("sales", "reward", "anyway", "sensible")},
            "is_for_nothing": words("yes") if person.is_for_nothing else words("no"),
        }
        for person in people
    ]
    return pd.DataFrame(rows, columns=kept).rename(columns={name: words(PEOPLE.labels[name]) for name in kept})


def is_as_forecast(reach: ProgrammeReach) -> bool:
    """Whether the shop's and the forecast's sum are one, as over a year where the shop's paces follow the forecast."""
    both = reach.sales_and_forecast
    return both is not None and abs(both[0] - both[1]) <= SAME * both[1]


def kind_of(cell: ReachCell) -> str:
    """Whether the reward makes sense, is more than that, or pays for what comes anyway."""
    if cell.is_for_nothing:
        return "for_nothing"
    return "sensible" if cell.is_sensible else "too_much"


def _written(words: PageWords, reach: ProgrammeReach, cell: ReachCell) -> dict[str, object]:
    def paid(amount: float) -> str:
        # an estimate, in a narrow cell: cents only where they are a good part of it
        return words.plain.money(amount, reach.currency, 0 if amount == 0 or abs(amount) >= 10 else None)

    low, high = paid(cell.brings_low), paid(cell.brings_high)
    return {
        "kind": kind_of(cell),
        "stake": abs(cell.sensible - cell.reward),
        "money_text": words("gets {money}", money=paid(cell.reward)),
        "worth_text": words("at most {money}", money=paid(cell.sensible)),
        "sales_text": paid(cell.sales),
        "anyway_text": paid(cell.anyway),
        "must_text": paid(cell.must_bring),
        "brings_text": words("{money} ({low} to {high})", money=paid(cell.brings), low=low, high=high),
        "nothing_text": words.percent(cell.chance_for_nothing, 0),
    }
