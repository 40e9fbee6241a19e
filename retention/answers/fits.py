"""What forecasts rest on: the fitted models, how well they did on the shop's own past, and what the number of customers allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from retention.answers.backtest import Backtest, backtest, spending_model
from retention.answers.known_customers import KnownCustomers, known_customers
from retention.models import ALL
from retention.models.gamma_gamma import GammaGamma
from retention.models.history import Floats, Summaries
from retention.models.purchase_model import Prior, PurchaseModel
from retention.sentence import Sentence, counted
from retention.warehouse import Marts
from retention.warehouse.facts import day_number

Size = Literal["none", "base", "rough", "full"]
# Customers from which more can be said: their whole base as a range, each of them roughly, each of them.
BASE, ROUGH, FULL = 30, 100, 500
DEFAULT_MODEL = "mbg_nbd"  # it never takes a one-time buyer of years ago for a customer


@dataclass(frozen=True, eq=False)
class Fits:
    """The models of one shop, fitted to everything up to the as-of day, and what is known of their quality.

    customers: everybody who has bought. size: what their number allows: "none" = no forecast (fewer than 30), "base" = the whole base as a
    range (30 to 99), "rough" = everything, said to be rough (100 to 499), "full" = everything.
    models: the three purchase models by name (times in days), none for size "none". model_name: the one to use: the best in the
    back-test, else MBG/NBD. histories: what they were fitted on, equal customers counted together (in whole weeks for large shops).
    spending: what purchases are worth, in major units of sales; None with fewer than 30 paying customers. kept_share: what is left of that
    once returns and purchases worth nothing are counted in: expected sales = purchases × expected value × kept_share.
    frequency_spend_correlation: between how often and how much repeat buyers spend; the forecasts take them to have nothing to do with
    each other, so far from 0 they err. None where it cannot be told.
    scoreboard: the back-test; None where it cannot be done, for the reason in no_scoreboard.
    """

    customers: int
    size: Size
    models: dict[str, PurchaseModel]
    model_name: str
    histories: Summaries
    spending: GammaGamma | None
    kept_share: float
    frequency_spend_correlation: float | None
    scoreboard: Backtest | None
    no_scoreboard: Sentence | None

    @property
    def tells_customers_apart(self) -> bool:
        """Whether enough have bought to say something of single customers, or of parts of them."""
        return self.size in ("rough", "full")

    @property
    def model(self) -> PurchaseModel | None:
        """The purchase model to forecast with; None where there are too few customers for any."""
        return self.models.get(self.model_name)

    def alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats | None:
        """How likely each is still a customer, by the model in use; None where there are too few customers for any.

        BG/NBD takes everybody who bought once for a customer for ever, however long ago: where it is in use, MBG/NBD answers for it.
        """
        model = self.models.get(DEFAULT_MODEL, self.model) if self.model_name == "bg_nbd" else self.model
        return None if model is None else model.alive(x, t_x, T)


def fits(marts: Marts, prior: Prior = "weak") -> Fits:
    """The models behind every forecast. They depend on the data, the as-of day and the filters; not on margin, horizon or discount.

    prior="none": plain maximum likelihood, which runs away in small shops.
    """
    known = known_customers(marts, day_number(marts.facts.as_of))
    size, histories = size_of(len(known)), known.grouped[0]
    if size == "none":
        return Fits(len(known), size, {}, DEFAULT_MODEL, histories, None, known.kept_share, None, None, _too_few(len(known)))
    tried = backtest(marts, prior)
    scoreboard, reason = (tried, None) if isinstance(tried, Backtest) else (None, tried)
    before = scoreboard.models if scoreboard else {}  # a good place to start the climb from
    return Fits(
        customers=len(known),
        size=size,
        models={kind.name: kind.fit(histories, prior, before.get(kind.name)) for kind in ALL},
        model_name=scoreboard.best_model if scoreboard else DEFAULT_MODEL,
        histories=histories,
        spending=spending_model(known, prior),
        kept_share=known.kept_share,
        frequency_spend_correlation=_correlation(known),
        scoreboard=scoreboard,
        no_scoreboard=reason,
    )


def size_of(customers: int) -> Size:
    """What so many customers allow to be said about the future."""
    return "none" if customers < BASE else "base" if customers < ROUGH else "rough" if customers < FULL else "full"


def _too_few(customers: int) -> Sentence:
    return counted(
        "Nothing can be forecast yet: only {count} customer has bought so far, and at least {needed} are needed.",
        "Nothing can be forecast yet: only {count} customers have bought so far, and at least {needed} are needed.",
        customers,
        needed=BASE,
    )


def _correlation(known: KnownCustomers) -> float | None:
    """Between the number of paid purchase days and their mean value, over those with two or more."""
    often = known.paid_purchases > 1
    purchases, mean = known.paid_purchases[often], known.mean_value[often]
    if len(mean) < BASE or not np.ptp(purchases) or not np.ptp(mean):
        return None
    return float(np.corrcoef(purchases, mean)[0, 1])
