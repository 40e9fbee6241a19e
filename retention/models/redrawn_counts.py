"""What chance does to the ratio of two counts of customers: as many customers drawn anew."""

from __future__ import annotations

from scipy.stats import binom

OUTSIDE = 0.10  # a twentieth of the draws lies below the low end, a twentieth above the high one


def redrawn_ratio(count: int, other: int) -> tuple[float, float | None]:
    """Between which values count ÷ other lies 90 times in 100 when these customers are drawn anew; None = without end.

    Each of the count + other customers belongs to one side or the other, so among as many drawn with replacement the first side's number
    is binomial with share count ÷ (count + other): its 5 % and 95 % quantiles are those of endless draws, and no draw is needed.
    ValueError unless there are customers on both sides.
    """
    people = count + other
    if count < 1 or other < 1:
        raise ValueError(f"{count} and {other} are no two groups of customers")
    low, high = (int(binom.ppf(share, people, count / people)) for share in (OUTSIDE / 2, 1 - OUTSIDE / 2))
    # the low end never takes everybody: even with one customer on the other side, a draw misses that one less than 4 times in 10
    return low / (people - low), (high / (people - high) if high < people else None)
