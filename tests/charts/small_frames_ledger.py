"""The small frame of spend by month: three purposes, one month without any spend on keeping."""

from __future__ import annotations

from datetime import date

import pandas as pd

FRAMES: dict[str, pd.DataFrame] = {
    "spend_by_month": pd.DataFrame(
        [
            (
                date(2025 + month // 12, month % 12 + 1, 1),
                amount * (1 + month % 3),
                f"{amount * (1 + month % 3):,} ₽".replace(",", " "),
                kind,
            )
            for month in range(18)
            for kind, amount in (("acquisition", 18400), ("shared", 650), ("retention", 0 if month == 3 else 1830))
        ],
        columns=("month", "amount", "amount_text", "kind"),
    ),
}
