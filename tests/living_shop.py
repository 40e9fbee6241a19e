"""A shop of 240 customers over two and a half years, drawn with a fixed seed: enough for every forecast, small enough for every test.

They come by three channels in turn, stay for a while and buy at a pace of their own; every cost is 60 % of the amount. The spend: 600.00 a
month on ads and 60.00 a month on a fair that is shared by halves, written in other letters than the customers' channels.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np

from retention.warehouse import Workspace
from tests.many_lines import insert, make_shop

FIRST_DAY = date(2024, 1, 1)
DAYS = 912
LAST_DAY = FIRST_DAY + timedelta(days=DAYS - 1)
CHANNELS = ("Ads", "Friends", "Fair")


def living_lines(customers: int = 240, seed: int = 11) -> list[tuple[str, date, str]]:
    """customer, day, amount: pace ~ Gamma(0.9, 50 days), one in five leaves after a purchase, 20.00 a purchase on average."""
    random = np.random.default_rng(seed)
    lines = []
    for customer in range(customers):
        pace, leaving, level = random.gamma(0.9) / 50, random.beta(1, 4), 60 / random.gamma(4)
        time = customer * DAYS / customers
        while time < DAYS:
            lines.append((f"c{customer:03}", FIRST_DAY + timedelta(days=int(time)), f"{random.gamma(4) * level / 4 + 0.01:.2f}"))
            if random.random() < leaving:
                break
            time += random.exponential(1 / pace)
    return [*lines, ("c000", LAST_DAY, "5.00")]


def make_living_shop(path: Path, lines: list[tuple[str, date, str]] | None = None) -> Workspace:
    """The shop in a workspace of its own, with its costs, channels and spend."""
    workspace = make_shop(path, living_lines() if lines is None else lines)
    with workspace.cursor() as cursor:
        cursor.execute("update order_lines set cost = amount * 0.6")
        people = [(1, "people.csv", 2, f"c{customer:03}", CHANNELS[customer % 3]) for customer in range(240)]
        insert(cursor, "customers", ("import_id", "file", "row", "customer_id", "acquired_channel"), people)
        spend: list[tuple[object, ...]] = []
        for month in range(30):
            first = date(2024 + month // 12, month % 12 + 1, 1)
            last = date(2024 + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)
            spend.append((1, "spend.csv", 2, first, last, " ADS", "600.00", "acquisition", 1.0))
            spend.append((1, "spend.csv", 2, first, last, "fair ", "60.00", "shared", 0.5))
        columns = ("import_id", "file", "row", "first_day", "last_day", "channel", "amount", "purpose", "acquisition_share")
        insert(cursor, "spend", columns, spend)
        cursor.execute("update workspace set data_version = data_version + 1")
    return workspace
