"""Small frames of the charts of what the money would do elsewhere, in Russian."""

from __future__ import annotations

import pandas as pd

FRAMES: dict[str, pd.DataFrame] = {
    "budget_split": pd.DataFrame(
        [
            *(
                ("curve", step / 10, net, 0.8 * net, 1.3 * net, "", f"На привлечение {step * 10} %: остаётся {net:.0f} ₽")
                for step in range(11)
                for net in [900_000 + 30_000 * step - 2_900 * step * step]
            ),
            ("told", 0.86, None, None, None, "Сегодня: на привлечение 86 %", ""),
            ("told", 0.62, None, None, None, "Ваш выбор: на привлечение 62 %", ""),
            ("told", 0.52, None, None, None, "Лучше всего: на привлечение 52 %", ""),
        ],
        columns=("kind", "share", "net", "low", "high", "label", "tooltip_text"),
    ).astype({"net": "float64", "low": "float64", "high": "float64"}),
    "average_and_next": pd.DataFrame(
        [
            ("Привлечь нового клиента", 1, "acquisition", 92.2, 198.8, "в среднем 92,20 ₽", "198,78 ₽"),
            ("Удержать прежнего клиента", 2, "retention", 9.1, 198.8, "в среднем 9,15 ₽", "198,78 ₽"),
        ],
        columns=("label", "place", "kind", "average", "next", "average_text", "next_text"),
    ),
}
