"""The small frames of winning against keeping: ranges without an end, quarters that are not over, the longest Russian names."""

from __future__ import annotations

from datetime import date

import pandas as pd

RATIO = ("label", "low", "point", "high", "chance_low", "chance_high", "kind", "value_text")
QUARTERS = ("1-й кв. 2025", "2-й кв. 2025", "3-й кв. 2025", "4-й кв. 2025", "1-й кв. 2026", "2-й кв. 2026")
CHANNELS = (
    ("Листовки у детских садов и школ", 710.0, 600.0, 980.0, "710,00 ₽", "40 новых клиентов"),
    ("Яндекс Директ", 1504.0, 1504.0, 1504.0, "1 504 ₽", "62 новых клиента"),
    ("Сайт и фотосъёмка", None, None, None, "—", "нет новых клиентов"),
)

FRAMES: dict[str, pd.DataFrame] = {
    "cost_ratio": pd.DataFrame(
        [
            ("Ваш магазин", 0.4, 3.8, 41.0, 3.2, 4.4, "yours", "3,8 : 1 (0,4–41,0)"),
            ("Часто утверждают", None, 10.0, None, None, None, "claim", "10 : 1"),
            ("Часто утверждают", None, 5.0, None, None, None, "claim", "5 : 1"),
        ],
        columns=RATIO,
    ),
    "customers_by_month": pd.DataFrame(
        [
            (date(2023 + month // 12, month % 12 + 1, 1), 40 + month, kind)
            for month in range(24)
            for kind in ("acquired", "reactivated", "kept")
        ],
        columns=("month", "customers", "kind"),
    ),
    "ratio_by_period": pd.DataFrame(
        [
            (
                name,
                5.0 + place,
                9.0 + place,
                None if place == 1 else 18.0,
                7.0,
                None if place == 2 else 12.0,
                place in (0, 5),
                f"{name}: 9 : 1",
            )
            for place, name in enumerate(QUARTERS)
        ],
        columns=("period", "low", "point", "high", "chance_low", "chance_high", "is_doubtful", "tooltip_text"),
    ),
    "cost_by_period": pd.DataFrame(
        [
            (name, 600.0 + 40 * place, "acquisition", place in (0, 5), f"{name}: один новый клиент стоил 600 ₽")
            for place, name in enumerate(QUARTERS)
        ],
        columns=("period", "cost", "kind", "is_doubtful", "tooltip_text"),
    ),
    "cost_by_channel": pd.DataFrame(
        [(name, place, *figures) for place, (name, *figures) in enumerate(CHANNELS)],
        columns=("label", "place", "cost", "low", "high", "cost_text", "customers_text"),
    ),
}
