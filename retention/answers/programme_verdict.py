"""What comes of a programme, as a shop owner would say it: one sentence per fact, the same ones on the page and from the command."""

from __future__ import annotations

from dataclasses import dataclass

from retention.answers.best_month import BestMonth
from retention.answers.break_even_said import asks_for_growth, break_even_said, is_free
from retention.programmes.business import Business
from retention.programmes.evaluate import DRAWS, FIRST_YEAR
from retention.programmes.outcome import Outcome
from retention.programmes.present_value import HALF_MINOR_UNIT
from retention.sentence import CalendarMonth, Money, Sentence, Share, counted, sentence

WORTH_SAYING = 0.1  # later money as a share of the net
HALF_A_PERSON = 0.5


@dataclass(frozen=True)
class Verdict:
    """result: profit or loss over the months looked at, in one sentence; later: what comes after them, where it is worth saying.
    facts: what else decides, each with what belongs to it. besides: what the profit leaves out or includes unseen."""

    result: Sentence
    later: tuple[Sentence, ...]
    facts: tuple[tuple[Sentence, ...], ...]
    besides: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All of them in order."""
        return (self.result, *self.later, *(one for fact in self.facts for one in fact), *self.besides)


def programme_verdict(outcome: Outcome, business: Business, currency: str | None, best_month: BestMonth | None = None) -> Verdict:
    """The outcome in sentences. business: the one it was worked out for; best_month: of its sales, where known."""
    facts = (
        break_even_said(outcome),
        _best_month(best_month) if asks_for_growth(outcome) else (),
        _lost_again(outcome),
        _subsidy(outcome, currency),
        _cost_of_a_friend(outcome, business, currency),
        *_chances(outcome, currency),
    )
    return Verdict(
        _result(outcome, currency), _later(outcome, currency), tuple(fact for fact in facts if fact), _besides(outcome, currency)
    )


def month_lost_again(outcome: Outcome) -> int | None:
    """The first month by whose end everything spent had come back, where it is lost again later; None where it is not."""
    if outcome.cost <= 0 or outcome.payback_month is not None:
        return None
    return next((month.month for month in outcome.months if month.cumulative > -HALF_MINOR_UNIT), None)


def counts_later(outcome: Outcome) -> bool:
    """Whether the money after the months looked at is worth saying: the programme is meant for it, it turns the result, or is a good part
    of it."""
    if abs(outcome.later_value) < HALF_MINOR_UNIT:
        return False
    turns = (outcome.net < 0) != (outcome.net_with_later < 0)
    return outcome.break_even_counts_later or turns or abs(outcome.later_value) >= WORTH_SAYING * abs(outcome.net)


def _result(outcome: Outcome, currency: str | None) -> Sentence:
    money, months = Money(abs(outcome.net), currency), len(outcome.months)
    if abs(outcome.net) < HALF_MINOR_UNIT:
        return sentence("Brings nothing and costs nothing.") if is_free(outcome) else sentence("Brings as much as it costs.")
    if months == FIRST_YEAR:
        return (
            sentence("Loses {money} in the first year.", money=money)
            if outcome.net < 0
            else sentence("Brings {money} in the first year.", money=money)
        )
    if outcome.net < 0:
        return counted("Loses {money} in {count} month.", "Loses {money} in {count} months.", months, money=money)
    return counted("Brings {money} in {count} month.", "Brings {money} in {count} months.", months, money=money)


def _later(outcome: Outcome, currency: str | None) -> tuple[Sentence, ...]:
    if not counts_later(outcome):
        return ()
    later, both = Money(abs(outcome.later_value), currency), Money(abs(outcome.net_with_later), currency)
    told = (
        sentence("The customers it keeps or wins are expected to bring {money} more in the two years after.", money=later)
        if outcome.later_value > 0
        else sentence("The customers it loses would have brought {money} in the two years after.", money=later)
    )
    if outcome.net_with_later < 0:
        return told, sentence("With these two years it loses {money} in all.", money=both)
    if outcome.net < 0:
        return told, sentence("With these two years it pays: {money} in all.", money=both)
    return told, sentence("With these two years it brings {money} in all.", money=both)


def _best_month(best: BestMonth | None) -> tuple[Sentence, ...]:
    if best is None:
        return ()
    if best.above_neighbours <= 0:
        return (sentence("No month of the last year stood out above its neighbours."),)
    return (
        sentence(
            "For comparison: your best month of the last year, {month}, was {share} above its neighbours, and that was the whole shop with"
            " its season.",
            month=CalendarMonth(best.month),
            share=Share(best.above_neighbours),
        ),
    )


def _lost_again(outcome: Outcome) -> tuple[Sentence, ...]:
    month = month_lost_again(outcome)
    return () if month is None else (sentence("By the end of month {month} all it cost is back, but later it is lost again.", month=month),)


def _subsidy(outcome: Outcome, currency: str | None) -> tuple[Sentence, ...]:
    if outcome.subsidy_share is None or outcome.reward_cost < HALF_MINOR_UNIT:
        return ()
    share, money = Share(outcome.subsidy_share, 0), Money(outcome.subsidy_share * outcome.reward_cost, currency)
    return (sentence("{share} of the reward, {money}, goes to what customers would have done anyway.", share=share, money=money),)


def _cost_of_a_friend(outcome: Outcome, business: Business, currency: str | None) -> tuple[Sentence, ...]:
    """What a customer won by it costs against any other new one; only where both are known."""
    if outcome.won < HALF_A_PERSON or outcome.reward_cost < HALF_MINOR_UNIT or business.acquisition_cost < HALF_MINOR_UNIT:
        return ()
    costs, usual = Money(outcome.reward_cost / outcome.won, currency), Money(business.acquisition_cost, currency)
    return (sentence("A customer won by it costs {money} in rewards; winning a new one costs you {usual} now.", money=costs, usual=usual),)


def _chances(outcome: Outcome, currency: str | None) -> list[tuple[Sentence, ...]]:
    """How many futures lose, between what 90 in 100 of them lie, and whether what is set lies outside."""
    if outcome.highest_future - outcome.lowest_future < HALF_MINOR_UNIT:
        return []
    chances = [
        sentence(
            "It loses money in {share} of {futures} futures in which every guess falls somewhere within its range; 90 in 100 of them end"
            " between {low} and {high}.",
            share=Share(outcome.probability_of_loss),
            futures=DRAWS,
            low=Money(outcome.p5, currency),
            high=Money(outcome.p95, currency),
        )
    ]
    if counts_later(outcome):
        chances.append(
            sentence(
                "With the two years after it loses in {share} of them; 90 in 100 end between {low} and {high}.",
                share=Share(outcome.probability_of_loss_with_later),
                low=Money(outcome.p5_with_later, currency),
                high=Money(outcome.p95_with_later, currency),
            )
        )
    if outcome.net > outcome.p95 + HALF_MINOR_UNIT:
        chances.append(sentence("What is set lies at the edge of what may happen: hardly any future ends better."))
    elif outcome.net < outcome.p5 - HALF_MINOR_UNIT:
        chances.append(sentence("What is set lies at the edge of what may happen: hardly any future ends worse."))
    return [(chance,) for chance in chances]


def _besides(outcome: Outcome, currency: str | None) -> tuple[Sentence, ...]:
    told = []
    if abs(outcome.net) >= HALF_MINOR_UNIT:
        money = Money(outcome.present_value, currency)
        told.append(sentence("In money of today, because later money is worth less: {money}.", money=money))
    if (won := round(outcome.won)) >= 1:
        told.append(
            counted(
                "It brings {count} new customer who would not have come otherwise.",
                "It brings {count} new customers who would not have come otherwise.",
                won,
            )
        )
    if (kept := round(abs(outcome.kept))) >= 1:
        told.append(
            counted(
                "At the end {count} customer more is still buying than without it.",
                "At the end {count} customers more are still buying than without it.",
                kept,
            )
            if outcome.kept > 0
            else counted(
                "At the end {count} customer fewer is still buying than without it.",
                "At the end {count} customers fewer are still buying than without it.",
                kept,
            )
        )
    if outcome.liability >= HALF_MINOR_UNIT:
        money = Money(outcome.liability, currency)
        told.append(sentence("Set aside {money}: rewards promised and not yet claimed at the end. They are part of the cost.", money=money))
    return tuple(told)
