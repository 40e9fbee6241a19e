"""How winning or keeping answers to money, as far as anybody knows: today's figures, a guess at the ceiling or a second level of spend."""

from __future__ import annotations

from dataclasses import dataclass

from retention.models.spend_curves import SpendCurve, curve_through, curve_to_ceiling

SLIGHTLY_MORE = 1.01  # the lowest ceiling a curve can have, in parts of today's


@dataclass(frozen=True)
class Response:
    """Winning or keeping today, and how it answers to money.

    customers, spend: today's; value: money that each brings. low, high: the ceiling between which the truth is taken to lie, in parts of
    today's customers (1.5 = half as many more, however much were spent); most: no ceiling is above it (None = no such limit).
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
    def ceilings(self) -> tuple[float, float]:
        """The two ceilings in customers, once limited."""
        highest = max(SLIGHTLY_MORE, self.high if self.most is None else min(self.high, self.most))
        return max(SLIGHTLY_MORE, min(self.low, highest)) * self.customers, highest * self.customers

    def curves(self) -> tuple[SpendCurve, SpendCurve, SpendCurve]:
        """The curve of total spend to customers in all three ways: with the low ceiling, halfway between both, with the high one."""
        known = self._through_second()
        if known is not None:
            return known, known, known
        low, high = self.ceilings
        return self._to(low), self._to((low + high) / 2), self._to(high)

    def _to(self, ceiling: float) -> SpendCurve:
        return curve_to_ceiling(self.spend, self.customers, ceiling, self.anyway * self.customers)

    def _through_second(self) -> SpendCurve | None:
        if self.second is None:
            return None
        try:
            return curve_through((self.spend, self.customers), self.second, self.anyway * self.customers)
        except ValueError:
            return None
