"""The arithmetic of winning against keeping: from counts of customers and spend to their costs, the ratio and its two ranges."""

from __future__ import annotations

from dataclasses import dataclass

from retention.models.redrawn_counts import redrawn_ratio


@dataclass(frozen=True)
class Spend:
    """What was spent in the same time on winning and on keeping, in minor units; None = not known.

    Shared spend belongs to both sides: shared_to_winning, shared_to_keeping: its likely parts; shared_if_winning, shared_if_keeping: all of
    it, counted on one side (not the same sum where spend on winning is counted later than it was spent).
    """

    winning: int | None
    keeping: int | None
    shared_to_winning: int = 0
    shared_to_keeping: int = 0
    shared_if_winning: int = 0
    shared_if_keeping: int = 0

    def plus(self, winning: int, keeping: int) -> Spend:
        """The same with so much more on either side, as far as that side is known."""
        return Spend(
            None if self.winning is None else self.winning + winning,
            None if self.keeping is None else self.keeping + keeping,
            self.shared_to_winning,
            self.shared_to_keeping,
            self.shared_if_winning,
            self.shared_if_keeping,
        )


UNKNOWN = Spend(None, None)


@dataclass(frozen=True)
class CostRatio:
    """Customers won and kept in the same time, what was spent on either, and what follows; money in major units, None = cannot be known.

    ratio_low, ratio_high: with all shared spend counted as keeping, or as winning (None where that leaves no spend on keeping).
    ratio_chance_low, ratio_chance_high: where chance in who came and who stayed would put the ratio 90 times in 100, shared spend by its
    likely parts; None where a ratio is not known, or has no upper end.
    """

    acquired: int
    kept: int
    spend: Spend
    minor_units: int

    @property
    def acquisition_spend(self) -> float | None:
        """Spent on winning, with the likely part of shared spend."""
        return None if self.spend.winning is None else (self.spend.winning + self.spend.shared_to_winning) / self.minor_units

    @property
    def retention_spend(self) -> float | None:
        """Spent on keeping, with the likely part of shared spend."""
        return None if self.spend.keeping is None else (self.spend.keeping + self.spend.shared_to_keeping) / self.minor_units

    @property
    def shared_spend(self) -> float:
        """Of both: how much was spent on winning and keeping at once."""
        return (self.spend.shared_to_winning + self.spend.shared_to_keeping) / self.minor_units

    @property
    def cac(self) -> float | None:
        """The cost of one new customer."""
        return self._each(self.spend.winning, self.spend.shared_to_winning, self.acquired)

    @property
    def cac_low(self) -> float | None:
        """The cost of one new customer if none of the shared spend were winning."""
        return self._each(self.spend.winning, 0, self.acquired)

    @property
    def cac_high(self) -> float | None:
        """The cost of one new customer if all shared spend were winning."""
        return self._each(self.spend.winning, self.spend.shared_if_winning, self.acquired)

    @property
    def crc(self) -> float | None:
        """The cost of one kept customer."""
        return self._each(self.spend.keeping, self.spend.shared_to_keeping, self.kept)

    @property
    def ratio(self) -> float | None:
        """How many times dearer winning one is than keeping one."""
        return self._ratio(self.spend.shared_to_winning, self.spend.shared_to_keeping)

    @property
    def ratio_low(self) -> float | None:
        """The ratio with all shared spend counted as keeping."""
        return self._ratio(0, self.spend.shared_if_keeping)

    @property
    def ratio_high(self) -> float | None:
        """The ratio with all shared spend counted as winning."""
        return self._ratio(self.spend.shared_if_winning, 0)

    @property
    def ratio_chance_low(self) -> float | None:
        """The lower end of what chance leaves open."""
        return self._by_chance(0)

    @property
    def ratio_chance_high(self) -> float | None:
        """The upper end of what chance leaves open."""
        return self._by_chance(1)

    @property
    def ratio_lowest(self) -> float | None:
        """The lower end where shared spend and chance both lean towards keeping."""
        low, chance, ratio = self.ratio_low, self.ratio_chance_low, self.ratio
        return low * chance / ratio if low is not None and chance is not None and ratio else None

    @property
    def ratio_highest(self) -> float | None:
        """The upper end where both lean towards winning; None where there is none."""
        high, chance, ratio = self.ratio_high, self.ratio_chance_high, self.ratio
        return high * chance / ratio if high is not None and chance is not None and ratio else None

    def _each(self, own: int | None, shared: int, people: int) -> float | None:
        return None if own is None or not people else (own + shared) / people / self.minor_units

    def _ratio(self, shared_to_winning: int, shared_to_keeping: int) -> float | None:
        if self.spend.winning is None or self.spend.keeping is None or not self.acquired or not self.kept:
            return None
        kept_cost = (self.spend.keeping + shared_to_keeping) / self.kept
        return (self.spend.winning + shared_to_winning) / self.acquired / kept_cost if kept_cost else None

    def _by_chance(self, end: int) -> float | None:
        ratio = self.ratio
        if ratio is None:
            return None
        people = redrawn_ratio(self.kept, self.acquired)[end]
        return None if people is None else ratio * people * self.acquired / self.kept
