"""Why a cost cannot be known, what would help, and what to know before reading one."""

from __future__ import annotations

from datetime import date, timedelta

from retention.answers.cost_ratio import CostRatio
from retention.answers.cost_spend import SpendTable
from retention.answers.discounts import Discounts
from retention.answers.settled import settled_from
from retention.question import Question
from retention.sentence import Sentence, counted, sentence
from retention.warehouse import Marts
from retention.warehouse.facts import month_number, month_of

A_MONTH_DAYS = 31  # spend that ends so long before the as-of day has most likely not been written down yet


def filters_left_out(question: Question) -> list[Sentence]:
    """What is said where the question has filters, which costs are asked without."""
    if not (question.channels or question.stores or question.categories):
        return []
    return [
        sentence(
            "The filters by channel, shop or category keep a part of the sales but no part of the spend: these are the whole shop's costs."
        )
    ]


def missing(found: CostRatio, table: SpendTable, customers_before: int) -> list[Sentence]:
    """One sentence for each reason why a cost of the window is not known."""
    reasons = []
    if found.acquisition_spend is None or found.retention_spend is None:
        if table.first_day is None:
            reasons.append(
                sentence(
                    "There is no table of spend in the data: type in what the window's winning and keeping cost, or upload a sheet with"
                    " date, channel, amount and purpose."
                )
            )
        else:
            reasons.append(sentence("No spend falls in this window: choose a longer window or another as-of date."))
    elif not found.acquisition_spend and not found.retention_spend:
        reasons.append(sentence("No spend falls in this window: choose a longer window or another as-of date."))
    elif not found.retention_spend:
        reasons.append(
            sentence("None of the spend in this window went into keeping customers, so keeping one has no price to compare with.")
        )
    elif not found.acquisition_spend:
        reasons.append(sentence("None of the spend in this window went into winning customers, so the ratio says nothing."))
    if not found.acquired:
        reasons.append(sentence("Nobody made a first purchase in this window, so there is no cost of a new customer."))
    if not customers_before:
        reasons.append(sentence("Nobody had bought before this window, so nobody could be kept: the data are too short."))
    elif not found.kept:
        reasons.append(sentence("None of the earlier customers bought again in this window, so there is no cost of a kept customer."))
    return reasons


def notes(marts: Marts, table: SpendTable, acquired: int) -> list[Sentence]:
    """One sentence for each thing that bends the costs of the window, in which so many customers look new."""
    asked, facts = marts.question, marts.facts
    found = []
    if acquired and facts.window_first_day < settled_from(marts):
        found.append(
            counted(
                "Your data begin on {first}: the {count} new customer may have bought before that, so a new one may really cost more.",
                "Your data begin on {first}: some of the {count} new customers may have bought before that, so a new one may really cost"
                " more.",
                acquired,
                first=facts.first_day,
            )
        )
    if asked.lead_days and table.window:
        found.append(
            counted(
                "Spend on winning is counted {count} day later, when it brings its customers.",
                "Spend on winning is counted {count} days later, when it brings its customers.",
                asked.lead_days,
            )
        )
    if table.window and table.winning_from is not None and table.winning_from > facts.window_first_day:
        found.append(
            sentence(
                "The spend that belongs to the days from {first} to {last} is not in the data, so winning looks cheaper than it was.",
                first=facts.window_first_day,
                last=table.winning_from - timedelta(days=1),
            )
        )
    if table.window and table.last_day is not None and table.last_day < facts.as_of - timedelta(days=A_MONTH_DAYS):
        found.append(
            sentence(
                "The spend in the data ends on {last}, before the window does ({as_of}), so both costs look lower than they were.",
                last=table.last_day,
                as_of=facts.as_of,
            )
        )
    if table.window:
        found += _gaps(marts, table)
    return found


def no_discounts(marts: Marts, discounts: Discounts | None) -> list[Sentence]:
    """What is said where discounts are to be counted as spend and there are none."""
    if not marts.question.counts_discounts or discounts is not None:
        return []
    return [sentence("No order in the data carries a discount, so there is none to count as spend.")]


def _gaps(marts: Marts, table: SpendTable) -> list[Sentence]:
    """Months of the window without spend on one side; not those before all spend begins or after it ends, which are said already."""
    facts = marts.facts
    begun, ended = table.winning_from or facts.window_first_day, table.last_day or facts.as_of
    ended = ended if ended < facts.as_of - timedelta(days=A_MONTH_DAYS) else facts.as_of
    months = [
        month
        for month in range(month_number(facts.window_first_day), month_number(facts.as_of) + 1)
        if month_of(month + 1) > begun and month_of(month) <= ended and _is_mostly_in(marts, month)
    ]
    found = []
    if winning := table.winning_days.gaps(months):
        found.append(
            counted(
                "Spend on winning is missing, or much less than usual, for {count} month between {first} and {last}: if it was spent,"
                " winning cost more than this.",
                "Spend on winning is missing, or much less than usual, for {count} months between {first} and {last}: if it was spent,"
                " winning cost more than this.",
                len(winning),
                **_ends(winning),
            )
        )
    if keeping := table.keeping_days.gaps(months):
        found.append(
            counted(
                "Spend on keeping is missing, or much less than usual, for {count} month between {first} and {last}: if it was spent,"
                " keeping cost more than this.",
                "Spend on keeping is missing, or much less than usual, for {count} months between {first} and {last}: if it was spent,"
                " keeping cost more than this.",
                len(keeping),
                **_ends(keeping),
            )
        )
    return found


def _is_mostly_in(marts: Marts, month: int) -> bool:
    """Whether at least half of the month's days lie in the window."""
    first, last = max(month_of(month), marts.facts.window_first_day), min(month_of(month + 1) - timedelta(days=1), marts.facts.as_of)
    return 2 * ((last - first).days + 1) >= (month_of(month + 1) - month_of(month)).days


def _ends(months: tuple[int, ...]) -> dict[str, date]:
    return {"first": month_of(months[0]), "last": month_of(months[-1] + 1) - timedelta(days=1)}
