"""The small frame of the board: four rungs by three tiers, one cell without people, one without a figure, a large sum in lei."""

from __future__ import annotations

import pandas as pd

COLUMNS = (
    *("rung", "rung_place", "tier", "cell_text", "people", "people_text", "risk_text", "brought_text", "money_text"),
    *("worth", "worth_text", "seen_text"),
)
TIERS = ("best", "middle", "lowest")
ROWS = (
    ("Первая покупка", 0, (302, 1512, 2209), (1230.0, 540.0, None)),
    ("Постоянный", 1, (811, 302, 81), (5400.0, 2100.0, 320.0)),
    ("Адвокат", 2, (120, 0, 12), (12870.0, None, 0.0)),
    ("Ушли", 3, (704, 690, 702), (410.0, 95.5, 12.25)),
)


def cells() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for rung, place, people, worth in ROWS:
        for tier, count, most in zip(TIERS, people, worth, strict=True):
            said = "—" if most is None else f"до {most:,.0f} ₽".replace(",", " ")
            row = (rung, place, tier, f"{rung}, {tier}", count, f"{count} клиентов", "12 из них", "1 230 ₽", "ждём 12 345 ₽")
            rows.append((*row, most, said, "17 из 100"))
    return rows


FRAMES: dict[str, pd.DataFrame] = {"rung_board": pd.DataFrame(cells(), columns=COLUMNS)}
# what is not drawn is not written either
FRAMES["rung_board"].loc[FRAMES["rung_board"]["people"] == 0, "money_text"] = ""
