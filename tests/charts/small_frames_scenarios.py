"""Small frames of the charts that set scenarios side by side, in Russian."""

from __future__ import annotations

import pandas as pd

NAMES = (
    "Кешбэк 5 % для постоянных и адвокатов, без карты",
    "Скидка 10 %",
    "Что сделала бы паника",
    "Баллы",
    "Розыгрыш с подарками для всех, кто вернулся",
)

SHORT_NAMES = ("Кешбэк 5 % для регулярных", "Скидка 10 %", "Что сделала бы паника", "Баллы", "Розыгрыш для вернувшихся")

FRAMES: dict[str, pd.DataFrame] = {
    "scenario_ranges": pd.DataFrame(
        [
            (name, place, net, net - 40_000.0, net + 25_000.0, f"{net:,.0f} ₽", "от −1 до 2 ₽", f"убыток: {20 * place} из 100")
            for place, (name, net) in enumerate(
                zip(SHORT_NAMES, (38_000.0, 4_000.0, -26_000.0, -90_000.0, -410_000.0), strict=True), start=1
            )
        ],
        columns=("label", "place", "net", "low", "high", "net_text", "range_text", "loss_text"),
    ),
    "scenario_months": pd.DataFrame(
        [
            (month, name, place, (4 - place) * 1_000.0 * month - place * 60.0 * month**2, "12 000 ₽")
            for place, name in enumerate(NAMES, start=1)
            for month in range(37)
        ],
        columns=("month", "name", "place", "amount", "amount_text"),
    ),
}
