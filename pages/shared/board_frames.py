"""From the board of rungs and profit tiers to the frame its chart draws and the table of a cell's people."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from retention.answers.board_strategies import TIER_LABELS
from retention.answers.cell_customers import CellCustomer
from retention.answers.rung_board import BoardCell, RungBoard
from retention.answers.strategies import STRATEGIES
from retention.metrics.written import UNKNOWN
from retention.report.cell_table import COLUMNS
from shared.language import PageWords


def board_frame(words: PageWords, board: RungBoard) -> pd.DataFrame:
    """Three cells per rung that has people; a cell without people stands there with none."""
    rows = []
    for place, rung in enumerate(board.rungs):
        for tier in TIER_LABELS:
            row = {"rung": words(STRATEGIES[rung.rung].label), "rung_place": place, "tier": tier, "people": 0}
            cell = board.cell(rung.rung, tier)
            rows.append(row | (_written(words, board, cell) if cell else {}))
    columns = ("rung", "rung_place", "tier", "cell_text", "people", "people_text", "risk_text", "brought_text", "money_text", "worth")
    return pd.DataFrame(rows, columns=[*columns, "worth_text", "seen_text"]).astype({"worth": "float64"})


def people_frame(words: PageWords, board: RungBoard, cell: BoardCell, people: Sequence[CellCustomer]) -> pd.DataFrame:
    """A row per customer under the headings of the downloaded table; a column nobody has anything in is left out."""

    def money(amount: float | None) -> str:
        return UNKNOWN if amount is None else words.plain.money(amount, board.currency)

    worth = cell.most_worth_spending
    kept = [name for name in COLUMNS.labels if any(getattr(person, name, worth) is not None for person in people)]
    cells = [
        {
            "customer_id": person.customer_id,
            "name": person.name or "",
            "last_purchase": words.plain.date(person.last_purchase),
            "silent_days": words.number(person.silent_days),
            "brought": money(person.brought),
            "predicted": money(person.predicted),
            "chance_to_buy": UNKNOWN if person.chance_to_buy is None else words.percent(person.chance_to_buy, 0),
            "most_worth_spending": money(worth),
        }
        for person in people
    ]
    return pd.DataFrame(cells, columns=kept).rename(columns={name: words(COLUMNS.labels[name]) for name in kept})


def cell_in_words(words: PageWords, rung: str, tier: str) -> str:
    """The cell as people call it: "Regular · Profitable"."""
    return f"{words(STRATEGIES[rung].label)} · {words(TIER_LABELS[tier])}"


def _written(words: PageWords, board: RungBoard, cell: BoardCell) -> dict[str, object]:
    def money(amount: float) -> str:
        # an estimate, in a narrow cell: cents only where they are a good part of it
        return words.plain.money(amount, board.currency, 0 if amount == 0 or abs(amount) >= 10 else None)

    worth, moved = cell.most_worth_spending, cell.moved
    if cell.predicted is None:
        expected = words("so far {money}", money=money(cell.brought))
    else:
        expected = words("expect {money}", money=money(cell.predicted))
    return {
        "cell_text": cell_in_words(words, cell.rung, cell.tier),
        "people": cell.customers,
        "people_text": words.plural("{count} customer", "{count} customers", cell.customers),
        "risk_text": UNKNOWN if cell.at_risk is None else words.number(cell.at_risk),
        "brought_text": money(cell.brought),
        "money_text": expected,
        "worth": worth,
        "worth_text": UNKNOWN if worth is None else words("up to {money}", money=money(worth)),
        "seen_text": words("{count} of {all}", count=moved.count, all=moved.of),
    }
