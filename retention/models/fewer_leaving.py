"""What if fewer customers left from now on: the same for every purchase model."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from retention.models.history import Floats
from retention.models.purchase_model import PurchaseModel
from retention.models.quadrature import beta_nodes


def chance_of_leaving(model: PurchaseModel) -> float:
    """How likely a new customer is to leave after a purchase rather than to buy once more, on average, 0 to 1.

    MBG/NBD and BG/NBD: a / (a + b). Pareto/NBD: the mean of mu / (lambda + mu), the chance that leaving comes before the next purchase;
    with v = share of mu's draw in both draws ~ Beta(s, r) it is the mean of alpha v / (alpha v + beta (1 - v)).
    """
    known = model.parameters
    if "a" in known:
        return known["a"] / (known["a"] + known["b"])
    share, weights = beta_nodes(known["s"], known["r"])
    leaving, buying = known["alpha"] * share, known["beta"] * (1 - share)
    return float((weights * leaving / (leaving + buying)).sum())


def purchases_if_fewer_leave(model: PurchaseModel, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike, part: float) -> Floats:
    """Expected purchases in the time ahead if everybody's chance of leaving were `part` (0 to 1) of what it is, from now on.

    What has happened stays as it was: nobody who left comes back. While a customer stays, E[Y(t)] is (1 - e^(-p lambda t)) / p for a chance
    p of leaving at each purchase, and lambda (1 - e^(-mu t)) / mu for a rate mu; with c p, or c mu, either is E[Y(c t)] / c, whatever p is.
    """
    fewer: Floats = model.expected_purchases(x, t_x, T, np.asarray(ahead, float) * part) / part
    return fewer
