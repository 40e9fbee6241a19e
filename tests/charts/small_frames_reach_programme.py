"""The small frame of a programme on the board, in Russian: each kind of cell, one not offered, one without people."""

from __future__ import annotations

import pandas as pd

COLUMNS = (
    *("rung", "rung_place", "tier", "kind", "people", "stake", "cell_text", "people_text", "money_text", "worth_text"),
    *("sales_text", "anyway_text", "must_text", "brings_text", "nothing_text"),
)
TIERS = ("best", "middle", "lowest")
ROWS = (
    ("Первая покупка", 0, (302, 1512, 2209), ("sensible", "sensible", "too_much"), (120.0, 45.5, 3.0)),
    ("Постоянный", 1, (811, 302, 81), ("for_nothing", "too_much", "sensible"), (540.0, 20.0, 4.0)),
    ("Адвокат", 2, (120, 0, 12), ("for_nothing", "", "for_nothing"), (12870.0, 0.0, 10.0)),
    ("Ушли", 3, (704, 690, 702), ("out", "out", "out"), (None, None, None)),
)


def cells() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for rung, place, people, kinds, stakes in ROWS:
        for tier, count, kind, stake in zip(TIERS, people, kinds, stakes, strict=True):
            gets, most = ("", "не предлагается") if kind == "out" else ("получит 12 345 ₽", "до 12 345 ₽")
            row = (rung, place, tier, kind, count, stake, f"{rung}, {tier}", f"{count} клиентов" if count else "", gets if count else "")
            rows.append((*row, most if count else "", "45 120 ₽", "11 900 ₽", "12 345 ₽", "8 100 ₽ (0–16 200 ₽)", "87 %"))
    return rows


FRAMES: dict[str, pd.DataFrame] = {"programme_board": pd.DataFrame(cells(), columns=COLUMNS).astype({"stake": "float64"})}
