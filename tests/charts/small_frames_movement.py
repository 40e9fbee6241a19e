"""One small frame per chart of the movement view, in Russian, whose words are the longest."""

from __future__ import annotations

from datetime import date

import pandas as pd

FLOW = ("kind", "flow", "along", "top", "bottom", "side", "label", "tooltip_text")


def ribbon(kind: str, flow: int, start: float, end: float, tall: float, text: str) -> list[tuple[object, ...]]:
    """A ribbon that runs level, bends and runs level."""
    return [(kind, flow, along, top, top + tall, None, None, text) for along, top in ((0, start), (0.36, start), (0.64, end), (1, end))]


FRAMES: dict[str, pd.DataFrame] = {
    "rung_flow": pd.DataFrame(
        [
            ("day", None, None, 0.04, None, "left", "31\u00a0мар. 2026\u00a0г.", None),
            ("day", None, None, 0.04, None, "right", "30\u00a0июн. 2026\u00a0г.", None),
            ("rung", None, None, 0.12, 0.3, "left", "Постоянный: 1 240", None),
            ("rung", None, None, 0.36, 0.7, "left", "Первая покупка: 2 480", None),
            ("rung", None, None, 0.76, 0.9, "left", "Новый: 940", None),
            ("rung", None, None, 0.12, 0.32, "right", "Сторонник: 1 400", None),
            ("rung", None, None, 0.38, 0.7, "right", "Первая покупка: 2 320", None),
            ("rung", None, None, 0.76, 0.9, "right", "Ушедший: 940", None),
            *ribbon("up", 0, 0.12, 0.12, 0.18, "Постоянный → Сторонник: 1 240 из 1 240"),
            *ribbon("stayed", 1, 0.36, 0.38, 0.2, "Первая покупка → Первая покупка: 1 540 из 2 480"),
            *ribbon("down", 2, 0.56, 0.76, 0.14, "Первая покупка → Ушедший: 940 из 2 480"),
            *ribbon("up", 3, 0.76, 0.58, 0.12, "Новый → Первая покупка: 780 из 940"),
        ],
        columns=FLOW,
    ),
    "rung_matrix": pd.DataFrame(
        [
            (
                row,
                f"{rung}: 1 240",
                column,
                later,
                0.79 if row == column else 0.07,
                "79\u00a0%" if row == column else "7\u00a0%",
                "980" if row == column else "87",
                "stayed" if row == column else "up" if row > column else "down",
                f"{rung} → {later}",
            )
            for row, rung in enumerate(("Сторонник", "Постоянный", "Первая покупка", "Ушедший"))
            for column, later in enumerate(("Сторонник", "Постоянный", "Первая покупка", "Ушедший"))
        ],
        columns=("row", "row_label", "column", "column_label", "share", "share_text", "people_text", "kind", "tooltip_text"),
    ),
    "step_speed": pd.DataFrame(
        [
            (place, label, day, top * day / 900, 0.9 * top * day / 900, min(1.0, 1.1 * top * day / 900))
            for place, (label, top) in enumerate((("Первая → вторая покупка", 0.8), ("Первая покупка → постоянный", 0.6)))
            for day in range(0, 901, 100)
        ],
        columns=("place", "step_label", "day", "share", "low", "high"),
    ),
    "moves_by_month": pd.DataFrame(
        [
            (
                date(2024 + month // 12, month % 12 + 1, 1),
                kind,
                place,
                amount + month,
                f"{kind}: {amount + month}",
                month < 29,
                "" if month < 29 else "Последний месяц не закончен: посчитано до 10\u00a0июн. 2026\u00a0г.",
            )
            for month in range(30)
            for place, (kind, amount) in enumerate(
                (("new", 210), ("came_back", 30), ("climbed", 96), ("lapsed", -122), ("slipped", -42)),
            )
        ],
        columns=("month", "kind", "place", "moves", "tooltip_text", "is_complete", "label"),
    ),
    "rung_stocks": pd.DataFrame(
        [
            (
                date(2024 + month // 12, month % 12 + 1, 1),
                rung,
                place,
                amount * (month + 1),
                f"{rung}: {abs(amount * (month + 1))}",
                month < 29,
                "" if month < 29 else "Последний месяц не закончен: посчитано до 10\u00a0июн. 2026\u00a0г.",
            )
            for month in range(30)
            for place, (rung, amount) in enumerate(
                (("advocate", 310), ("regular", 800), ("first_purchase", 1200), ("lapsed", -900)),
            )
        ],
        columns=("month", "kind", "place", "people", "tooltip_text", "is_complete", "label"),
    ),
}
