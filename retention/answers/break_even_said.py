"""How far the figure that decides must go for a programme to pay, in sentences that page and command share."""

from __future__ import annotations

from retention.programmes import by_name
from retention.programmes.assumption import BILLS, Assumption
from retention.programmes.break_even import FREQUENCY_LIFT
from retention.programmes.evaluate import FIRST_YEAR
from retention.programmes.outcome import Outcome
from retention.programmes.present_value import HALF_MINOR_UNIT
from retention.sentence import N_, Sentence, Share, Value, sentence

SHARE_NOT_WRITTEN, NUMBER_NOT_WRITTEN = 0.0005, 0.005  # what is nearer to nothing is written as nothing
BUY_MORE_OFTEN = {
    "first_purchase": N_("It pays only if customers with a first purchase buy {needed} more often; you assume {assumed}."),
    "regular": N_("It pays only if regulars buy {needed} more often; you assume {assumed}."),
    "advocate": N_("It pays only if advocates buy {needed} more often; you assume {assumed}."),
    "lapsed": N_("It pays only if lapsed customers come back {needed} more often; you assume {assumed}."),
}


def break_even_said(outcome: Outcome) -> tuple[Sentence, ...]:
    """The break-even and what it counts, or why there is none; nothing where nothing is spent or nothing can be asked for."""
    programme = by_name(outcome.programme)
    lever, is_harm = programme.named[outcome.lever], programme.lever_is_harm
    if lever in BILLS or (is_free(outcome) and not is_harm):
        return ()
    if is_harm:
        return (_of_harm(outcome, lever),)
    told = _of_none(outcome, lever) if outcome.break_even_lift is None else _of_growth(outcome, lever, outcome.break_even_lift)
    if outcome.break_even_counts_later:
        return told, sentence("That counts what customers won or kept bring in the two years after, too.")
    if lever.name == FREQUENCY_LIFT and asks_for_growth(outcome) and len(outcome.months) != FIRST_YEAR:
        return told, sentence("That growth is meant in the first year, on average.")
    return (told,)


def is_free(outcome: Outcome) -> bool:
    """Whether nothing is spent on it, and nothing saved."""
    return max(outcome.reward_cost, abs(outcome.fixed_cost), outcome.setup_cost) < HALF_MINOR_UNIT


def asks_for_growth(outcome: Outcome) -> bool:
    """Whether it pays only from some growth of participants' sales on."""
    needed = outcome.break_even_lift
    return outcome.lever == FREQUENCY_LIFT and needed is not None and needed >= SHARE_NOT_WRITTEN


def _of_growth(outcome: Outcome, lever: Assumption, needed: float) -> Sentence:
    values: dict[str, Value] = {"needed": _figure(lever, needed), "assumed": _figure(lever, outcome.lift)}
    is_nothing = needed < _least_written(lever)
    if lever.name != FREQUENCY_LIFT:
        if is_nothing:
            return sentence("It pays even if “{figure}” is {needed}.", figure=Sentence(lever.label), needed=_figure(lever, 0.0))
        return sentence("It pays only if “{figure}” reaches {needed}; you assume {assumed}.", figure=Sentence(lever.label), **values)
    if is_nothing:
        return sentence("It pays even if participants buy no more than before.")
    if outcome.assumptions.get("basket_lift"):
        return sentence("It pays only if participants buy for {needed} more; you assume {assumed}.", **values)
    if len(outcome.offered) == 1 and outcome.offered[0] in BUY_MORE_OFTEN:
        return Sentence(BUY_MORE_OFTEN[outcome.offered[0]], tuple(values.items()))
    return sentence("It pays only if participants buy {needed} more often; you assume {assumed}.", **values)


def _of_none(outcome: Outcome, lever: Assumption) -> Sentence:
    if outcome.no_break_even == "nobody":
        return sentence("Nobody who buys takes part: nothing can make it pay.")
    if lever.name == FREQUENCY_LIFT:
        return (
            sentence("The reward takes the whole margin: no growth can make it pay.")
            if outcome.no_break_even == "reward_eats_margin"
            else sentence("No growth within reach makes it pay.")
        )
    if outcome.no_break_even == "reward_eats_margin":
        return sentence("The more “{figure}” is, the more it loses: it costs more than that brings.", figure=Sentence(lever.label))
    return sentence("Nothing that “{figure}” can be makes it pay.", figure=Sentence(lever.label))


def _of_harm(outcome: Outcome, lever: Assumption) -> Sentence:
    label, needed = Sentence(lever.label), outcome.break_even_lift
    if needed is None and outcome.no_break_even is None:
        return sentence("It pays even if “{figure}” is as high as it can be.", figure=label)
    if outcome.no_break_even == "nobody":
        return _of_none(outcome, lever)
    if needed is None or needed < _least_written(lever):
        return sentence("It does not pay even if “{figure}” is {least}.", figure=label, least=_figure(lever, 0.0))
    return sentence(
        "It pays as long as “{figure}” stays below {needed}; you assume {assumed}.",
        figure=label,
        needed=_figure(lever, needed),
        assumed=_figure(lever, outcome.lift),
    )


def _least_written(lever: Assumption) -> float:
    return SHARE_NOT_WRITTEN if lever.unit == "share" else NUMBER_NOT_WRITTEN


def _figure(lever: Assumption, value: float) -> Value:
    if lever.unit == "share":
        return Share(value)
    return 0 if value < NUMBER_NOT_WRITTEN else value
