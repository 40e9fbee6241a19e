"""The Pareto/NBD purchase model: a customer may leave at any moment, whether or not he has just bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import exprel

from retention.models.history import Floats, Integers, Summaries
from retention.models.most_likely import most_likely
from retention.models.pareto_likelihood import Moments, chance_of_purchase, likelihood_of
from retention.models.purchase_model import Prior
from retention.models.quadrature import gamma_nodes, in_parts, weighted_sums

# Weak prior on the logs of r, alpha / median age, s, beta / median age; as in `beta_geometric`. Leaving is pinned down worst: the
# data tell s / beta, the pace of leaving, far better than either.
PRIOR_CENTRE = np.log([0.5, 1 / 4, 0.7, 1 / 2])
PRIOR_SPREAD = np.array([1.5, 1.5, 1.0, 1.0])
HAS_TIME_UNIT = np.array([0.0, 1.0, 0.0, 1.0])


@dataclass(frozen=True)
class ParetoNbd:
    """How often customers buy while they are customers, and how soon they leave.

    ASSUMPTIONS: while active a customer buys at random moments at a steady rate of his own (no season, no regular rhythm);
    rates differ between customers as Gamma(r, alpha); every customer leaves at a random moment, at a rate of his own that has nothing
    to do with his purchases, and these rates differ as Gamma(s, beta); the two rates are independent; nobody returns after leaving.

    r, s have no unit, alpha, beta are in the unit of time of the data. A customer who is still one at the age T after x repeat
    purchases buys at a rate ~ Gamma(r + x, alpha + T) and leaves at a rate ~ Gamma(s, beta + T).
    Source: Schmittlein, Morrison & Colombo 1987.
    """

    r: float
    alpha: float
    s: float
    beta: float
    log_likelihood: float | None = None
    standard_errors: tuple[float, ...] | None = None
    log_covariance: tuple[tuple[float, ...], ...] | None = None

    name: ClassVar[str] = "pareto_nbd"

    @classmethod
    def fit(cls, summaries: Summaries, prior: Prior = "weak", start: Self | None = None) -> Self:
        """The model that makes these histories most likely; see `PurchaseModel.fit` and `most_likely`."""
        begin = None if start is None else np.log([start.r, start.alpha, start.s, start.beta])
        best = most_likely(likelihood_of, summaries, PRIOR_CENTRE, PRIOR_SPREAD, HAS_TIME_UNIT, prior, begin)
        r, alpha, s, beta = best.parameters
        return cls(r, alpha, s, beta, best.log_likelihood, best.standard_errors, best.log_covariance)

    @property
    def parameters(self) -> dict[str, float]:
        """r, alpha, s, beta."""
        return {"r": self.r, "alpha": self.alpha, "s": self.s, "beta": self.beta}

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """How likely each customer is still a customer, 0 to 1; it falls with silence, for one-time buyers too.

        The weight of "has not left" among all moments at which the customer can have left; see `Moments`.
        """

        def chance(x: Floats, t_x: Floats, T: Floats) -> Floats:
            has_not_left: Floats = Moments.of(self.r, self.alpha, self.s, self.beta, x, t_x, T).chance[-1]
            return has_not_left

        return in_parts(chance, x, t_x, T)

    def chance_to_buy(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How likely each is to buy at least once in the time ahead, 0 to 1: before leaving and before the time is over."""

        def once(x: Floats, T: Floats, ahead: Floats) -> Floats:
            return chance_of_purchase(self.r + x, self.alpha + T, self.s, self.beta + T, ahead)

        return self.alive(x, t_x, T) * in_parts(once, x, T, ahead)

    def expected_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How many purchases each will make in the time ahead, on average.

        P(alive) (r+x)/(alpha+T) (beta+T)/(s-1) (1 - ((beta+T)/(beta+T+t))^(s-1)), also for s = 1. Schmittlein et al. 1987.
        """
        x, T, ahead = (np.asarray(part, float) for part in (x, T, ahead))
        stretch = np.log1p(ahead / (self.beta + T))
        time_as_customer = (self.beta + T) * stretch * exprel((1 - self.s) * stretch)
        purchases: Floats = self.alive(x, t_x, T) * (self.r + x) / (self.alpha + T) * time_as_customer
        return purchases

    def expected_since_first(self, age: ArrayLike) -> Floats:
        """How many repeat purchases a brand-new customer makes up to this age, on average."""
        return self.expected_purchases(0.0, 0.0, 0.0, age)

    def discounted_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, rate: float) -> Floats:
        """All purchases still to come, those at time t from now counted e^(-rate t): P(alive) E[lambda] E[1 / (rate + mu)].

        Fader, Hardie & Lee 2005 (RFM and CLV), without the Tricomi function. ValueError unless rate > 0: undiscounted, the sum has
        no end for s <= 1.
        """
        if not rate > 0:
            raise ValueError("the discount rate must be above zero")
        leaving, weights = gamma_nodes(self.s)

        def time_as_customer(since: Floats) -> Floats:
            return weighted_sums(1 / (rate * since[:, None] + leaving), weights) * since

        x, T = np.asarray(x, float), np.asarray(T, float)
        return self.alive(x, t_x, T) * (self.r + x) / (self.alpha + T) * in_parts(time_as_customer, self.beta + T)

    def draw_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike, random: np.random.Generator) -> Integers:
        """A random number of purchases for each in the time ahead: as many as the rate brings until the time is over or they leave."""
        x, t_x, T, ahead = np.broadcast_arrays(*(np.asarray(part, float) for part in (x, t_x, T, ahead)))
        is_alive = random.random(x.shape) < self.alive(x, t_x, T)
        rate = random.standard_gamma(self.r + x) / (self.alpha + T)
        leaving = random.standard_gamma(self.s, x.shape) / (self.beta + T)
        # of a customer who hardly ever leaves only that much can be told from 0
        stays = random.standard_exponential(x.shape) / np.maximum(leaving, 1e-300)
        wanted = random.poisson(np.minimum(rate * np.minimum(ahead, stays), 1e15))
        return np.where(is_alive, wanted, 0).astype(np.int64)
