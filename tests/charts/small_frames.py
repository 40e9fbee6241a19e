"""One small frame per chart, by hand: the rows a page would hand over, in Russian, whose words are the longest."""

from __future__ import annotations

from datetime import date

import pandas as pd

from tests.charts import (
    small_frames_budget,
    small_frames_costs,
    small_frames_ledger,
    small_frames_movement,
    small_frames_now,
    small_frames_people,
    small_frames_programmes,
    small_frames_reach,
    small_frames_reach_programme,
    small_frames_scenarios,
    small_frames_spiral,
    small_frames_worth,
)

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
    "cost_bars": pd.DataFrame(
        [("Один новый клиент", 1843.0, "1 843 ₽", "acquisition"), ("Один сохранённый клиент", 485.0, "485 ₽", "retention")],
        columns=("label", "amount", "amount_text", "kind"),
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
    "value_histogram_log": pd.DataFrame(
        [
            (10.0, 100.0, 302, "10 ₽ – 100 ₽: 302 клиента", "bin", None, None),
            (100.0, 1000.0, 721, "100 ₽ – 1 000 ₽: 721 клиент", "bin", None, None),
            (1000.0, 10000.0, 212, "1 000 ₽ – 10 000 ₽: 212 клиентов", "bin", None, None),
            (10000.0, 100000.0, 12, "10 000 ₽ – 100 000 ₽: 12 клиентов", "bin", None, None),
            (None, None, None, None, "mark", "Половина клиентов принесла меньше 820 ₽", 820.0),
            (None, None, None, None, "mark", "Среднее 1 420 ₽", 1420.0),
        ],
        columns=("low", "high", "customers", "tooltip_text", "kind", "mark_label", "mark_value"),
    ),
    "value_distribution": pd.DataFrame(
        [
            (0.0, 0.0, "simple", "Никто не стоит меньше 18 000 ₽"),
            (18000.0, 1.0, "simple", "Каждый стоит 18 000 ₽"),
            (500.0, 0.1, "historic", "10 % принесли не больше 500 ₽"),
            (2300.0, 0.5, "historic", "50 % принесли не больше 2 300 ₽"),
            (21000.0, 1.0, "historic", "Все принесли не больше 21 000 ₽"),
            (0.0, 0.3, "predicted", "От 30 % ничего не ожидается"),
            (4100.0, 0.7, "predicted", "От 70 % ожидается не больше 4 100 ₽"),
            (15000.0, 1.0, "predicted", "Ни от кого не ожидается больше 15 000 ₽"),
        ],
        columns=("value", "share", "kind", "tooltip_text"),
    ),
    "value_by_group": pd.DataFrame(
        [
            ("Рекомендации друзей и знакомых", 1, "214 клиентов", 6210.0, 1480.0, 8800.0, "6 210 ₽"),
            ("Социальные сети и блогеры", 2, "1 312 клиентов", 3480.0, 600.0, 4100.0, "3 480 ₽"),
            ("Реклама в поиске", 3, "12 802 клиента", 1920.0, -150.0, 2300.0, "1 920 ₽"),
        ],
        columns=("label", "place", "customers_text", "mean", "low", "high", "mean_text"),
    ),
    "value_by_age": pd.DataFrame(
        [
            (
                0,
                180.0,
                320.0,
                590.0,
                1010.0,
                1900.0,
                820.0,
                "observed",
                1100.0,
                "Новый клиент стоил 1 100 ₽",
                "Первая покупка: в среднем 820 ₽",
            ),
            (
                6,
                180.0,
                350.0,
                760.0,
                1500.0,
                3200.0,
                1240.0,
                "observed",
                1100.0,
                "Новый клиент стоил 1 100 ₽",
                "6 месяцев: в среднем 1 240 ₽",
            ),
            (12, 190.0, 380.0, 890.0, 1900.0, 4300.0, 1610.0, "observed", 1100.0, "Новый клиент стоил 1 100 ₽", "Год: в среднем 1 610 ₽"),
            (12, 190.0, 380.0, 890.0, 1900.0, 4300.0, 1610.0, "expected", 1100.0, "Новый клиент стоил 1 100 ₽", "Год: в среднем 1 610 ₽"),
            (24, 190.0, 420.0, 1040.0, 2500.0, 6100.0, 2180.0, "expected", 1100.0, "Новый клиент стоил 1 100 ₽", "Два года: 2 180 ₽"),
        ],
        columns=("age", "p10", "p25", "p50", "p75", "p90", "mean", "kind", "cost", "label", "tooltip_text"),
    ),
    "value_to_cost": pd.DataFrame(
        [
            ("Рекомендации друзей", 1, 6210.0, 4900.0, 7600.0, 310.0, "6 210 ₽ (4 900–7 600)", "стоит 310 ₽"),
            ("Реклама в поиске", 2, 1920.0, 1500.0, 2400.0, 2150.0, "1 920 ₽ (1 500–2 400)", "стоит 2 150 ₽"),
            ("Прохожие", 3, 2840.0, 1900.0, 3900.0, None, "2 840 ₽ (1 900–3 900)", "цена неизвестна"),
        ],
        columns=("label", "place", "value", "low", "high", "cost", "value_text", "cost_text"),
    ),
    "base_value_months": pd.DataFrame(
        [
            (
                date(2023 + month // 12, month % 12 + 1, 1),
                1e6 * (3 + month % 7),
                f"{3 + month % 7} 000 000 ₽",
                "4 210 клиентов",
                month == 23,
            )
            for month in range(24)
        ],
        columns=("month", "value", "value_text", "customers_text", "is_now"),
    ),
    "point_worth": pd.DataFrame(
        [
            ("На 1 п. п. больше клиентов возвращается", 1, 61400.0, "+61 400 ₽ в год"),
            ("На 1 п. п. выше маржа", 2, 28150.0, "+28 150 ₽ в год"),
            ("На 1 % дороже новый клиент", 3, -9300.0, "−9 300 ₽ в год"),
        ],
        columns=("label", "place", "amount", "amount_text"),
    ),
    "forecast_weeks": pd.DataFrame(
        [
            (date(2024, 1, 7), 0.0, "actual", "Было на самом деле", ""),
            (date(2024, 6, 30), 2310.0, "actual", "Было на самом деле", ""),
            (date(2024, 12, 29), 3020.0, "actual", "Было на самом деле", ""),
            (date(2024, 6, 30), 2310.0, "winner", "Ближе всех: MBG/NBD", "Отсюда прогноз"),
            (date(2024, 12, 29), 2960.0, "winner", "Ближе всех: MBG/NBD", ""),
            (date(2024, 6, 30), 2310.0, "other", "", ""),
            (date(2024, 12, 29), 3790.0, "other", "", ""),
        ],
        columns=("day", "purchases", "kind", "label", "cut_label"),
    ),
    "forecast_deciles": pd.DataFrame(
        [
            (tenth, 900 / tenth + shift, kind, f"Десятая часть {tenth}: {900 / tenth + shift:.0f} покупок")
            for tenth in range(1, 11)
            for kind, shift in (("expected", 0), ("actual", 25 - 9 * (tenth % 5)))
        ],
        columns=("tenth", "purchases", "kind", "tooltip_text"),
    ),
    "customer_timeline": pd.DataFrame(
        [
            (
                "spell",
                date(2023, 2, 3),
                date(2023, 7, 20),
                None,
                "",
                "Первая покупка: 03.02.2023–20.07.2023",
                "first_purchase",
            ),
            ("spell", date(2023, 7, 20), date(2024, 9, 1), None, "", "Постоянный: 20.07.2023–01.09.2024", "regular"),
            ("purchase", date(2023, 2, 3), None, 1840.0, "", "03.02.2023: 1 840 ₽", None),
            ("purchase", date(2023, 7, 20), None, 2310.0, "", "20.07.2023: 2 310 ₽", None),
            ("return", date(2023, 8, 1), None, -560.0, "", "01.08.2023: возврат 560 ₽", None),
            ("purchase", date(2024, 5, 12), None, 4120.0, "", "12.05.2024: 4 120 ₽", None),
            ("today", date(2024, 9, 1), None, None, "Сегодня", "", None),
            ("limit", date(2024, 10, 4), None, None, "Под угрозой с 04.10.2024", "", None),
            ("limit", date(2025, 1, 15), None, None, "Ушёл с 15.01.2025", "", None),
        ],
        columns=("kind", "day", "to_day", "amount", "label", "tooltip_text", "rung"),
    ),
    "purchases_ahead": pd.DataFrame(
        [
            ("Ни одной", 0, 0.412, "41,2 %"),
            ("Одна", 1, 0.233, "23,3 %"),
            ("Две", 2, 0.141, "14,1 %"),
            ("Три и больше", 3, 0.214, "21,4 %"),
        ],
        columns=("purchases_label", "place", "chance", "chance_text"),
    ),
}
FRAMES |= small_frames_now.FRAMES | small_frames_people.FRAMES | small_frames_worth.FRAMES | small_frames_reach.FRAMES
FRAMES |= small_frames_spiral.FRAMES
FRAMES |= small_frames_movement.FRAMES
FRAMES |= small_frames_ledger.FRAMES
FRAMES |= small_frames_budget.FRAMES
FRAMES |= small_frames_costs.FRAMES
FRAMES |= small_frames_scenarios.FRAMES
FRAMES |= small_frames_reach_programme.FRAMES
FRAMES |= small_frames_programmes.FRAMES
