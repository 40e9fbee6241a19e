"""One small frame per chart, by hand: the rows a page would hand over, in Russian, whose words are the longest."""

from __future__ import annotations

from datetime import date

import pandas as pd

STEPS = ("step", "rung", "people", "people_text", "share", "share_text", "money_text", "conversion_text", "is_side")
FRAMES: dict[str, pd.DataFrame] = {
    "ladder_staircase": pd.DataFrame(
        [
            (1, "Потенциальный клиент", None, "?", None, "", "", "", False),
            (2, "Посетитель", 8412.0, "8 412", None, "", "", "", False),
            (3, "Первая покупка", 3021.0, "3 021", 0.466, "46,6 %", "1 230 ₽ на человека", "35,9 %", False),
            (4, "Постоянный", 1240.0, "1 240", 0.191, "19,1 %", "5 400 ₽ на человека", "41,0 %", False),
            (5, "Кандидат в адвокаты", 318.0, "318", 0.049, "4,9 %", "12 870 ₽ на человека", "25,6 %", False),
            (6, "Адвокат", 0.0, "0", 0.0, "0 %", "", "0 %", False),
            (7, "Ушли", 1904.0, "1 904", 0.294, "29,4 %", "2 210 ₽ на человека", "", True),
        ],
        columns=STEPS,
    ),
    "cost_ratio": pd.DataFrame(
        [
            ("Ваш магазин", 0.4, 3.8, 41.0, "yours", "3,8 : 1 (0,4–41,0)"),
            ("Часто называют", None, 10.0, None, "claim", "10 : 1"),
            ("Часто называют", None, 5.0, None, "claim", "5 : 1"),
        ],
        columns=("label", "low", "point", "high", "kind", "value_text"),
    ),
    "cost_bars": pd.DataFrame(
        [("Один новый клиент", 1843.0, "1 843 ₽", "acquisition"), ("Один сохранённый клиент", 485.0, "485 ₽", "retention")],
        columns=("label", "amount", "amount_text", "kind"),
    ),
    "customers_by_month": pd.DataFrame(
        [(date(2023 + month // 12, month % 12 + 1, 1), 40 + month, kind) for month in range(24) for kind in ("acquired", "kept")],
        columns=("month", "customers", "kind"),
    ),
    "value_histogram": pd.DataFrame(
        [
            (0.0, 1000.0, 302, "0 ₽ – 1 000 ₽: 302 клиента", "bin", None, None),
            (1000.0, 2000.0, 721, "1 000 ₽ – 2 000 ₽: 721 клиент", "bin", None, None),
            (2000.0, 3000.0, 12, "2 000 ₽ – 3 000 ₽: 12 клиентов", "bin", None, None),
            (None, None, None, None, "mark", "Половина клиентов принесла меньше 1 300 ₽", 1300.0),
            (None, None, None, None, "mark", "Среднее 1 420 ₽", 1420.0),
        ],
        columns=("low", "high", "customers", "tooltip_text", "kind", "mark_label", "mark_value"),
    ),
    "value_pareto": pd.DataFrame(
        [
            (0.0, 0.0, "curve", ""),
            (0.2, 0.63, "curve", ""),
            (0.5, 0.9, "curve", ""),
            (1.0, 1.0, "curve", ""),
            (0.0, 0.0, "equal", "Если бы все приносили поровну"),
            (1.0, 1.0, "equal", "Если бы все приносили поровну"),
            (0.2, 0.63, "point", "Лучшие 20\u00a0% принесли 63\u00a0%"),
        ],
        columns=("customer_share", "value_share", "kind", "label"),
    ),
    "programme_months": pd.DataFrame(
        [
            (1, "extra_margin", 2260.0, "2 260 ₽"),
            (1, "reward", -1560.0, "−1 560 ₽"),
            (1, "fixed_cost", -4000.0, "−4 000 ₽"),
            (1, "running_total", -3300.0, "−3 300 ₽"),
            (2, "extra_margin", 2420.0, "2 420 ₽"),
            (2, "reward", -1620.0, "−1 620 ₽"),
            (2, "fixed_cost", -200.0, "−200 ₽"),
            (2, "running_total", -2700.0, "−2 700 ₽"),
        ],
        columns=("month", "kind", "amount", "amount_text"),
    ),
    "programme_lift": pd.DataFrame(
        [
            (0.0, -30000.0, "curve", ""),
            (0.4, 54000.0, "curve", ""),
            (0.143, 0.0, "break_even", "Окупается при 14,3\u00a0%"),
            (0.13, -2700.0, "assumed", "Предположено: 13\u00a0%, прибыль −2\u00a0700\u00a0₽"),
        ],
        columns=("lift", "net", "kind", "label"),
    ),
}
