"""Shops and values for laws: any figures that can be, drawn by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from retention.programmes.business import Business, Rung
from retention.programmes.programme import Programme

NAMES = ("first_purchase", "regular", "advocate", "lapsed")


@st.composite
def shops(draw: st.DrawFn, lapsed_are_gone: bool = False, stand_still: bool = False) -> Business:
    """A shop with four rungs. lapsed_are_gone: the lapsed buy nothing and never return; stand_still: nobody moves and nobody comes."""
    rungs = []
    for name in NAMES:
        pace = 0.0 if lapsed_are_gone and name == "lapsed" else draw(st.integers(0, 64), label="pace") / 16
        rungs.append(Rung(name, draw(st.integers(0, 5_000), label=name), pace, draw(st.integers(1, 3_000), label="check")))
    moves = []
    for place in range(len(NAMES)):
        stays = stand_still or (lapsed_are_gone and NAMES[place] == "lapsed")
        weights = [float(to == place) for to in range(4)] if stays else [draw(st.integers(0, 10)) + float(to == place) for to in range(4)]
        moves.append(tuple(weight / sum(weights) for weight in weights))
    new = 0.0 if stand_still else draw(st.integers(0, 50), label="new customers")
    return Business(tuple(rungs), draw(st.integers(5, 95), label="margin") / 100, tuple(moves), new, draw(st.integers(0, 2_000)))


def drawn_values(data: st.DataObject, programme: Programme, most_money: float = 1_000.0) -> dict[str, float]:
    """A value for every assumption of the programme, from all it may be; money and counts not above most_money."""
    return {
        assumption.name: data.draw(_steps(assumption.minimum, min(assumption.maximum, most_money)), label=assumption.name)
        for assumption in programme.assumptions
    }


def likely_values(data: st.DataObject, programme: Programme) -> dict[str, float]:
    """A value for every assumption of the programme, not far from what is thought likely; no costs beside the reward."""
    return {
        assumption.name: data.draw(
            _steps(min(assumption.low, assumption.likely / 2), min(max(assumption.high, assumption.likely * 2), assumption.maximum)),
            label=assumption.name,
        )
        for assumption in programme.assumptions
    }


def _steps(low: float, high: float) -> st.SearchStrategy[float]:
    """Both ends and what lies between, without the hair's breadths that floating numbers also know."""
    return st.integers(0, 64).map(lambda step: low + step / 64 * (high - low))
