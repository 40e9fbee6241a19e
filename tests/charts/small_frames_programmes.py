"""Small frames of the what-if's charts."""

from __future__ import annotations

import pandas as pd

FRAMES: dict[str, pd.DataFrame] = {
    "programme_months": pd.DataFrame(
        [
            (0, "other_cost", -3000.0, ""),
            (0, "running_total", -3000.0, ""),
            (1, "extra_margin", 2260.0, ""),
            (1, "reward_anyway", -1560.0, ""),
            (1, "other_cost", -400.0, ""),
            (1, "running_total", -2700.0, ""),
            (1, "outstanding", 300.0, ""),
            (2, "extra_margin", 2420.0, ""),
            (2, "reward_anyway", -1620.0, ""),
            (2, "other_cost", -200.0, ""),
            (2, "running_total", -2100.0, "Нарастающим итогом: −2 100 ₽"),
            (2, "outstanding", 510.0, "обещано, ещё не получено"),
        ],
        columns=("month", "kind", "amount", "label"),
    ),
    "programme_lift": pd.DataFrame(
        [
            (0.0, -30000.0, "curve", ""),
            (40.0, 54000.0, "curve", ""),
            (14.3, 0.0, "break_even", "Окупается при 14,3\u00a0%"),
            (13.0, -2700.0, "assumed", "Предположено: 13\u00a0%"),
        ],
        columns=("lift", "net", "kind", "label"),
    ),
    "programme_futures": pd.DataFrame(
        [
            (-9000.0, -6000.0, 402.0, "loss", ""),
            (-6000.0, -3000.0, 3108.0, "loss", ""),
            (-3000.0, 0.0, 2940.0, "loss", ""),
            (0.0, 1000.0, 2940.0, "gain", ""),
            (1000.0, 4000.0, 610.0, "gain", ""),
            (-1782.0, None, None, "told", "Как задано: −1 782 ₽"),
        ],
        columns=("low", "high", "futures", "kind", "label"),
    ),
    "programme_tornado": pd.DataFrame(
        [
            (label, place, end, net, -1782.0, ends, f"{end}: {net}")
            for place, label, ends, nets in (
                (1, "На сколько чаще покупают участники", "0\u00a0%: −12 400 ₽  ·  10\u00a0%: 11 900 ₽", (-12400.0, 11900.0)),
                (2, "Через сколько месяцев проходит половина действия", "3: −1 900 ₽  ·  24: −1 700 ₽", (-1900.0, -1700.0)),
                (3, "Доля клиентов, которые участвуют", "30\u00a0%: −1 070 ₽  ·  80\u00a0%: −2 851 ₽", (-1070.0, -2851.0)),
            )
            for end, net in zip(("low", "high"), nets, strict=True)
        ],
        columns=("label", "place", "end", "net", "assumed_net", "ends_text", "tooltip_text"),
    ),
}
