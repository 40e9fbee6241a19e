"""Shops made customer by customer from the story that each purchase model tells, one event after the other."""

from __future__ import annotations

import numpy as np

from retention.models import ALL
from retention.models.bg_nbd import BgNbd
from retention.models.history import Summaries
from retention.models.mbg_nbd import MbgNbd
from retention.models.pareto_nbd import ParetoNbd
from retention.models.purchase_model import PurchaseModel

# weeks
TRUE: tuple[PurchaseModel, ...] = (MbgNbd(0.6, 5.0, 0.8, 2.0), BgNbd(0.4, 5.0, 0.8, 2.5), ParetoNbd(0.6, 9.0, 0.8, 15.0))
assert tuple(type(model) for model in TRUE) == ALL
NAMES = [model.name for model in TRUE]


def summaries(rows: np.ndarray) -> Summaries:
    """x, t_x, T, customers per row."""
    return Summaries(*np.asarray(rows, float).reshape(-1, 4).T)


def made_shop(model: PurchaseModel, customers: int, seed: int, ages: tuple[float, float] = (30.0, 100.0)) -> np.ndarray:
    """x, t_x, T, 1 per customer."""
    random = np.random.default_rng(seed)
    rows = []
    for age in random.uniform(*ages, customers):
        days = [time for time in purchases_of_one(model, age, random) if time <= age]
        rows.append((len(days), days[-1] if days else 0.0, age, 1))
    return np.array(rows)


def purchases_of_one(model: PurchaseModel, until: float, random: np.random.Generator) -> list[float]:
    """When one new customer buys again."""
    known = model.parameters
    rate = random.gamma(known["r"], 1 / known["alpha"])
    if "s" in known:
        until = min(until, random.exponential(1 / random.gamma(known["s"], 1 / known["beta"])))
        leaving = 0.0
    else:
        leaving = random.beta(known["a"], known["b"])
    times: list[float] = []
    time = 0.0
    while rate > 0:
        is_first_chance = not times and model.name == "bg_nbd"  # after the first purchase nobody leaves
        if not is_first_chance and random.random() < leaving:
            break
        time += random.exponential(1 / rate)
        if time > until:
            break
        times.append(time)
    return times
