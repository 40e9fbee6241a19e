"""Several scenarios on the same customers over the same months: which pays best, which may lose, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from retention.models.history import Floats
from retention.programmes import by_name
from retention.programmes.business import Business
from retention.programmes.evaluate import outcome_and_futures
from retention.programmes.named_scenario import NamedScenario
from retention.programmes.outcome import Outcome
from retention.programmes.present_value import HALF_MINOR_UNIT
from retention.programmes.scenario import code_of

SHORT_MONTHS = 3
SURE = 0.95  # share of the futures in which the best must be ahead before we call it better


@dataclass(frozen=True)
class Compared:
    """One scenario among the others, money in the shop's currency.

    short_net: what it has brought after the first SHORT_MONTHS. best_share: share of the drawn futures in which none of the others, and
    not doing nothing either, brings more. fits: False where it names rungs that this business does not have, which were left out.
    """

    named: NamedScenario
    outcome: Outcome
    short_net: float
    best_share: float
    fits: bool


@dataclass(frozen=True)
class Lead:
    """How far the best is ahead of the next: by the set values, and in futures drawn for both alike.

    next: None = doing nothing. low, high: nine of ten futures lie between. ahead_share: of the futures, those in which it is ahead.
    """

    best: Compared
    next: Compared | None
    difference: float
    low: float
    high: float
    ahead_share: float

    @property
    def is_sure(self) -> bool:
        """Whether it is ahead in nearly all futures."""
        return self.ahead_share >= SURE


@dataclass(frozen=True)
class Comparison:
    """The scenarios, the one that brings most first. nothing_best_share: share of the futures in which doing nothing is best.

    lead: of the best over the next; None where no scenario brings more than doing nothing.
    """

    months: int
    rows: tuple[Compared, ...]
    nothing_best_share: float
    lead: Lead | None

    @property
    def riskiest(self) -> Compared:
        """The one that loses most often, of several the one that brings least."""
        return max(reversed(self.rows), key=lambda row: row.outcome.probability_of_loss)

    @property
    def best_with_later(self) -> Compared | None:
        """The one that brings most once the later value counts too, of equals the one ahead without it; None = doing nothing."""
        best = max(self.rows, key=lambda row: (round(row.outcome.net_with_later, 2), row.outcome.net))
        return best if best.outcome.net_with_later >= HALF_MINOR_UNIT else None

    @property
    def later_turns(self) -> bool:
        """Whether another is best once the later value counts too."""
        return self.best_with_later is not (None if self.lead is None else self.lead.best)


def compare(business: Business, scenarios: Sequence[NamedScenario], months: int, annual_discount_rate: float = 0.10) -> Comparison:
    """The scenarios on this business, all over these months whatever each was tried with; at least one. Their order makes no difference.

    One programme's scenarios share the draws of its assumptions, and all scenarios that of the margin, so that what is unsure for two
    of them alike does not blur the difference between them. Refusal for a value that cannot be.
    """
    asked = sorted(set(scenarios), key=lambda named: (named.name, code_of(named.scenario)))
    wanted = [replace(named.scenario, months=months) for named in asked]
    fitted = [scenario.fitted(business) for scenario in wanted]
    found = [
        outcome_and_futures(by_name(one.programme), business, dict(one.values), one.offered, months, annual_discount_rate) for one in fitted
    ]
    nets = np.array([futures for _, futures in found])
    *shares, nothing_share = _best_shares(nets)
    rows = [
        Compared(named, outcome, outcome.months[min(SHORT_MONTHS, months) - 1].cumulative, share, fits == whole)
        for named, whole, fits, (outcome, _), share in zip(asked, wanted, fitted, found, shares, strict=True)
    ]
    order = sorted(range(len(rows)), key=lambda place: -rows[place].outcome.net)
    return Comparison(months, tuple(rows[place] for place in order), nothing_share, _lead([rows[place] for place in order], nets[order]))


def _best_shares(nets: Floats) -> list[float]:
    """Of the futures, the share in which each row is best, and last that of doing nothing; equals share a future among them."""
    all_nets = np.vstack([nets, np.zeros((1, nets.shape[1]))])
    is_best = all_nets > all_nets.max(axis=0) - HALF_MINOR_UNIT
    shares: list[float] = (is_best / is_best.sum(axis=0)).mean(axis=1).tolist()
    return shares


def _lead(rows: Sequence[Compared], nets: Floats) -> Lead | None:
    best = rows[0]
    if best.outcome.net < HALF_MINOR_UNIT:
        return None
    follows = rows[1] if len(rows) > 1 and rows[1].outcome.net > 0 else None
    ahead = nets[0] - (nets[1] if follows else 0.0)
    low, high = np.quantile(ahead, [0.05, 0.95]).tolist()
    difference = best.outcome.net - (follows.outcome.net if follows else 0.0)
    return Lead(best, follows, difference, low, high, float(np.mean(ahead > HALF_MINOR_UNIT)))
