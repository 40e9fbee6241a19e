"""The purchase models against the `lifetimes` package, and on made shops of up to a million customers.

Run: python tests/benchmarks/benchmark_models.py [customers …]. Prints medians and, for the CDNOW sample, the ratio to lifetimes on the same
rows in the same run; grouping equal histories is timed apart.
"""

from __future__ import annotations

import os

# Must be said before numpy comes in. The models keep their sums too small for threads and do not need it; lifetimes does.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lifetimes import BetaGeoFitter, ModifiedBetaGeoFitter, ParetoNBDFitter

from retention.models import ALL
from retention.models.history import Summaries
from retention.models.purchase_model import PurchaseModel
from tests.published.cdnow import cdnow_histories, grouped

DEFAULT_SIZES = (100_000, 1_000_000)
FITTERS = {"mbg_nbd": ModifiedBetaGeoFitter, "bg_nbd": BetaGeoFitter, "pareto_nbd": ParetoNBDFitter}
STEPS = {"daily": 1, "weekly": 7}
AHEAD_DAYS = 365.0
DAILY_RATE = np.log(1.1) / 365  # 10 % a year


def milliseconds(work: Callable[[], object], repeats: int) -> float:
    """The median time of a piece of work."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def measure_cdnow(model: type[PurchaseModel]) -> str:
    """One line of the report: the same 1,016 distinct histories with their numbers of customers for both."""
    rows = grouped(cdnow_histories())
    columns = rows.repeat_purchases, rows.last_purchase_age, rows.age
    ours = milliseconds(lambda: model.fit(rows, prior="none"), 51)
    theirs = milliseconds(lambda: FITTERS[model.name]().fit(*columns, weights=rows.customers), 5 if model.name != "pareto_nbd" else 1)
    return f"CDNOW {model.name:>10}: fit {ours:6.2f} ms, lifetimes {theirs:8.1f} ms, ratio {theirs / ours:5.0f}"


def made_histories(customers: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """x, t_x, T in days: first purchases spread over three years, MBG/NBD with CDNOW's parameters."""
    random = np.random.default_rng(1)
    rate, leaving = random.gamma(0.525, 1 / 43.3, customers), random.beta(0.891, 1.614, customers)
    most = random.geometric(np.maximum(leaving, 1e-9)) - 1
    age = random.uniform(0, 3 * 365, customers)
    x, last, now = np.zeros(customers, np.int64), np.zeros(customers), np.zeros(customers)
    going = np.flatnonzero(most > 0)
    while len(going):
        now[going] += random.exponential(1 / np.maximum(rate[going], 1e-12))
        going = going[now[going] <= age[going]]
        x[going] += 1
        last[going] = now[going]
        going = going[x[going] < most[going]]
    return x, last, age


def together(x: np.ndarray, last: np.ndarray, age: np.ndarray, step: int) -> Summaries:
    """Equal histories counted together, times in whole steps."""
    lasts, ages = (np.floor(times / step).astype(np.int64) for times in (last, age))
    packed, customers = np.unique((x * 2000 + lasts) * 2000 + ages, return_counts=True)
    return Summaries(packed // 4_000_000, packed // 2000 % 2000 * step, packed % 2000 * step, customers)


def measure_shop(customers: int) -> None:
    """The lines of the report on one size."""
    x, last, age = made_histories(customers)
    for name, step in STEPS.items():
        grouping = milliseconds(lambda step=step: together(x, last, age, step), 3)
        rows = together(x, last, age, step)
        print(f"{customers:>10,} customers, {name}: {len(rows.customers):,} distinct histories, grouping {grouping:.0f} ms", flush=True)
        for model in ALL:
            print(f"           {model.name:>10}: fit {milliseconds(lambda model=model, rows=rows: model.fit(rows), 3):.0f} ms", flush=True)
    day_last, day_age = np.floor(last), np.floor(age)
    for model in ALL:
        shop = model.fit(together(x, last, age, 7))
        asked = {
            "alive": lambda shop=shop: shop.alive(x, day_last, day_age),
            "chance to buy": lambda shop=shop: shop.chance_to_buy(x, day_last, day_age, AHEAD_DAYS),
            "expected purchases": lambda shop=shop: shop.expected_purchases(x, day_last, day_age, AHEAD_DAYS),
            "discounted purchases": lambda shop=shop: shop.discounted_purchases(x, day_last, day_age, DAILY_RATE),
        }
        times = ", ".join(f"{name} {milliseconds(work, 3):.0f} ms" for name, work in asked.items())
        print(f"{customers:>10,} customers, each asked of {model.name}: {times}", flush=True)


def main(sizes: tuple[int, ...]) -> None:
    warnings.filterwarnings("ignore")  # of lifetimes
    for model in ALL:
        print(measure_cdnow(model), flush=True)
    for customers in sizes:
        measure_shop(customers)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or DEFAULT_SIZES)
