"""A shop whose customers have tastes of their own, with effects that are planted or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from retention.warehouse import Workspace, open_workspace
from tests.many_lines import number_lines

FIRST_DAY = date(2023, 1, 1)
DAYS = 1100
CATEGORIES = ("Books", "Games", "Toys", "Prizes", "Paper")
Line = tuple[str, date, str, str | None]


def lines_of_tastes(
    seed: int, customers: int = 1_200, leaving: float = 0.12, after_prizes: float = 0.12, growing: float = 0.0, later_check: float = 1.0
) -> list[Line]:
    """customer, day, amount, category. Pace ~ Gamma(1.2, 40 days); each customer leaves after a purchase with the same chance, and pauses
    for half a year after one in ten.

    after_prizes: the chance to leave after a move to "Prizes". growing: how much likelier "Games" become over the whole time.
    later_check: by how much a purchase is larger after a pause.
    """
    random, lines = np.random.default_rng(seed), []
    for customer in range(customers):
        pace, level, taste = random.gamma(1.2) / 40, random.gamma(4) * 10, random.dirichlet(np.full(5, 1.5))
        time, before, has_paused = random.random() * DAYS, None, False
        while time < DAYS:
            weights = taste + growing * time / DAYS * (np.array(CATEGORIES) == "Games")
            category = str(random.choice(CATEGORIES, p=weights / weights.sum()))
            amount = level * random.gamma(4) / 4 * (later_check if has_paused else 1.0) + 0.01
            lines.append((f"c{customer:04}", FIRST_DAY + timedelta(days=int(time)), f"{amount:.2f}", category))
            has_moved = before is not None and category == "Prizes" and before != "Prizes"
            if random.random() < (after_prizes if has_moved else leaving):
                break
            is_pause = random.random() < 0.1
            has_paused |= is_pause
            time, before = time + random.exponential(1 / pace) + 180 * is_pause, category
    return lines


def make_interest_shop(path: Path, lines: Sequence[Line]) -> Workspace:
    """The shop in a workspace of its own."""
    customer, day, amount, category = zip(*lines, strict=True)
    workspace = open_workspace(path)
    with workspace.cursor() as cursor:
        given = {"customer": customer, "day": day, "amount": amount, "category": pa.array(category, pa.string())}
        cursor.register("given", pa.table(given))
        cursor.execute(
            'insert into order_lines (import_id, file, "row", customer_id, ordered_at, amount, category, status, currency)'
            " select 1, 'tastes.csv', row_number() over (), customer, day, cast(amount as decimal(18, 4)), category,"
            " case when amount like '-%' then 'return' else 'sale' end, 'EUR' from given"
        )
        cursor.unregister("given")
        number_lines(cursor)
        cursor.execute("update workspace set data_version = 1")
    return workspace
