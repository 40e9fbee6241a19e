"""The small frames of the funnel and of the cohorts: unknown stages, a month that is not over, the longest Russian names."""

from __future__ import annotations

import pandas as pd

FUNNEL = (
    ("Увидели или услышали о магазине", 0, "unknown", None, "?", ""),
    ("Пришли посмотреть", 1, "contact", 1.0, "3 098", ""),
    ("Спросили или написали", 2, "contact", 0.19, "598", "19,3 % от пришедших"),
    ("Первая покупка", 3, "customer", 1.0, "353", "34,8 % от спросивших"),
    ("Вторая покупка на сегодня", 4, "customer", 0.6, "213", "60,3 % от первых покупок (55,1–65,3 %)"),
    ("Третья покупка на сегодня", 5, "customer", 0.38, "135", "63,4 % от вторых покупок (56,7–69,6 %)"),
)
HEADINGS = ("Увидели", "Пришли", "Спросили", "Первая\nпокупка", "Вторая", "Третья")
CHANNELS = (
    ("Листовки у детских садов и школ", (128400, 1483, 265, 78, 51, 33), (0.9, 0.6, 0.5, 0.4, 0.4, 0.3)),
    ("По рекомендации", (None, None, None, 43, 22, 10), (None, None, None, 0.2, 0.1, 0.1)),
)


def channels() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = [("heading", "", -1, place, None, text, "") for place, text in enumerate(HEADINGS, start=1)]
    for row, (name, people, parts) in enumerate(CHANNELS):
        for place, (count, part) in enumerate(zip(people, parts, strict=True), start=1):
            kind, text = "contact" if place <= 3 else "customer", "?" if count is None else f"{count:,}".replace(",", " ")
            rows.append((kind, name, row, place, part, text, "" if count is None or place == 1 else "100,5 %"))
    return rows


def heat() -> list[tuple[object, ...]]:
    names = ("1-й кв. 2025", "2-й кв. 2025", "сент. 2025")
    return [
        (row, name, "1 240", age, max(0.0, 0.9 - age / 12), f"{90 - 6 * age}", f"{name}, месяц {age}", age < 12 - 3 * row)
        for row, name in enumerate(names)
        for age in range(13 - 3 * row)
    ]


def curves() -> list[tuple[object, ...]]:
    lines = [("cohort", 0.0, 12), ("cohort", 1.0, 8), ("all", None, 12)]
    return [(kind, place, age, 60 / (1 + age), f"месяц {age}") for kind, place, last in lines for age in range(last)]


FRAMES: dict[str, pd.DataFrame] = {
    "reach_funnel": pd.DataFrame(FUNNEL, columns=("label", "place", "kind", "length", "people_text", "share_text")),
    "reach_by_channel": pd.DataFrame(channels(), columns=("kind", "channel", "place", "stage_place", "part", "people_text", "share_text")),
    "cohort_heat": pd.DataFrame(
        heat(),
        columns=("place", "cohort_text", "customers_text", "age", "depth", "cell_text", "tooltip_text", "is_complete"),
    ),
    "cohort_curves": pd.DataFrame(curves(), columns=("kind", "place", "age", "level", "tooltip_text")),
}
