"""How winning or keeping answers to money, as far as anybody knows: today's figures, a guess at the ceiling or a second level of spend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

import numpy as np

from retention.models.spend_curves import SpendCurve, curve_through, curve_to_ceiling

SLIGHTLY_MORE = 1.01  # the lowest ceiling that is guessed, in parts of today's
FAR_MORE = 10.0  # the highest: two levels that lie on a straight line would have none at all
DRAWS, SEED = 200, 20_260_101
OTHER_LENGTH, SAME_PRICE = 2.0, 0.1  # spends at least so far apart at nearly the same price of a customer: another number of months


@dataclass(frozen=True)
class Response:
    """Winning or keeping today, and how it answers to money.

    customers, spend: today's; value: money that each brings. low, high: the ceiling between which the truth is taken to lie, in parts of
    today's customers (1.5 = half as many more, however much were spent); most: no ceiling is above it, more than 1 (None = no such limit).
    anyway: the part of today's customers who would come, or stay, without any spending.
    second: spend and customers of another period of the same length, which tells the ceiling better than anybody's guess.
    """

    customers: int
    spend: float
    value: float
    low: float
    high: float
    most: float | None = None
    anyway: float = 0.0
    second: tuple[float, float] | None = None

    @property
    def is_second_usable(self) -> bool:
        """Whether a curve that flattens passes through both periods; if not, the ceilings are used."""
        return self._through_second() is not None

    @property
    def is_second_of_other_length(self) -> bool:
        """Whether the second level looks like more or fewer months: far more or less money at the very same price of a customer."""
        if self.second is None or not min(self.second) > 0:
            return False
        money, people = self.second[0] / self.spend, self.second[1] / self.customers
        return max(money, 1 / money) >= OTHER_LENGTH and abs(people / money - 1) <= SAME_PRICE

    @property
    def ceilings(self) -> tuple[float, float]:
        """The two ceilings in customers, once limited."""
        return self._limited(min(self.low, self.high)), self._limited(self.high)

    def curves(self) -> tuple[SpendCurve, SpendCurve, SpendCurve]:
        """The curve of total spend to customers in all three ways: with the low ceiling, halfway between both, with the high one."""
        known = self._through_second()
        if known is not None:
            return known, known, known
        low, high = self.ceilings
        return self._to(low), self._to((low + high) / 2), self._to(high)

    def ends(self, seed: int) -> tuple[tuple[SpendCurve, ...], ...]:
        """What the truth may be instead of the middle curve: both ends of a guess, once; or, for two levels, one curve for each of many
        draws of the customers counted at either (the same for the same seed)."""
        return _redrawn(self, seed) if self.is_second_usable else (self.curves()[::2],)

    def _limited(self, ceiling: float) -> float:
        highest = inf if self.most is None else self.most
        return min(max(SLIGHTLY_MORE, ceiling), highest) * self.customers

    def _to(self, ceiling: float) -> SpendCurve:
        return curve_to_ceiling(self.spend, self.customers, ceiling, self.anyway * self.customers)

    def _through_second(self) -> SpendCurve | None:
        return None if self.is_second_of_other_length else self._through_both()

    def _through_both(self) -> SpendCurve | None:
        if self.second is None:
            return None
        try:
            known = curve_through((self.spend, self.customers), self.second, self.anyway * self.customers)
        except ValueError:
            return None
        highest = self._limited(inf)
        return known if known.ceiling <= highest else self._to(highest)


@lru_cache(maxsize=16)
def _redrawn(response: Response, seed: int) -> tuple[tuple[SpendCurve, ...], ...]:
    """One curve for each draw. Where chance bends a draw so that no curve passes through it, the ceiling is the lowest, or the highest."""
    random = np.random.default_rng((SEED, seed))
    spend, people = response.second or (0.0, 0.0)
    draws = [_drawn(random, response, count) for count in (response.customers, round(people))]
    return tuple((_curve(response, max(1, today), spend, other),) for today, other in np.column_stack(draws).tolist())


def _drawn(random: np.random.Generator, response: Response, count: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """So many customers drawn anew: among all there are, where that is known; else among people without number."""
    if response.most is None:
        return random.poisson(count, DRAWS)
    people = max(count, round(response.most * response.customers))
    return random.binomial(people, count / people, DRAWS)


def _curve(response: Response, today: int, spend: float, other: int) -> SpendCurve:
    most = None if response.most is None else max(SLIGHTLY_MORE, response.most * response.customers / today)
    drawn = replace(response, customers=today, most=most, second=(spend, other), low=SLIGHTLY_MORE, high=SLIGHTLY_MORE)
    if (other - today) * (spend - response.spend) > 0:  # more money, more customers: a curve, or too straight for one
        drawn = replace(drawn, low=FAR_MORE, high=FAR_MORE)
        known = drawn._through_both()
        if known is not None and known.ceiling <= FAR_MORE * today:
            return known
    return drawn._to(drawn.ceilings[0])
