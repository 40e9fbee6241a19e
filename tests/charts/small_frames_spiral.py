"""Small frames of the charts about turns and interests."""

from __future__ import annotations

import pandas as pd

from retention.charts.interest_changes import COLUMNS as CHANGES
from retention.charts.interest_mix import COLUMNS as MIX
from retention.charts.turn_counts import COLUMNS as COUNTS
from retention.charts.turn_values import COLUMNS as VALUES

CATEGORIES = (
    ("Конструкторы", 0.24),
    ("Настольные игры и головоломки", 0.18),
    ("Машинки и транспорт", 0.15),
    ("Куклы", 0.12),
    ("Мягкие игрушки", 0.1),
    ("Творчество", 0.07),
    ("Для малышей", 0.06),
    ("Все остальные (14)", 0.05),
    ("Не известно", 0.03),
)

FRAMES: dict[str, pd.DataFrame] = {
    "turn_counts": pd.DataFrame(
        [
            ("1 виток", 1, 12041, "12 041", "80,9\u00a0%"),
            ("2 витка", 2, 2204, "2 204", "14,8\u00a0%"),
            ("3 витка", 3, 512, "512", "3,4\u00a0%"),
            ("4 и больше", 4, 128, "128", "0,9\u00a0%"),
        ],
        columns=COUNTS,
    ),
    "turn_values": pd.DataFrame(
        [
            ("Первый виток, закончен", 1, "over", 3017.0, 2486.0, 3548.0, "3 017 ₽", "408 витков"),
            ("Первый виток, ещё идёт", 2, "going_on", 2705.0, 2371.0, 3039.0, "2 705 ₽", "442 витка"),
            ("Второй виток, закончен", 3, "over", 1822.0, None, None, "1 822 ₽", "16 витков"),
            ("Второй виток, ещё идёт", 4, "going_on", 2218.0, 1593.0, 2842.0, "2 218 ₽", "67 витков"),
        ],
        columns=VALUES,
    ),
    "interest_mix": pd.DataFrame(
        [
            (group, place, slot, name, share, f"{share:.0%}" if share > 0.06 else "", f"{share:.0%}", place < 4)
            for place, group in enumerate(("1", "2–3", "4–6", "7 и\nдальше"), start=1)
            for slot, (name, share) in enumerate(CATEGORIES, start=1)
        ],
        columns=MIX,
    ),
    "interest_changes": pd.DataFrame(
        [
            ("То же, что и в прошлый раз", 1, "noise", 0.14, 0.11, 0.18, 0.13, "14\u00a0%", "обычно 13\u00a0%", "392 покупки"),
            ("Перешли на «Настольные игры»", 2, "more", 0.31, 0.25, 0.38, 0.18, "31\u00a0%", "обычно 18\u00a0%", "223 покупки"),
            ("Ушли от «Кукол»", 3, "less", 0.04, 0.02, 0.08, 0.13, "4\u00a0%", "обычно 13\u00a0%", "151 покупка"),
        ],
        columns=CHANGES,
    ),
}
