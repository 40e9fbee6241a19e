"""What a place on the ladder is worth when only the place decides what comes next: the Markov chain."""

from __future__ import annotations

import numpy as np

from retention.models.history import Floats

PRIOR_CUSTOMERS = 5.0  # with how many customers' worth of evidence a row leans towards what customers do on the whole


def value(transitions: Floats, money: Floats, discount: float) -> Floats:
    """What a customer in each state is worth for good, money of later periods counted for less.

    transitions P: share of each state (row) found in each state (column) a period later. money R: what a customer in each state brings, at
    the start of a period. discount d: per period, above 0 (ValueError), or the sum has no end. Leading dimensions of both (draws) are
    kept. V = (I - P / (1 + d))^-1 R. Source: Pfeifer & Carraway 2000.
    """
    if discount <= 0:
        raise ValueError("a value without end needs a discount above 0")
    system = np.eye(transitions.shape[-1]) - transitions / (1 + discount)
    return np.asarray(np.linalg.solve(system, money[..., np.newaxis])[..., 0], np.float64)


def value_within(transitions: Floats, money: Floats, discount: float, periods: float) -> Floats:
    """The same within so many periods; of a period that is not whole the same part of its money counts.

    V = sum of (P / (1 + d))^k R over k = 0 … periods - 1.
    """
    total: Floats = np.zeros_like(money)
    coming = money
    for period in range(int(np.ceil(periods))):
        total += min(1.0, periods - period) * coming
        coming = (transitions @ coming[..., np.newaxis])[..., 0] / (1 + discount)
    return total


def shrunk(counts: Floats, prior_customers: float = PRIOR_CUSTOMERS) -> Floats:
    """Shares of each row's customers by where they were a period later, rows with few customers leaning towards all customers together.

    (n_ij + k pi_j) / (n_i + k), k = prior_customers, pi = the sums of the columns as shares. ValueError without any customer.
    """
    by_column = counts.sum(axis=-2, keepdims=True)
    total = by_column.sum(axis=-1, keepdims=True)
    if np.any(total <= 0):
        raise ValueError("nobody was seen in two periods")
    weights = counts + prior_customers * by_column / total
    shares: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return shares


def base_sensitivity(transitions: Floats, money: Floats, discount: float, customers: Floats) -> Floats:
    """How much more all customers together would be worth per unit of each share in P (row, column), as long as the change is small.

    dV_base / dP_ij = (n0 N)_i V_j / (1 + d), N = (I - P / (1 + d))^-1, n0 = customers by state. A row's shares must still add up to 1: the
    effect of moving a point from one column to another is the difference of the two.
    """
    system = np.eye(len(money)) - transitions / (1 + discount)
    visits = np.linalg.solve(system.T, customers)
    change: Floats = np.outer(visits, value(transitions, money, discount)) / (1 + discount)
    return change
