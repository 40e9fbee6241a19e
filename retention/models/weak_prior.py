"""A likelihood with a weak opinion beside it, so that few data do not run away."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from retention.models.history import Floats
from retention.models.newton import Surface
from retention.models.purchase_model import Prior


def with_prior(likelihood: Callable[[Floats], Surface], centre: Floats, spread: Floats, prior: Prior) -> Callable[[Floats], Surface]:
    """The likelihood times a normal prior on its (log-)parameters, in logs; the likelihood itself where the prior is "none"."""
    if prior == "none":
        return likelihood
    precision = spread**-2.0
    bend = np.diag(precision)

    def surface(place: Floats) -> Surface:
        here, away = likelihood(place), place - centre
        pull = precision * away
        return Surface(here.height - float(pull @ away) / 2, here.slope - pull, here.curvature - bend)

    return surface
