"""What every purchase model can be asked."""

from __future__ import annotations

from dataclasses import Field
from typing import Any, ClassVar, Literal, Protocol, Self

import numpy as np
from numpy.typing import ArrayLike

from retention.models.history import Floats, Integers, Summaries

Prior = Literal["weak", "none"]


class PurchaseModel(Protocol):
    """How often customers buy while they are customers, and when they silently stop: one fitted shop.

    Histories are given as x (repeat purchases), t_x (age at the last purchase) and T (age now), numbers or arrays of one shape, in
    the unit of time of the fit; `ahead` and `age` are lengths of time in that unit. Nothing overflows: 10,000 purchases, a purchase
    on the last day and a customer of today have their answers too. The models themselves are listed in `retention.models.ALL`.
    """

    name: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]  # every model is one, so that dataclasses.replace() works

    @property
    def log_likelihood(self) -> float | None:
        """How well the model explains the histories it was fitted to, without the prior; None where it was not fitted."""

    @property
    def standard_errors(self) -> tuple[float, ...] | None:
        """In the order of `parameters`; None where the data do not pin the parameters down."""

    @property
    def log_covariance(self) -> tuple[tuple[float, ...], ...] | None:
        """Covariances of the logarithms of the parameters, for drawing other shops that explain the data nearly as well."""

    @property
    def parameters(self) -> dict[str, float]:
        """The model's numbers by name, all positive."""

    @classmethod
    def fit(cls, summaries: Summaries, prior: Prior = "weak", start: Self | None = None) -> Self:
        """The model that makes these histories most likely; `start` = a model of similar data, which makes it quicker, not different.

        With the weak prior small shops get sane answers too; `prior="none"` is plain maximum likelihood. ValueError without customers.
        """

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """How likely each is still a customer, 0 to 1."""

    def chance_to_buy(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How likely each is to buy at least once in the time ahead, 0 to 1."""

    def expected_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike) -> Floats:
        """How many purchases each will make in the time ahead, on average."""

    def expected_since_first(self, age: ArrayLike) -> Floats:
        """How many repeat purchases a brand-new customer makes up to this age, on average."""

    def discounted_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, rate: float) -> Floats:
        """All purchases still to come, each worth less the later it is: those at time t from now count e^(-rate t). Needs rate > 0."""

    def draw_purchases(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, ahead: ArrayLike, random: np.random.Generator) -> Integers:
        """One possible future of each: a random number of purchases in the time ahead."""
