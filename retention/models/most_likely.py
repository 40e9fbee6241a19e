"""The most likely parameters of a purchase model, with or without a weak prior, and how well the data pin them down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from retention.models.history import Floats, Summaries
from retention.models.newton import Surface, climb
from retention.models.purchase_model import Prior
from retention.models.weak_prior import with_prior

REACH = 12.0  # plain maximum likelihood may run away on few customers: stop where a parameter is e^12 times the prior's centre
MANY_ROWS, FEW_ROWS = 20_000, 2_500  # with so many histories the climb starts from where so few of them lead


@dataclass(frozen=True)
class Estimate:
    """Parameters on their natural scale with standard errors (delta method), and covariances of their logarithms.

    standard_errors and log_covariance are None where the data do not pin the parameters down. log_likelihood is without the prior.
    """

    parameters: tuple[float, ...]
    log_likelihood: float
    standard_errors: tuple[float, ...] | None
    log_covariance: tuple[tuple[float, ...], ...] | None


def most_likely(
    likelihood_of: Callable[[Summaries], Callable[[Floats], Surface]],
    summaries: Summaries,
    centre: Floats,
    spread: Floats,
    has_time_unit: Floats,
    prior: Prior,
    begin: Floats | None = None,
) -> Estimate:
    """The parameters under which these histories are most likely.

    likelihood_of: gives for some histories the log-likelihood as a function of the parameters' logarithms. centre, spread: of the
    normal prior on these logarithms, with lengths of time (has_time_unit = 1) measured in median ages. begin: logarithms to start at.
    ValueError without customers.
    """
    if not len(summaries.customers):
        raise ValueError("no customers to learn from")
    unit = summaries.median_age or float(np.average(summaries.age, weights=summaries.customers)) or 1.0
    centre = centre + has_time_unit * np.log(unit)
    likelihood = likelihood_of(summaries)
    if begin is None and len(summaries.customers) >= MANY_ROWS:
        some = with_prior(likelihood_of(_some_of(summaries)), centre, spread, prior)
        begin = climb(some, centre, REACH, centre).place
    top = climb(with_prior(likelihood, centre, spread, prior), centre if begin is None else begin, REACH, centre)
    place, covariance = top.place, top.covariance
    log_likelihood = likelihood(place).height
    errors = None if covariance is None else tuple((np.exp(place) * np.sqrt(np.diag(covariance))).tolist())
    covariances = None if covariance is None else tuple(tuple(row) for row in covariance.tolist())
    return Estimate(tuple(np.exp(place).tolist()), log_likelihood, errors, covariances)


def _some_of(summaries: Summaries) -> Summaries:
    every = slice(None, None, len(summaries.customers) // FEW_ROWS)
    rows = (summaries.repeat_purchases, summaries.last_purchase_age, summaries.age, summaries.customers)
    return Summaries(*(column[every] for column in rows))
