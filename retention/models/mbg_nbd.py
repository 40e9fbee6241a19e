"""Who is still a customer: the MBG/NBD purchase model, fitted on counted histories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import digamma, expit, gammaln, polygamma

from retention.models.history import Floats, Summaries
from retention.models.newton import Surface, climb

Prior = Literal["weak", "none"]
# Weak prior on the logs of r, alpha / median age, a, b. alpha carries the unit of time, so it is measured in median ages:
# 5 weeks where half of the customers are known for 35. It stops runaway fits in shops of 50 and is drowned out by 1,000 customers.
PRIOR_CENTRE = np.log([0.5, 1 / 7, 1.0, 2.5])
PRIOR_SPREAD = np.array([1.5, 1.5, 1.0, 1.0])
REACH = 12.0  # plain maximum likelihood may run away on few customers: stop where a parameter is e^12 times its start


@dataclass(frozen=True)
class MbgNbd:
    """How often customers buy while they are customers, and how likely they are to leave after each purchase.

    ASSUMPTIONS: while active a customer buys at random moments at a steady rate of his own (no season, no regular rhythm);
    rates differ between customers as Gamma(r, alpha); after every purchase, the first included, a customer leaves with a
    chance of his own, and these chances differ as Beta(a, b); rate and chance are independent; nobody returns after leaving.

    r, a, b have no unit, alpha is in the unit of time of the data. standard_errors in the same order (r, alpha, a, b); None
    where the data do not pin the parameters down. log_likelihood is that of the data alone, without the prior.
    Source: Batislam, Denizel & Filiztekin 2007; likelihood as in Fader, Hardie & Lee 2005 with dropout also at the first purchase.
    """

    r: float
    alpha: float
    a: float
    b: float
    log_likelihood: float | None = None
    standard_errors: tuple[float, float, float, float] | None = None

    @classmethod
    def fit(cls, summaries: Summaries, prior: Prior = "weak") -> MbgNbd:
        """The model that makes these histories most likely; with the weak prior small shops get sane answers too.

        `prior="none"` is plain maximum likelihood. Standard errors: inverse curvature in log-parameters, delta method.
        ValueError without customers.
        """
        if not len(summaries.customers):
            raise ValueError("no customers to learn from")
        unit = summaries.median_age or float(np.average(summaries.age, weights=summaries.customers)) or 1.0
        centre = PRIOR_CENTRE + np.array([0.0, np.log(unit), 0.0, 0.0])
        weight = np.zeros(4) if prior == "none" else PRIOR_SPREAD**-2
        distinct, position = np.unique(summaries.repeat_purchases, return_inverse=True)
        tally = np.bincount(position, weights=summaries.customers).astype(np.float64)

        def surface(logs: Floats) -> Surface:
            likelihood, away = _log_likelihood(logs, summaries, distinct, tally), logs - centre
            return Surface(
                likelihood.height - float(weight @ away**2) / 2,
                likelihood.slope - weight * away,
                likelihood.curvature - np.diag(weight),
            )

        top = climb(surface, centre, REACH)
        r, alpha, a, b = np.exp(top.place).tolist()
        errors = None
        if top.covariance is not None:
            r_error, alpha_error, a_error, b_error = (np.exp(top.place) * np.sqrt(np.diag(top.covariance))).tolist()
            errors = (r_error, alpha_error, a_error, b_error)
        return cls(r, alpha, a, b, _log_likelihood(top.place, summaries, distinct, tally).height, errors)

    def alive(self, repeat_purchases: Floats, last_purchase_age: Floats, age: Floats) -> Floats:
        """How likely each customer is still a customer, 0 to 1; it falls with silence, for one-time buyers too.

        P(alive) = 1 / (1 + e^u), u = (r+x) ln((alpha+T)/(alpha+t_x)) + ln a - ln(b+x). Arrays (or numbers) of one shape, in the
        unit of the fit. No overflow for very frequent buyers.
        """
        x, silence = np.asarray(repeat_purchases, float), np.log(self.alpha + age) - np.log(self.alpha + last_purchase_age)
        chance: Floats = expit(np.log(self.b + x) - np.log(self.a) - (self.r + x) * silence)
        return chance


def _log_likelihood(logs: Floats, summaries: Summaries, distinct: Floats, tally: Floats) -> Surface:
    """Log-likelihood with slope and curvature in log-parameters.

    Per customer: lnG(r+x) - lnG(r) + r ln alpha + lnG(a+b) - lnG(b) + lnG(b+x+1) - lnG(a+b+x+1) - (r+x) ln(alpha+T) + ln(1+e^u).
    Gamma functions are taken once per distinct x (`distinct`, with `tally` customers each), logarithms once per history.
    """
    r, alpha, a, b = parameters = np.exp(logs)
    x, count = summaries.repeat_purchases, summaries.customers
    until_end, until_last = alpha + summaries.age, alpha + summaries.last_purchase_age
    silence = np.log(until_end) - np.log(until_last)
    silence_slope, silence_bend = 1 / until_end - 1 / until_last, until_last**-2 - until_end**-2
    u = (r + x) * silence + logs[2] - np.log(b + x)
    dead = expit(u)  # the chance of having left comes with the likelihood for free
    left = count * dead

    lower, upper, total = gammaln(r + distinct) - gammaln(r), gammaln(b + distinct + 1), gammaln(a + b + distinct + 1)
    height = tally @ (lower + upper - total) + tally.sum() * (r * logs[1] + gammaln(a + b) - gammaln(b))
    height += count @ (np.logaddexp(0.0, u) - (r + x) * np.log(until_end))

    both = tally @ (digamma(a + b) - digamma(a + b + distinct + 1))
    slope = np.array(
        [
            tally @ (digamma(r + distinct) - digamma(r)) + count @ (logs[1] - np.log(until_end)) + left @ silence,
            count @ (r / alpha - (r + x) / until_end) + left @ ((r + x) * silence_slope),
            both + left.sum() / a,
            both + tally @ (digamma(b + distinct + 1) - digamma(b)) - left @ (1 / (b + x)),
        ]
    )
    u_slope = np.column_stack([silence, (r + x) * silence_slope, np.full_like(x, 1 / a), -1 / (b + x)])
    curvature = u_slope.T @ (u_slope * (left * (1 - dead))[:, None])
    both_bend = tally @ (polygamma(1, a + b) - polygamma(1, a + b + distinct + 1))
    curvature[2:, 2:] += both_bend
    curvature[0, 0] += tally @ (polygamma(1, r + distinct) - polygamma(1, r))
    curvature[[0, 1], [1, 0]] += count @ (1 / alpha - 1 / until_end) + left @ silence_slope
    curvature[1, 1] += count @ ((r + x) / until_end**2 - r / alpha**2) + left @ ((r + x) * silence_bend)
    curvature[2, 2] -= left.sum() / a**2
    curvature[3, 3] += tally @ (polygamma(1, b + distinct + 1) - polygamma(1, b)) + left @ (b + x) ** -2.0
    in_logs = np.outer(parameters, parameters) * curvature + np.diag(parameters * slope)
    return Surface(float(height), parameters * slope, in_logs)
