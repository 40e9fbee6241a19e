"""What BG/NBD and MBG/NBD have in common: customers who buy at a rate of their own and may leave after a purchase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit

from retention.models.beta_geometric_likelihood import likelihood_of
from retention.models.history import Floats, Integers, Summaries
from retention.models.most_likely import most_likely
from retention.models.purchase_model import Prior
from retention.models.quadrature import beta_nodes, gamma_nodes, over_distinct, weighted_sums

# Weak prior on the logs of r, alpha / median age, a, b. alpha carries the unit of time, so it is measured in median ages:
# 5 weeks where half of the customers are known for 35. It stops runaway fits in shops of 50 and is drowned out by 1,000 customers.
PRIOR_CENTRE = np.log([0.5, 1 / 7, 1.0, 2.5])
PRIOR_SPREAD = np.array([1.5, 1.5, 1.0, 1.0])
HAS_TIME_UNIT = np.array([0.0, 1.0, 0.0, 0.0])
Number = TypeVar("Number", float, Floats)


@dataclass(frozen=True)
class BetaGeometric:
    """Rates differ between customers as Gamma(r, alpha), chances to leave after a purchase as Beta(a, b); see the two models.

    r, a, b have no unit, alpha is in the unit of time of the data. A customer who is still one after k chances to leave has a
    chance p ~ Beta(a, b + k) and, after x repeat purchases by the age T, a rate ~ Gamma(r + x, alpha + T).
    """

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float | None = None
    standard_errors: tuple[float, ...] | None = None
    log_covariance: tuple[tuple[float, ...], ...] | None = None

    name: ClassVar[str]
    can_leave_at_first: ClassVar[bool]

    @classmethod
    def fit(cls, summaries: Summaries, prior: Prior = "weak", start: Self | None = None) -> Self:
        """The model that makes these histories most likely; see `PurchaseModel.fit` and `most_likely`."""
        begin = None if start is None else np.log([start.r, start.alpha, start.a, start.b])
        best = most_likely(
            lambda rows: likelihood_of(rows, cls.can_leave_at_first), summaries, PRIOR_CENTRE, PRIOR_SPREAD, HAS_TIME_UNIT, prior, begin
        )
        r, alpha, a, b = best.parameters
        return cls(r, alpha, a, b, best.log_likelihood, best.standard_errors, best.log_covariance)

    @property
    def parameters(self) -> dict[str, float]:
        """r, alpha, a, b."""
        return {"r": self.r, "alpha": self.alpha, "a": self.a, "b": self.b}

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """How likely each customer is still a customer, 0 to 1.

        P(alive) = 1 / (1 + e^u), u = (r+x) ln((alpha+T)/(alpha+t_x)) + ln a - ln(b+k-1), k = chances to leave so far (1 without any:
        then nobody has left). Fader, Hardie & Lee 2005; falls out of the likelihood.
        """
        x, t_x, T = np.broadcast_arrays(*(np.asarray(part, float) for part in (x, t_x, T)))
        chances = self._chances_to_leave(x)
        silence = np.log(self.alpha + T) - np.log(self.alpha + t_x)
        chance = expit(np.log(self.b + np.maximum(chances - 1, 0.0)) - np.log(self.a) - (self.r + x) * silence)
        return np.where(chances > 0, chance, 1.0)

    def chance_to_buy(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How likely each is to buy at least once in the time ahead: P(alive) (1 - ((alpha+T)/(alpha+T+t))^(r+x))."""
        once = -np.expm1(-(self.r + np.asarray(x, float)) * np.log1p(self._relative(T, ahead)))
        return self.alive(x, t_x, T) * once

    def expected_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How many purchases each will make in the time ahead, on average.

        P(alive) E[(1 - (1 + p t/(alpha+T))^-(r+x)) / p] over p ~ Beta(a, b+k): the textbook form with 2F1, whose a = 1 is no exception
        here. Fader, Hardie & Lee 2005.
        """
        return self.alive(x, t_x, T) * over_distinct(self._purchases_if_alive, x, self._relative(T, ahead))

    def expected_since_first(self, age: ArrayLike) -> Floats:
        """How many repeat purchases a brand-new customer makes up to this age, on average."""
        return self.expected_purchases(0.0, 0.0, 0.0, age)

    def discounted_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, rate: float) -> Floats:
        """All purchases still to come, those at time t from now counted e^(-rate t): P(alive) E[lambda / (rate + p lambda)].

        A customer of rate lambda who leaves with chance p after a purchase buys in any moment ahead at lambda e^(-p lambda t).
        ValueError unless rate > 0: undiscounted, the sum has no end for a <= 1.
        """
        if not rate > 0:
            raise ValueError("the discount rate must be above zero")
        return self.alive(x, t_x, T) * over_distinct(self._discounted_if_alive, x, rate * (self.alpha + np.asarray(T, float)))

    def draw_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike, random: np.random.Generator) -> Integers:
        """A random number of purchases for each in the time ahead: as many as the rate brings, up to the one after which they leave."""
        x, t_x, T, ahead = np.broadcast_arrays(*(np.asarray(part, float) for part in (x, t_x, T, ahead)))
        is_alive = random.random(x.shape) < self.alive(x, t_x, T)
        rate = random.standard_gamma(self.r + x) / (self.alpha + T)
        leaving = random.beta(self.a, self.b + self._chances_to_leave(x))
        wanted = random.poisson(np.minimum(rate * ahead, 1e15))
        last = random.geometric(np.maximum(leaving, 1e-15))
        return np.where(is_alive, np.minimum(wanted, last), 0).astype(np.int64)

    def _chances_to_leave(self, x: Number) -> Number:
        return x + 1 if self.can_leave_at_first else x

    def _relative(self, T: ArrayLike, ahead: ArrayLike) -> Floats:
        relative: Floats = np.asarray(ahead, float) / (self.alpha + np.asarray(T, float))
        return relative

    def _purchases_if_alive(self, x: float, relative: Floats) -> Floats:
        """relative = ahead / (alpha + T)."""
        leaving, weights = beta_nodes(self.a, self.b + self._chances_to_leave(x))
        purchases = -np.expm1(-(self.r + x) * np.log1p(relative[:, None] * leaving))
        return weighted_sums(purchases, weights / leaving)

    def _discounted_if_alive(self, x: float, scaled_rate: Floats) -> Floats:
        """scaled_rate = rate (alpha + T): lambda is g / (alpha + T) with g ~ Gamma(r + x, 1)."""
        leaving, weights = beta_nodes(self.a, self.b + self._chances_to_leave(x))
        pace, pace_weights = gamma_nodes(self.r + x)
        both = pace[:, None] * leaving
        worth = pace_weights * pace
        return np.array([worth @ weighted_sums(1 / (one + both), weights) for one in scaled_rate.tolist()])
