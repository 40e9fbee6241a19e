"""Small frames of the charts of what a rung is worth and of what decides the rung, in Russian."""

from __future__ import annotations

import pandas as pd

FRAMES: dict[str, pd.DataFrame] = {
    "rung_worth": pd.DataFrame(
        [
            ("Первая покупка", 1, 1588.0, 1455.0, 1714.0, 828.0, "1 588 ₽ (1 455–1 714)", "прогноз 828 ₽"),
            ("Постоянный", 2, 2639.0, 2351.0, 2930.0, 2039.0, "2 639 ₽ (2 351–2 930)", "прогноз 2 039 ₽"),
            ("Адвокат", 3, None, None, None, None, "людей слишком мало", ""),
            ("Ушли", 4, 410.0, 323.0, 498.0, 179.0, "410 ₽ (323–498)", "прогноз 179 ₽"),
        ],
        columns=("label", "place", "value", "low", "high", "forecast", "value_text", "forecast_text"),
    ),
    "rung_worth_check": pd.DataFrame(
        [
            (rung, steps, seen and seen + shift, seen and seen + shift - 0.05, seen and seen + shift + 0.05, foretold + shift, "Регулярный")
            for rung, shift in (("first_purchase", -0.1), ("regular", 0.0), ("advocate", 0.08))
            for steps, seen, foretold in ((0, None, 0.9), (1, None, 0.8), (2, 0.66, 0.7), (3, 0.55, 0.64), (4, 0.5, 0.6))
        ],
        columns=("kind", "steps", "seen", "low", "high", "foretold", "tooltip_text"),
    ).astype({"seen": "float64", "low": "float64", "high": "float64"}),
    "waits": pd.DataFrame(
        [
            ("first", 0, 0.0, "", "0 дней"),
            ("first", 40, 0.5, "", "40 дней: вернулись 50 %"),
            ("first", 212, 0.9, "", "212 дней: вернулись 90 %"),
            ("first", 700, 1.0, "", "700 дней: вернулись все"),
            ("second", 0, 0.0, "", "0 дней"),
            ("second", 33, 0.55, "", "33 дня: вернулись 55 %"),
            ("second", 600, 1.0, "", "600 дней: вернулись все"),
            ("limit", 212, None, "Первая покупка: под угрозой после 212 дней", ""),
            ("limit", 337, None, "Первая покупка: ушли после 337 дней", ""),
            ("limit", 169, None, "Вторая покупка: под угрозой после 169 дней", ""),
            ("limit", 253, None, "Вторая покупка: ушли после 253 дней", ""),
        ],
        columns=("kind", "days", "share", "label", "tooltip_text"),
    ),
    "chance_by_purchases": pd.DataFrame(
        [
            *(("chance", n, 0.5 + 0.06 * n, 0.45 + 0.06 * n, 0.53 + 0.06 * n, "", f"После {n} покупок") for n in range(1, 8)),
            ("limit", 3, None, None, None, "Постоянный клиент: от 3 дней с покупкой", ""),
        ],
        columns=("kind", "purchases", "chance", "low", "high", "label", "tooltip_text"),
    ),
}
